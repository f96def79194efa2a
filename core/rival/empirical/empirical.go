// Package empirical is the family that learns by heart: it answers with the points that it was given, or, with kernels of some width about
// them, with points nearby. Nothing is trained.
package empirical

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// Spec is all that an empirical run depends on.
type Spec struct {
	family.Common
	Width float64 // standard deviation of the kernels, in training's units; 0 is none: the points themselves
}

// Entry is the family of the empirical distribution.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "empirical", Label: "Empirical", Says: family.Density,
	Doc:    "The points themselves, drawn again, or kernels about them: learning by heart.",
	Fields: fields(), Default: defaultFor, Check: check, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

func fields() experiment.Table[Spec] {
	return append(family.DataFields(common), experiment.FieldOf[Spec]{Key: "width", Label: "Width of kernels", Symbol: "h",
		Doc:   "Every point is blurred by this much, where the data's standard deviation is about 1; 0 gives the points themselves, which have no density.",
		Group: "model", Kind: experiment.Number, Max: 2, Live: true, Switch: true}.In(func(s *Spec) any { return &s.Width }))
}

func defaultFor(data string) Spec {
	c := family.DefaultCommon(data)
	c.Rows, c.Steps = 500, 1
	return Spec{Common: c}
}

// maxKernels bounds what a density looks at.
const maxKernels = 16384

func check(s Spec) error {
	if s.Width > 0 && s.Rows > maxKernels {
		return &experiment.FieldError{Field: "rows", Value: strconv.Itoa(s.Rows), Allowed: "at most " + strconv.Itoa(maxKernels) + " where each has a kernel"}
	}
	return nil
}

func trace(b *family.Builder, s Spec) {
	figures := []family.Figure{family.Gauge(Scalar(float32(s.Rows)), "points", "the number of points", "")}
	if s.Width > 0 {
		width := b.Knob("width")
		log := func(x *Node) *Node { return family.Kernels(b.Table, x, width) }
		figures = append(figures, b.HeldFigure(256, log))
		b.SlowDensity(family.FieldSize, log)
	}
	b.Train(nil, figures...)
	b.Samples(func(k Key, stream string, n int) *Node {
		x := Gather(b.Table, Floor(Mul(Uniform(k, stream, n), Scalar(float32(s.Rows)))))
		if s.Width > 0 {
			x = Add(x, Mul(b.Knob("width"), Normal(k, stream+".kernel", n, 2)))
		}
		return x
	})
}
