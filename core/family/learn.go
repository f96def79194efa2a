package family

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// Figure is a figure of each step: a scalar and the column that it is.
type Figure struct {
	Value  *Node
	Column run.Column
}

// Loss is the figure of what is minimised.
func Loss(value *Node, label string) Figure {
	return Figure{value, run.Column{Key: probe.Loss, Label: label, Role: run.Loss, Unit: "nats"}}
}

// Squared is the figure of a loss that is no number of nats: a squared error, a distance.
func Squared(value *Node, label string) Figure {
	f := Loss(value, label)
	f.Column.Unit = ""
	return f
}

// Term is the figure of a part of the loss.
func Term(value *Node, key, label, unit string) Figure {
	return Figure{value, run.Column{Key: key, Label: label, Role: run.Term, Unit: unit}}
}

// Gauge is the figure of something else to follow.
func Gauge(value *Node, key, label, unit string) Figure {
	return Figure{value, run.Column{Key: key, Label: label, Role: run.Gauge, Unit: unit}}
}

// Descend is one step of Adam down a loss, whose gradient over all parameters is cut to a length of at most clip; 0 leaves it.
func (b *Builder) Descend(loss *Node, clip float32) []Update {
	grads := Grad(loss, b.Params.Nodes()...)
	if clip > 0 {
		grads = shortened(grads, clip)
	}
	return b.descend(grads)
}

// DescendApart is one step of Adam in which each parameter moves down the loss of its own player, by the parameter's path; all move at once.
func (b *Builder) DescendApart(loss func(path string) *Node) []Update {
	of := map[*Node][]int{}
	var losses []*Node
	for i, v := range b.Params.Variables() {
		l := loss(v.Path)
		if of[l] == nil {
			losses = append(losses, l)
		}
		of[l] = append(of[l], i)
	}
	params := b.Params.Nodes()
	grads := make([]*Node, len(params))
	for _, l := range losses {
		var own []*Node
		for _, i := range of[l] {
			own = append(own, params[i])
		}
		for k, g := range Grad(l, own...) {
			grads[of[l][k]] = g
		}
	}
	return b.descend(grads)
}

// descend is one step of Adam by the gradients of all parameters.
func (b *Builder) descend(grads []*Node) []Update {
	return opt.Adam.Descend(b.Memory, opt.Hypers{
		Rate:    Mul(b.Knob("lr"), opt.Cosine(b.Time, b.Knob("final"))),
		Beta1:   b.Knob("beta1"),
		Beta2:   b.Knob("beta2"),
		Epsilon: Scalar(1e-8),
	}, grads, b.Params)
}

// shortened are gradients, together no longer than clip.
func shortened(grads []*Node, clip float32) []*Node {
	square := Scalar(0)
	for _, g := range grads {
		square = Add(square, Sum(Square(g)))
	}
	share := Min(Scalar(1), Div(Scalar(clip), Sqrt(Add(square, Scalar(1e-12)))))
	out := make([]*Node, len(grads))
	for i, g := range grads {
		out[i] = Mul(share, g)
	}
	return out
}

// Train is a step: these updates, which must have all parameters among them, averages of what they make of those, and a record of figures. It is
// called once, after all parameters are known.
func (b *Builder) Train(updates []Update, figures ...Figure) {
	updates = append(updates, Averages(b.Averages, b.Knob("ema"), b.Step, b.Params, updates)...)
	values, columns := make([]*Node, len(figures)), make([]run.Column, len(figures))
	for i, f := range figures {
		values[i], columns[i] = f.Value, f.Column
	}
	kept := b.Counters.Variable("figures", nn.Constant(0), len(figures))
	key := b.Key()
	b.Procedure("step", append(updates, Update{Var: kept, Value: Vector(values...)}, Update{Var: key.Count, Value: key.Next()})...)
	b.m.Ways = []run.Way{{Key: whole, Calls: []string{"step"}}}
	b.m.Record = []run.Figures{
		{Node: kept, Columns: columns},
		{Node: Vector(Size(b.Params)), Columns: []run.Column{{Key: "size", Label: "a weight", Role: run.Guard}}},
	}
}
