package control

import (
	"slices"

	"ganvas/ui/plot"
)

// Measure is how the page calls a number of sample quality.
type Measure struct {
	Key    string // the metric's key
	Label  string
	Doc    string
	Better Direction
	Slow   bool // it is computed only where it is asked for
	Points int  // how many samples it looks at, or 0 for all that are drawn for measures
}

// drawn is how many samples are drawn for measures.
const drawn = 10_000

// Reach says how many samples a measure looks at. It is empty for what is no measure of the samples alone.
func (m Measure) Reach() string {
	switch {
	case m.Better == Direction{}:
		return ""
	case slices.Contains(ImageMeasures, m):
		return "Measured on " + plot.Count(readImages) + " images."
	case m.Points == 0:
		return "Measured on " + plot.Count(drawn) + " samples."
	}
	return "Measured on " + plot.Count(m.Points) + " of " + plot.Count(drawn) + " samples."
}

// Direction is which way a measure improves: as a mark, and in words. It is empty for what is no measure of the samples alone.
type Direction struct{ Mark, Words string }

// The senses, as core/metric's.
var (
	Lower  = Direction{"↓", "Lower is better."}
	Higher = Direction{"↑", "Higher is better."}
	Near   = Direction{"≈", "Best close to a perfect generator’s."}
	Chance = Direction{"~", "A perfect generator’s is anywhere from 0 to 1, by chance alone; near 0 the samples differ."}
)

const quick, slow = false, true

// Measures is the metrics' catalogue in words, without the metrics: the page shows numbers that the worker computes. A test
// holds it to be core/metric's.
var Measures = []Measure{
	{"js", "Jensen-Shannon divergence",
		"How easily a perfect judge tells data from fakes by the cell they lie in: 0 not at all, 0.693 always.", Lower, quick, 0},
	{"kl", "KL divergence, data to generator",
		"KL(data ‖ generator) over cells: grows when parts of the data are missed. It saturates at the logarithm of the number of samples: where the two hardly overlap, the truth is more.", Lower, quick, 0},
	{"kl_reverse", "KL divergence, generator to data",
		"KL(generator ‖ data) over cells: grows when fakes lie where no data is. It saturates at the logarithm of the number of samples: where the two hardly overlap, the truth is more.", Lower, quick, 0},
	{"tv", "Total variation",
		"The share of points that would have to move to another cell.", Lower, quick, 0},
	{"modes", "Modes covered",
		"Modes of the data that get at least a fifth of their fair share of the fakes, within 3 standard deviations.", Higher, quick, 0},
	{"modes_any", "Modes touched",
		"Modes of the data that get at least one fake within 3 standard deviations: the literature's lenient count.", Higher, quick, 0},
	{"high_quality", "High-quality samples",
		"The share of fakes within 3 standard deviations of a mode. Perfect is 98.89 % in the plane, 99.73 % on a line; more means modes too narrow.", Near, quick, 0},
	{"modes_kl", "Imbalance of modes",
		"KL from the fakes' shares of the modes to the fair ones: 0 when every mode gets its due.", Lower, quick, 0},
	{"spread", "Width of modes",
		"How wide the fakes spread around their modes, against the data: 1 is right, less is too narrow.", Near, quick, 0},
	{"log_likelihood", "Mean log density",
		"The mean log density of the data at the fakes. Below a perfect generator's fakes stray; above it they sit on the peaks.", Near, slow, 0},
	{"frechet", "Fréchet distance",
		"How far apart the two samples' means and covariances are: the formula of FID, on the points themselves.", Lower, quick, 0},
	{"w1_marginals", "Wasserstein distance of marginals",
		"How far fakes must move for one coordinate to be spread as the data's, on average over the axes. On a line it is W₁ itself.", Lower, quick, 0},
	{"w1_sliced", "Sliced Wasserstein distance",
		"How far fakes must move for their projection on a direction to be spread as the data's, on average over 32 directions.", Lower, slow, 0},
	{"w1", "Wasserstein distance",
		"How far fakes must move on average to become data, each to one point of its own.", Lower, slow, 256},
	{"energy", "Energy distance",
		"How much farther fakes lie from data than fakes from fakes and data from data.", Lower, slow, 1000},
	{"mmd_gauss0.1", "MMD², Gaussian of width 0.1",
		"How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: Gaussian of width 0.1.", Lower, slow, 1000},
	{"mmd_gauss0.3", "MMD², Gaussian of width 0.3",
		"How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: Gaussian of width 0.3.", Lower, slow, 1000},
	{"mmd_gauss1", "MMD², Gaussian of width 1",
		"How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: Gaussian of width 1.", Lower, slow, 1000},
	{"mmd_mixture", "MMD², Gaussians of widths 0.1 to 3",
		"How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: Gaussians of widths 0.1 to 3.", Lower, slow, 1000},
	{"mmd_laplace", "MMD², Laplace of width 1",
		"How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: Laplace of width 1.", Lower, slow, 1000},
	{"mmd_p", "MMD test, p-value",
		"How often a perfect generator looks at least this different on 300 points. Of perfect generators one in twenty gets 0.05 or less.", Chance, slow, 300},
	{"precision", "Precision",
		"The share of fakes that lie among the data. Modes that are too narrow score above a perfect generator.", Near, slow, 1000},
	{"recall", "Recall",
		"The share of the data that lies among the fakes. Fakes that are spread too widely score above a perfect generator.", Near, slow, 1000},
	{"c2st", "Classifier two-sample test",
		"How often a simple classifier tells fakes from data: one half is chance, one is always. Up to 0.526 is within sampling noise.", Lower, slow, 1000},
	{"c2st_logistic", "Classifier test, logistic",
		"How often a classifier that has learnt from half of the points tells the other half's fakes from data: one half is chance. Up to 0.513 is within sampling noise.", Lower, slow, 4000},
	{"memorisation", "Memorisation",
		"How often a fake is closer to the training points than fresh data is: one half is right, one is learning by heart.", Near, slow, 1000},
	{"label_accuracy", "Label accuracy",
		"The share of fakes that are of the class they were asked for: nearest to its mode. Where classes overlap, a perfect generator falls short of 1.", Near, quick, 0},
}

// majorMeasures are the keys of the measures that a newcomer reads first.
var majorMeasures = []string{"js", "modes", "high_quality", "spread", "w1_sliced", "mmd_mixture", "precision", "recall", "value", "value_optimal", "gap", "label_accuracy", "agreement", "frechet", "inception", "classes", "heldout"}

// Minor reports whether a measure stands behind "all measures".
func Minor(key string) bool { return !slices.Contains(majorMeasures, key) }

// Measured reports whether a name is the key of a measure that is computed without being asked for.
func Measured(key string) bool {
	return slices.ContainsFunc(Measures, func(m Measure) bool { return m.Key == key && !m.Slow })
}

// MeasureOf is a measure's words, or its bare key where it has none.
func MeasureOf(key string) Measure {
	for _, list := range [][]Measure{Measures, optimalMeasures, modelMeasures} {
		for _, m := range list {
			if m.Key == key {
				return m
			}
		}
	}
	return Measure{Key: key, Label: key}
}
