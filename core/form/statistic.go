package form

import (
	"strconv"

	"ganvas/core/experiment"
)

// Statistic is all that such a run depends on.
type Statistic struct {
	Common
	Statistic string // key in statistics
	Latent    int
	Hidden    experiment.Layers
}

// StatisticForm is the form of that family.
var StatisticForm = made(Form[Statistic]{
	Key: "statistic", Label: "Fixed statistic", Says: Samples,
	Doc:    "A generator without a discriminator: it learns to agree with the data in a statistic that is written down.",
	Fields: statisticFields(), Default: statisticDefault, Check: statisticCheck, Common: statisticCommon,
})

func statisticCommon(s *Statistic) *Common { return &s.Common }

const (
	MMD     = "mmd"
	Moments = "moments"
	Means   = "means"
)

var statistics = []experiment.Option{
	{Key: MMD, Label: "Maximum mean discrepancy", Doc: "How much closer points are to their own kind than to the other, by Gaussians of widths from 0.1 to 3 (Gretton et al., 2012)."},
	{Key: Moments, Label: "Means and covariances", Doc: "The squared differences of means and covariances: whatever has the same is as good as the data."},
	{Key: Means, Label: "Means", Doc: "The squared difference of the means alone."},
}

func statisticFields() experiment.Table[Statistic] {
	own := experiment.Table[Statistic]{
		experiment.FieldOf[Statistic]{Key: "statistic", Label: "Statistic", Doc: "What of the samples should be as it is of the data.",
			Group: "model", Kind: experiment.Choice, Choices: statistics}.In(func(s *Statistic) any { return &s.Statistic }),
		experiment.FieldOf[Statistic]{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers the generator starts from.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Statistic) any { return &s.Latent }),
		NetworkField("g", "Hidden layers", "The widths of the generator.", "model", func(s *Statistic) any { return &s.Hidden }),
	}
	return append(append(DataFields(statisticCommon), own...), TrainingFields(statisticCommon)...)
}

func statisticDefault(key string) Statistic {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps, c.Average = .004, 256, 2000, .99
	return Statistic{Common: c, Statistic: MMD, Latent: 2, Hidden: experiment.LayersOf(64, 64, 64)}
}

// maxBatch bounds what a step compares: the square of the minibatch.
const maxBatch = 1024

func statisticCheck(s Statistic) error {
	switch {
	case s.Batch < 2:
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at least 2: a statistic is of several points"}
	case s.Statistic == MMD && s.Batch > maxBatch:
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at most " + strconv.Itoa(maxBatch) + " with mmd, which compares all pairs"}
	}
	return nil
}
