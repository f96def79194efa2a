package metric

import (
	"math"
	"slices"
)

// Marginals is the mean over x and y of the exact first Wasserstein distance of the coordinates, in training's units: how far
// the shadows on the axes must be moved.
var Marginals = Measure{
	Key: "w1_marginals", Label: "Wasserstein distance of marginals", Cost: Cheap, Sense: Lower,
	Doc: "How far fakes must move for one coordinate to be spread as the data's, on average over x and y.",
	Compute: onPoints(everyPoint, func(generated, real []point, _ Rest) float64 {
		return (projected(generated, real, 1, 0) + projected(generated, real, 0, 1)) / 2
	}),
}

// Sliced is the sliced first Wasserstein distance: the mean over 32 evenly spaced directions of that of the
// projections, in training's units. Even directions beat random ones in the plane: for a shift by a, which scores 2a/π, they are
// right to π²/24·32² = 4e-4 of it. And they are the same every time.
var Sliced = Measure{
	Key: "w1_sliced", Label: "Sliced Wasserstein distance", Cost: Heavy, Sense: Lower,
	Doc: "How far fakes must move to cast the data's shadows, on average over 32 directions.",
	Compute: onPoints(everyPoint, func(generated, real []point, rest Rest) float64 {
		const directions = 32
		sum := 0.0
		for k := range directions {
			s, c := math.Sincos(math.Pi * (float64(k) + 0.5) / directions)
			sum += projected(generated, real, c, s)
			rest.take()
		}
		return sum / directions
	}),
}

// projected returns the first Wasserstein distance of the samples' projections onto the direction (c, s).
func projected(a, b []point, c, s float64) float64 {
	return wasserstein(project(a, c, s), project(b, c, s))
}

func project(points []point, c, s float64) []float64 {
	v := make([]float64, len(points))
	for i, p := range points {
		v[i] = c*p.x + s*p.y
	}
	return v
}

// wasserstein returns the first Wasserstein distance of two samples on the line, which it sorts: the integral over u in [0, 1]
// of the distance of their u-quantiles.
func wasserstein(a, b []float64) float64 {
	slices.Sort(a)
	slices.Sort(b)
	sum, u := 0.0, 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		// The quantile functions are constant up to the nearer of the next steps, compared in integers so that steps meet.
		left, right := (i+1)*len(b), (j+1)*len(a)
		next := float64(min(left, right)) / float64(len(a)*len(b))
		sum += math.Abs(a[i]-b[j]) * (next - u)
		u = next
		if left <= right {
			i++
		}
		if right <= left {
			j++
		}
	}
	return sum
}
