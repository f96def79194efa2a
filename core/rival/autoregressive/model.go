package autoregressive

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// model is two factors, of points in training's units as the family's order has them.
type model interface {
	// logs are log p(x₁) and log p(x₂|x₁) of points [n, 2], each [n].
	logs(x *Node) (first, second *Node)
	// sample draws n points.
	sample(k Key, stream string, n int) *Node
}

func trace(b *family.Builder, s Spec) {
	of := func(p *nn.Pass) model { return gaussiansOf(p, s) }
	if s.Factors == form.Histogram {
		of = func(p *nn.Pass) model { return binsOf(p.Params, s, b.Data.In) }
	}
	m, still := of(b.Training()), of(b.Averaged())
	log := func(m model) func(x *Node) *Node {
		return func(x *Node) *Node {
			first, second := m.logs(ordered(s, x))
			return Add(first, second)
		}
	}
	held := b.HeldFigure(128, log(m))
	x := ordered(s, b.Minibatch("rows", s.Batch))
	first, second := m.logs(x)
	loss := Neg(Mean(Add(first, second)))
	var updates []Update
	if counted, ok := m.(histogram); ok {
		updates = counted.count(x)
	} else {
		updates = b.Descend(loss, 0)
	}
	scale := b.Data.Frame.Scale
	if s.Order == "yx" {
		scale[0], scale[1] = scale[1], scale[0]
	}
	part := func(x *Node, axis int) *Node { return Add(Neg(Mean(x)), Scalar(family.LogOf(float64(scale[axis])))) }
	b.Train(updates,
		family.Loss(Neg(b.InNats(Neg(loss))), "minus the mean log density"),
		family.Term(part(first, 0), "loss.first", "minus the mean of log p(x₁)", "nats"),
		family.Term(part(second, 1), "loss.second", "minus the mean of log p(x₂|x₁)", "nats"),
		held)
	b.Samples(func(k Key, stream string, n int) *Node { return ordered(s, still.sample(k, stream, n)) })
	b.Density(log(still))
}

// ordered swaps the coordinates of points [n, 2] where the second comes first.
func ordered(s Spec, x *Node) *Node {
	if s.Order == "yx" {
		return Concat(1, family.Columns(x, 1, 2), family.Columns(x, 0, 1))
	}
	return x
}
