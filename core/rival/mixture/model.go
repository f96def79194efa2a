package mixture

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
)

// model is the parameters of K components in training's units, [K] or [K, 2]. A component takes a point x to y = A(x-centre), which is standard
// normal, by the lower triangular A = [[exp a, 0], [shear, exp b]].
type model struct {
	logit, centre, log, shear *Node // log is [a, b]
}

// of is the model with its parameters in a scope.
func of(p *nn.Scope, s Spec, d *family.Data) model {
	k := s.Components
	return model{
		logit:  p.Variable("logit", nn.Constant(0), k),
		centre: p.Variable("centre", centres(s, d.In), k, 2),
		log:    p.Variable("log", nn.Constant(-family.LogOf(s.Width)), k, 2),
		shear:  p.Variable("shear", nn.Constant(0), k),
	}
}

// row is a parameter of all components, as [1, K].
func row(x *Node) *Node { return Reshape(x, 1, -1) }

// away is how far points [n, 2] are from the centres, along x and along y, each [n, K].
func (m model) away(x *Node) (dx, dy *Node) {
	from := func(i int) *Node { return Sub(Reshape(family.Column(x, i), -1, 1), row(family.Column(m.centre, i))) }
	return from(0), from(1)
}

// terms are the logarithms of weight times density of every component at points [n, 2], as [n, K].
func (m model) terms(x *Node) *Node {
	dx, dy := m.away(x)
	a, b := row(family.Column(m.log, 0)), row(family.Column(m.log, 1))
	u := Mul(Exp(a), dx)
	v := Add(Mul(row(m.shear), dx), Mul(Exp(b), dy))
	square := Add(Square(u), Square(v))
	return Add(Add(family.LogSoftmax(row(m.logit)), Add(a, b)), Sub(Mul(Scalar(-.5), square), Scalar(logTau)))
}

// logTau is log 2π.
const logTau = 1.837877

// logarithm is the log density at points [n, 2], as [n].
func (m model) logarithm(x *Node) *Node { return family.LogSumExp(m.terms(x)) }

// factor is the lower triangular L of every component's covariance LLᵀ, the inverse of A: its xx, yx and yy, each [K].
func (m model) factor() (xx, yx, yy *Node) {
	xx, yy = Exp(Neg(family.Column(m.log, 0))), Exp(Neg(family.Column(m.log, 1)))
	return xx, Neg(Mul(m.shear, Mul(xx, yy))), yy
}

// table is the components as rows [K, 5]: centre and factor.
func (m model) table() *Node {
	xx, yx, yy := m.factor()
	k := m.logit.Shape()[0]
	as := func(x *Node) *Node { return Reshape(x, k, 1) }
	return Concat(1, m.centre, as(xx), as(yx), as(yy))
}

// placed are standard normal points [n, 2] as points of the components whose rows of the table [n, 5] they are given.
func placed(of, normal *Node) *Node {
	at := func(i int) *Node { return family.Columns(of, i, i+1) }
	u, v := family.Columns(normal, 0, 1), family.Columns(normal, 1, 2)
	return Concat(1, Add(at(0), Mul(at(2), u)), Add(at(1), Add(Mul(at(3), u), Mul(at(4), v))))
}

// sample draws n points.
func (m model) sample(k Key, stream string, n int) *Node {
	logits := Broadcast(row(m.logit), Shape{n, m.logit.Shape()[0]})
	picked := family.Pick(logits, Uniform(k, stream+".component", n))
	return placed(MatMul(picked, m.table(), false, false), Normal(k, stream, n, 2))
}

func trace(b *family.Builder, s Spec) {
	m := of(b.Params, s, b.Data)
	still := of(b.Averages, s, b.Data)
	held := b.HeldFigure(256, m.logarithm)
	switch s.Fit {
	case form.ByEM:
		likelihood, updates := m.maximise(b.Table)
		b.Train(updates, family.Loss(Neg(b.InNats(likelihood)), "minus the mean log density"), held)
	case form.Reverse:
		loss := m.reverse(b, s)
		b.Train(b.Descend(loss, 0), family.Loss(loss, "the reverse divergence"), held)
	default:
		loss := Neg(Mean(m.logarithm(b.Minibatch("rows", s.Batch))))
		b.Train(b.Descend(loss, 0), family.Loss(Neg(b.InNats(Neg(loss))), "minus the mean log density"), held)
	}
	b.Samples(still.sample)
	b.Density(still.logarithm)
	b.Show(probe.Components, "data", "Weight, centre and factor of the covariance of every component.", still.shown(b))
}

// shown is the components in the data's units.
func (m model) shown(b *family.Builder) *Node {
	xx, yx, yy := m.factor()
	k := m.logit.Shape()[0]
	sx, sy := Scalar(b.Data.Frame.Scale[0]), Scalar(b.Data.Frame.Scale[1])
	as := func(x *Node) *Node { return Reshape(x, k, 1) }
	return Concat(1, as(Exp(family.LogSoftmax(row(m.logit)))), family.InDataUnits(b.Data.Frame, m.centre),
		as(Mul(sx, xx)), as(Mul(sy, yx)), as(Mul(sy, yy)))
}
