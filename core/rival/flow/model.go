package flow

import (
	"ganvas/core/form"
	"math"
	"strconv"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
)

// coupling is an invertible map of one coordinate x [n, 1], given what a network makes of the other, [n, numbers].
type coupling interface {
	// numbers is how many numbers say what the map is; zeros are the identity, or about that.
	numbers() int
	// forward is the map's value [n, 1], and the logarithm of its slope [n].
	forward(told, x *Node) (y, slope *Node)
	// back is forward's inverse.
	back(told, y *Node) *Node
}

// model is couplings in a row, from points in training's units to standard normal ones.
type model struct {
	kind  coupling
	waves int // how many waves of a coordinate the networks are told beside it
	nets  []nn.MLP
	pass  *nn.Pass
}

func of(p *nn.Pass, s Spec) model {
	m := model{kind: stretch{}, pass: p}
	if s.Coupling == form.Splines {
		m.kind, m.waves = spline{s.Bins}, waves
	}
	init, _ := nn.FindInitialiser("he")
	for i := range s.Couplings {
		m.nets = append(m.nets, nn.MLP{In: 1 + 2*m.waves, Out: m.kind.numbers(), Within: "coupling" + strconv.Itoa(i) + "/", Hidden: family.Hidden(s.Hidden, "silu"), Init: init})
	}
	return m
}

// smaller is what networks' outputs are multiplied by, so that the flow starts near the identity.
const smaller = .1

// waves is how many waves splines are told of, of periods up to 8, which points and normal ones lie within. Affine couplings are told of none: what
// stretches by a wave folds the plane so often that it learns worse.
const waves = 4

// told is what coupling i is told of a coordinate [n, 1].
func (m model) told(i int, x *Node) *Node {
	if m.waves > 0 {
		x = Concat(1, x, family.Waves(x, m.waves, math.Pi/4))
	}
	return Mul(Scalar(smaller), m.nets[i].Apply(m.pass, x, nil))
}

// normal is points [n, 2] as standard normal ones, and the logarithm of how much areas are stretched there, [n].
func (m model) normal(x *Node) (z, stretch *Node) {
	kept, moved := family.Columns(x, 0, 1), family.Columns(x, 1, 2)
	stretch = Scalar(0)
	for i := range m.nets {
		y, slope := m.kind.forward(m.told(i, kept), moved)
		kept, moved, stretch = y, kept, Add(stretch, slope)
	}
	return Concat(1, kept, moved), stretch
}

// points is normal's inverse.
func (m model) points(z *Node) *Node {
	kept, moved := family.Columns(z, 0, 1), family.Columns(z, 1, 2)
	for i := len(m.nets) - 1; i >= 0; i-- {
		kept, moved = moved, m.kind.back(m.told(i, moved), kept)
	}
	return Concat(1, kept, moved)
}

// logarithm is the log density at points [n, 2], as [n].
func (m model) logarithm(x *Node) *Node {
	z, stretch := m.normal(x)
	return Add(family.LogNormal(z), stretch)
}

// longest is how long a step's gradient may be.
const longest = 10

func trace(b *family.Builder, s Spec) {
	m, still := of(b.Training(), s), of(b.Averaged(), s)
	held := b.HeldFigure(64, m.logarithm)
	loss := Neg(Mean(m.logarithm(b.Minibatch("rows", s.Batch))))
	b.Train(b.Descend(loss, longest), family.Loss(Neg(b.InNats(Neg(loss))), "minus the mean log density"), held)
	b.Samples(func(k Key, stream string, n int) *Node { return still.points(Normal(k, stream, n, 2)) })
	b.Density(still.logarithm)

	b.Sheet(probe.Manifold, 2, still.points)

	returned, _ := still.normal(Variable(returnedAt, family.ProbePoints, 2))
	b.Procedure(returnedAt, Update{Var: Variable("flow.returned", family.ProbePoints, 2), Value: still.points(returned)})
}

// returnedAt is the procedure that takes points to normal ones and back, and the slot of these points; for tests.
const returnedAt = "flow.at"
