// Package empirical is the family that learns by heart: it answers with the points that it was given, or, with kernels of some width about
// them, with points nearby. Nothing is trained. Or it
// answers with other points, set by hand, so that measures can be tried on a generator that is known.
package empirical

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
)

// Spec is all that such a run depends on.
type Spec = form.Empirical

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.EmpiricalForm, Trace: trace, Made: made}.Entry()

// made is whose points it answers with, where they are not those that are learnt.
func made(s Spec) string {
	if s.Made == form.Itself {
		return ""
	}
	return s.Made
}

func trace(b *family.Builder, s Spec) {
	table := b.Table
	if b.Made != nil {
		table = b.Made
	}
	figures := []family.Figure{family.Gauge(Scalar(float32(s.Rows)), "points", "the number of points", "")}
	if s.Width > 0 {
		width := b.Knob("width")
		log := func(x *Node) *Node { return family.Kernels(table, x, width) }
		figures = append(figures, b.HeldFigure(256, log))
		b.SlowDensity(family.FieldSize, log)
	}
	b.Train(nil, figures...)
	b.Samples(func(k Key, stream string, n int) *Node {
		x := Gather(table, Floor(Mul(Uniform(k, stream, n), Scalar(float32(s.Rows)))))
		if s.Width > 0 {
			x = Add(x, Mul(b.Knob("width"), Normal(k, stream+".kernel", n, 2)))
		}
		return x
	})
}
