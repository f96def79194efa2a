package form

import (
	"strconv"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// Mixture is all that a mixture's run depends on.
type Mixture struct {
	Common
	Components int
	Fit        string  // key in fits
	Start      string  // key in starts
	Width      float64 // standard deviation of all components at the start, of the data's about 1
}

// MixtureForm is the form of that family.
var MixtureForm = made(Form[Mixture]{
	Key: "mixture", Label: "Mixture of Gaussians", Says: Density,
	Doc:    "A sum of Gaussians, fitted by expectation maximisation or by gradient.",
	Fields: mixtureFields(), Default: mixtureDefault, Check: mixtureCheck, Common: mixtureCommon,
})

func mixtureCommon(s *Mixture) *Common { return &s.Common }

// The ways to fit.
const (
	ByGradient = "gradient"
	ByEM       = "em"
	Reverse    = "reverse"
)

var fits = []experiment.Option{
	{Key: ByGradient, Label: "Likelihood by gradient", Doc: "Adam climbs the mean log density of minibatches: it minimises KL(p‖q)."},
	{Key: ByEM, Label: "Expectation maximisation", Doc: "Each step shares all points among the components and fits each to its share: the likelihood never falls (Dempster, Laird and Rubin, 1977)."},
	{Key: Reverse, Label: "Reverse divergence", Doc: "Adam minimises KL(q‖p): the model goes where the data's density is high, and may leave out parts."},
}

// The starts of centres.
const (
	AtPoints = "points"
	Spread   = "spread"
)

var starts = []experiment.Option{
	{Key: AtPoints, Label: "At random points", Doc: "Every centre starts at a point of the data."},
	{Key: Spread, Label: "At spread points", Doc: "Every centre starts at a point far from those before it (k-means++ of Arthur and Vassilvitskii, 2007)."},
}

func mixtureFields() experiment.Table[Mixture] {
	own := experiment.Table[Mixture]{
		experiment.FieldOf[Mixture]{Key: "k", Label: "Components", Symbol: "K", Doc: "How many Gaussians are added up.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Mixture) any { return &s.Components }),
		experiment.FieldOf[Mixture]{Key: "fit", Label: "Fit", Doc: "What is minimised, and how.",
			Group: "model", Kind: experiment.Choice, Choices: fits}.In(func(s *Mixture) any { return &s.Fit }),
		experiment.FieldOf[Mixture]{Key: "start", Label: "First centres", Doc: "Where the components start.",
			Group: "model", Kind: experiment.Choice, Choices: starts}.In(func(s *Mixture) any { return &s.Start }),
		experiment.FieldOf[Mixture]{Key: "width", Label: "First width", Symbol: "σ", Doc: "The standard deviation of every component at the start; that of the data is about 1.",
			Group: "model", Kind: experiment.Number, Min: .01, Max: 10, Log: true}.In(func(s *Mixture) any { return &s.Width }),
	}
	training := TrainingFields(mixtureCommon)
	for i := range training {
		if key := training[i].Key; key != "steps" {
			training[i] = training[i].If(func(s *Mixture) bool { return s.Fit != ByEM })
		}
	}
	return append(append(DataFields(mixtureCommon), own...), training...)
}

func mixtureDefault(key string) Mixture {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .03, 512, 1500
	s := Mixture{Common: c, Components: 32, Fit: ByGradient, Start: AtPoints, Width: .5}
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

func mixtureCheck(s Mixture) error {
	if s.Fit == ByEM && s.Rows*s.Components > maxShares {
		return &experiment.FieldError{Field: "rows", Value: strconv.Itoa(s.Rows), Allowed: "at most " + strconv.Itoa(maxShares/s.Components) +
			" with " + strconv.Itoa(s.Components) + " components, as each step of em looks at all points"}
	}
	if s.Fit == Reverse {
		if _, ok := KnownMixture(s.Data); !ok {
			return &experiment.FieldError{Field: "fit", Value: s.Fit, Allowed: "gradient or em with data whose density is no sum of Gaussians: KL(q‖p) needs it"}
		}
	}
	return nil
}

// known is data whose density is a sum of Gaussians.
func KnownMixture(key string) (data.Moded, bool) {
	e, _ := data.Find(key)
	m, ok := e.Source.(data.Moded)
	return m, ok
}
