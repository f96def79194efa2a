package metric

import (
	"math"
	"slices"
)

// Floor is what a perfect generator scores with as many points: the mean, and the numbers between which nine in ten such scores lie. Each
// is NaN where it is not known.
type Floor struct{ Mean, Low, High float64 }

// unknown is a floor of which nothing is known.
var unknown = Floor{math.NaN(), math.NaN(), math.NaN()}

// Exactly is a floor of which only the mean is known.
func Exactly(mean float64) Floor { return Floor{mean, math.NaN(), math.NaN()} }

// exactly is Exactly of every target and sample.
func exactly(mean float64) func(*Target, *Samples) Floor {
	return func(*Target, *Samples) Floor { return Exactly(mean) }
}

// floorKey is what a floor depends on: the measure and the numbers of points.
type floorKey struct {
	measure         string
	generated, real int
}

// Floor returns what a perfect generator scores with as many points as s has: in closed form as far as there is one, else over draws from fixed
// streams, remembered.
func (t *Target) Floor(m Measure, s *Samples) Floor {
	key := floorKey{m.Key, t.count(s.Generated), t.count(s.Real)}
	if f, ok := t.floors[key]; ok {
		return f
	}
	f := unknown
	if m.Perfect != nil {
		f = m.Perfect(t, s)
	}
	if math.IsNaN(f.Mean) || math.IsNaN(f.Low) && t.given != nil {
		f = f.or(t.simulate(m, s))
	}
	t.floors[key] = f
	return f
}

// or is f with what is not known of it taken from another.
func (f Floor) or(g Floor) Floor {
	if math.IsNaN(f.Mean) {
		f.Mean = g.Mean
	}
	if math.IsNaN(f.Low) {
		f.Low, f.High = g.Low, g.High
	}
	return f
}

// floorOf is the mean of scores, and the range in which nine in ten others like them lie, where they are enough to tell.
func floorOf(scores []float64) Floor {
	slices.Sort(scores)
	n, sum := len(scores), 0.0
	for _, v := range scores {
		sum += v
	}
	f := Floor{sum / float64(n), math.NaN(), math.NaN()}
	if k := (n + 1) / 20; k > 0 { // of n+1 numbers alike, one is below the k-th of the others with the chance k/(n+1)
		f.Low, f.High = scores[k-1], scores[n-k]
	}
	return f
}

// simulate measures perfect generators.
func (t *Target) simulate(m Measure, s *Samples) Floor {
	var scores []float64
	for _, perfect := range t.perfects(m, len(s.Generated), len(s.Real)) {
		if m.Cost == Heavy { // others may look at it while this rests
			one := *perfect
			one.Rest = s.Rest
			perfect = &one
		}
		perfect.Train = s.Train
		v, err := m.Compute(perfect)
		if err != nil {
			return unknown
		}
		scores = append(scores, v)
	}
	return floorOf(scores)
}

// draws is how many draws a floor is made of. Of a law the mean of four of a cheap measure has half of a value's error, and a heavy one takes
// one. Of given points, which are few, there are enough for a range: one from every twentieth to every hundredth, but for what takes minutes.
func (t *Target) draws(m Measure, generated, real int) int {
	numbers := t.looksAt(m, generated) + t.looksAt(m, real)
	switch {
	case t.given == nil && m.Cost == Heavy:
		return 1
	case t.given == nil:
		return 4
	case m.Cost == Heavy && numbers > mostNumbers:
		return 4
	case m.Cost == Heavy || numbers > manyNumbers:
		return 19
	}
	return 99
}

// looksAt is how many of so many coordinates a measure looks at.
func (t *Target) looksAt(m Measure, numbers int) int {
	if m.Points > 0 {
		return min(numbers, m.Points*t.size())
	}
	return numbers
}

// manyNumbers is how many coordinates take so long to measure that floors are made of fewer draws: those of 4,000 points of the plane. mostNumbers is how
// many of them a heavy measure takes: those of as many points of the plane as it is ever given.
const (
	manyNumbers = 8000
	mostNumbers = 40_000
)

// perfects returns samples of a perfect generator, of so many numbers, kept until others are asked for.
func (t *Target) perfects(m Measure, generated, real int) []*Samples {
	if p := t.perfect; p != nil && (len(p[0].Generated) != generated || len(p[0].Real) != real) {
		t.perfect = nil
	}
	n := t.draws(m, generated, real)
	for len(t.perfect) < n {
		t.perfect = append(t.perfect, t.deal(generated, real))
	}
	return t.perfect[:n]
}
