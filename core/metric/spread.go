package metric

import "math"

// Spread is the root mean square distance of generated points from their modes, in standard deviations, over those within 3,
// against what a Gaussian cut off there has: 1 is right, less means that modes have shrunk, 0 that they are single points.
// Uniform discs of radius 3 score 1.54.
var Spread = Measure{
	Key: "spread", Label: "Width of modes", Needs: NeedsModes, Cost: Cheap, Sense: Near,
	Doc:     "How wide the fakes spread around their modes, against the data: 1 is right, less is too narrow.",
	Compute: withinModes(func(t *tally) float64 { return math.Sqrt(t.square / t.total() / cutSquare) }),
	Perfect: func(*Target) float64 { return 1 },
}

// cutSquare is the mean of d² for a standard Gaussian in the plane, given d <= 3: d² is exponential with mean 2.
var cutSquare = 2 - reach*reach*math.Exp(-reach*reach/2.)/(1-math.Exp(-reach*reach/2.))
