package metric

import "math"

// manifoldNeighbours is the k of the manifolds' balls: 3, as in Kynkäänniemi et al. (2019).
const manifoldNeighbours = 3

// Precision is the improved precision of Kynkäänniemi et al. (2019): the share of 1,000 fakes that lie in the data's manifold,
// the union of balls around 1,000 points of data that reach to their third nearest neighbours. In training's units.
var Precision = Measure{
	Key: "precision", Label: "Precision", Unit: "share", Needs: NeedsMany, Cost: Heavy, Direction: Near,
	Doc:     "The share of fakes that lie among the data. Modes that are too narrow score above a perfect generator.",
	Points:  pairPoints,
	Compute: onPoints(pairPoints, func(generated, real []point, _ Rest) float64 { return covered(generated, real) }),
}

// Recall is the improved recall of Kynkäänniemi et al. (2019): the share of 1,000 points of data that lie in the generator's
// manifold. A generator that misses a quarter of equal modes scores about three quarters of a perfect one.
var Recall = Measure{
	Key: "recall", Label: "Recall", Unit: "share", Needs: NeedsMany, Cost: Heavy, Direction: Near,
	Doc:     "The share of the data that lies among the fakes. Fakes that are spread too widely score above a perfect generator.",
	Points:  pairPoints,
	Compute: onPoints(pairPoints, func(generated, real []point, _ Rest) float64 { return covered(real, generated) }),
}

// covered returns the share of points that lie in the manifold of others.
func covered(points, of []point) float64 {
	radii, n := radii2(of, manifoldNeighbours), 0.0
	for _, p := range points {
		for i, q := range of {
			if p.d2(q) <= radii[i] {
				n++
				break
			}
		}
	}
	return n / float64(len(points))
}

// radii2 returns each point's squared distance to its k-th nearest among the others.
func radii2(points []point, k int) []float64 {
	radii, least := make([]float64, len(points)), make([]float64, k)
	for i, p := range points {
		for j := range least {
			least[j] = math.Inf(1)
		}
		for j, q := range points {
			if i != j {
				insert(least, p.d2(q))
			}
		}
		radii[i] = least[k-1]
	}
	return radii
}

// insert keeps the least numbers seen, in ascending order.
func insert(least []float64, v float64) {
	j := len(least) - 1
	if v >= least[j] {
		return
	}
	for ; j > 0 && least[j-1] > v; j-- {
		least[j] = least[j-1]
	}
	least[j] = v
}
