package metric

import "math"

// Spread is the root mean square distance of generated points from their modes, in standard deviations, over those within 3,
// against what a Gaussian cut off there has: 1 is right, less means that modes have shrunk, 0 that they are single points.
// Uniform discs of radius 3 score 1.54.
var Spread = Measure{
	Key: "spread", Label: "Width of modes", Needs: NeedsModes, Cost: Cheap, Direction: Near,
	Doc: "How wide the fakes spread around their modes, against the data: 1 is right, less is too narrow.",
	Compute: withinModes(func(t *tally) float64 {
		return math.Sqrt(t.square / t.total() / cutSquare(len(t.modes[0].At)))
	}),
	Perfect: exactly(1),
}

// within3 is the chance that a standard Gaussian of a dimension lies within 3 of its centre: of the χ² distribution of that many degrees of
// freedom at 9, which two degrees more lower by (9/2)^(d/2) exp(-9/2) / Γ(d/2+1).
func within3(dimension int) float64 {
	const half = reach * reach / 2.
	p, d := 1-math.Exp(-half), 2
	if dimension%2 == 1 {
		p, d = math.Erf(reach/math.Sqrt2), 1
	}
	for ; d < dimension; d += 2 {
		p -= math.Pow(half, float64(d)/2) * math.Exp(-half) / math.Gamma(float64(d)/2+1)
	}
	return p
}

// cutSquare is the mean of the squared distance from the centre of a standard Gaussian, given that it is at most 9: weighting χ² of d degrees
// of freedom by itself makes it d times that of d+2.
func cutSquare(dimension int) float64 {
	return float64(dimension) * within3(dimension+2) / within3(dimension)
}
