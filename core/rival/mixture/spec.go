package mixture

import (
	"strconv"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
)

// Spec is all that a mixture's run depends on.
type Spec struct {
	family.Common
	Components int
	Fit        string  // key in fits
	Start      string  // key in starts
	Width      float64 // standard deviation of all components at the start, of the data's about 1
}

// Entry is the family of mixtures of Gaussians.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "mixture", Label: "Mixture of Gaussians", Says: family.Density,
	Doc:    "A sum of Gaussians, fitted by expectation maximisation or by gradient.",
	Fields: fields(), Default: defaultFor, Check: check, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

// The ways to fit.
const (
	byGradient = "gradient"
	byEM       = "em"
	reverse    = "reverse"
)

var fits = []experiment.Option{
	{Key: byGradient, Label: "Likelihood by gradient", Doc: "Adam climbs the mean log density of minibatches: it minimises KL(p‖q)."},
	{Key: byEM, Label: "Expectation maximisation", Doc: "Each step shares all points among the components and fits each to its share: the likelihood never falls (Dempster, Laird and Rubin, 1977)."},
	{Key: reverse, Label: "Reverse divergence", Doc: "Adam minimises KL(q‖p): the model goes where the data's density is high, and may leave out parts."},
}

// The starts of centres.
const (
	atPoints = "points"
	spread   = "spread"
)

var starts = []experiment.Option{
	{Key: atPoints, Label: "At random points", Doc: "Every centre starts at a point of the data."},
	{Key: spread, Label: "At spread points", Doc: "Every centre starts at a point far from those before it (k-means++ of Arthur and Vassilvitskii, 2007)."},
}

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "k", Label: "Components", Symbol: "K", Doc: "How many Gaussians are added up.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Spec) any { return &s.Components }),
		experiment.FieldOf[Spec]{Key: "fit", Label: "Fit", Doc: "What is minimised, and how.",
			Group: "model", Kind: experiment.Choice, Choices: fits}.In(func(s *Spec) any { return &s.Fit }),
		experiment.FieldOf[Spec]{Key: "start", Label: "First centres", Doc: "Where the components start.",
			Group: "model", Kind: experiment.Choice, Choices: starts}.In(func(s *Spec) any { return &s.Start }),
		experiment.FieldOf[Spec]{Key: "width", Label: "First width", Symbol: "σ", Doc: "The standard deviation of every component at the start; that of the data is about 1.",
			Group: "model", Kind: experiment.Number, Min: .01, Max: 10, Log: true}.In(func(s *Spec) any { return &s.Width }),
	}
	training := family.TrainingFields(common)
	for i := range training {
		if key := training[i].Key; key != "steps" {
			training[i] = training[i].If(func(s *Spec) bool { return s.Fit != byEM })
		}
	}
	return append(append(family.DataFields(common), own...), training...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .03, 512, 1500
	s := Spec{Common: c, Components: 32, Fit: byGradient, Start: atPoints, Width: .5}
	switch key {
	case "ring8", "ring8-sharp":
		s.Components = 24
	case "moons":
		s.Components = 20
	}
	return s
}

// maxShares bounds what a step of expectation maximisation looks at: all points times all components.
const maxShares = 1 << 20

func check(s Spec) error {
	if s.Fit == byEM && s.Rows*s.Components > maxShares {
		return &experiment.FieldError{Field: "rows", Value: strconv.Itoa(s.Rows), Allowed: "at most " + strconv.Itoa(maxShares/s.Components) +
			" with " + strconv.Itoa(s.Components) + " components, as each step of em looks at all points"}
	}
	if s.Fit == reverse {
		if _, ok := known(s.Data); !ok {
			return &experiment.FieldError{Field: "fit", Value: s.Fit, Allowed: "gradient or em with data whose density is no sum of Gaussians: KL(q‖p) needs it"}
		}
	}
	return nil
}

// known is data whose density is a sum of Gaussians.
func known(key string) (data.Moded, bool) {
	e, _ := data.Find(key)
	m, ok := e.Source.(data.Moded)
	return m, ok
}
