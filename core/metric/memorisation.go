package metric

import (
	"errors"
	"math"
	"sort"
)

// trainPoints is how many training points memorisation looks through.
const trainPoints = 20000

// Memorisation is the chance that a fake lies nearer to its nearest training point than unseen data lies to its own, ties
// counting half (the Mann-Whitney statistic behind Meehan et al., 2020): ½ for a generator of the true distribution, towards
// 1 for one that has learnt the training points by heart, towards 0 for one that strays. Over 1,000 points of either kind, in
// training's units. Real must be points that training has not seen.
var Memorisation = Measure{
	Key: "memorisation", Label: "Memorisation", Unit: "share", Needs: NeedsTrain, Cost: Heavy, Direction: Near,
	Doc:    "How often a fake is closer to the training points than fresh data is: one half is right, one is learning by heart.",
	Points: pairPoints,
	Compute: func(s *Samples) (float64, error) {
		generated, real, err := s.standard(pairPoints)
		if err != nil {
			return 0, err
		}
		if s.Target.count(s.Train) < 1 {
			return 0, errors.New("no training points; memorisation needs at least one")
		}
		train := s.Target.standard(s.Train, trainPoints)
		return AboveHalf(toNearest(real, train, s.Rest), toNearest(generated, train, s.Rest)), nil
	},
	// The variance of the Mann-Whitney statistic of m and n numbers alike is (m+n+1)/12mn, and it is nearly normal.
	Perfect: func(t *Target, s *Samples) Floor {
		m, n := float64(min(pairPoints, t.count(s.Generated))), float64(min(pairPoints, t.count(s.Real)))
		wide := 1.645 * math.Sqrt((m+n+1)/(12*m*n))
		return Floor{0.5, 0.5 - wide, 0.5 + wide}
	},
}

// toNearest returns the points' squared distances to their nearest of others.
func toNearest(points, of []point, rest Rest) []float64 {
	d := make([]float64, len(points))
	for i, p := range points {
		d[i] = math.Inf(1)
		for _, q := range of {
			d[i] = min(d[i], p.d2(q))
		}
		rest.take()
	}
	return d
}

// AboveHalf returns the chance that a number of a is above one of b, and half the chance that they are equal. It sorts b.
func AboveHalf(a, b []float64) float64 {
	sort.Float64s(b)
	sum := 0.0
	for _, v := range a {
		below := sort.SearchFloat64s(b, v)
		upTo := sort.Search(len(b), func(i int) bool { return b[i] > v })
		sum += float64(below) + float64(upTo-below)/2
	}
	return sum / float64(len(a)*len(b))
}
