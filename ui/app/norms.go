package app

// The choices of MeasureChosen beside measures: norms of both players, which are computed where somebody looks.
const (
	GradientNorms = "gradient"
	WeightNorms   = "weights"
)

// Norms are they.
var Norms = []string{GradientNorms, WeightNorms}
