package form

import (
	"strconv"

	"ganvas/core/experiment"
)

// Empirical is all that an empirical run depends on.
type Empirical struct {
	Common
	Width float64 // standard deviation of the kernels, in training's units; 0 is none: the points themselves
	Made  string  // whose points it answers with: Itself, the key of data, or experiment.OwnData
}

// Itself is an empirical run whose samples are of the data that are learnt.
const Itself = "data"

// EmpiricalForm is the form of that family.
var EmpiricalForm = made(Form[Empirical]{
	Key: "empirical", Label: "Empirical", Says: Density,
	Doc:    "The points themselves, drawn again, or kernels about them: learning by heart. Or others, set by hand and held, to be measured.",
	Fields: empiricalFields(), Default: empiricalDefault, Check: empiricalCheck, Common: empiricalCommon,
})

func empiricalCommon(s *Empirical) *Common { return &s.Common }

func empiricalFields() experiment.Table[Empirical] {
	return append(DataFields(empiricalCommon), experiment.FieldOf[Empirical]{Key: experiment.Made, Label: "Samples are of", Symbol: "q",
		Doc:   "What the generator makes, set by hand: the data themselves, other data, or your own points. Where both are your own points, the first class is the data and the others are the samples.",
		Group: "model", Kind: experiment.Choice, Choices: madeOf(), Plain: true}.In(func(s *Empirical) any { return &s.Made }),
		experiment.FieldOf[Empirical]{Key: "width", Label: "Width of kernels", Symbol: "h",
			Doc:   "Every point is blurred by this much, where the data's standard deviation is about 1; 0 gives the points themselves, which have no density.",
			Group: "model", Kind: experiment.Number, Max: 2, Live: true, Switch: true}.In(func(s *Empirical) any { return &s.Width }))
}

// madeOf is what a generator that is set by hand may make.
func madeOf() []experiment.Option {
	source := DataFields(empiricalCommon).Find("data")
	return append([]experiment.Option{{Key: Itself, Label: "The data", Doc: "The points that are learnt, drawn again."}}, source.Choices...)
}

func empiricalDefault(data string) Empirical {
	c := DefaultCommon(data)
	c.Rows, c.Steps = 500, 1
	return Empirical{Common: c, Made: Itself}
}

// maxKernels bounds what a density looks at.
const maxKernels = 16384

func empiricalCheck(s Empirical) error {
	if s.Width > 0 && s.Rows > maxKernels {
		return &experiment.FieldError{Field: "rows", Value: strconv.Itoa(s.Rows), Allowed: "at most " + strconv.Itoa(maxKernels) + " where each has a kernel"}
	}
	return nil
}
