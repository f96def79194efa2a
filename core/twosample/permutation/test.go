package permutation

import (
	"slices"

	"ganvas/core/random"
)

// Deals says how far a deal of points is apart: label is 1 for the n points of the first cloud, and 0 for the others. Labels are numbers so that loops
// over points have no branch to guess.
type Deals func(label []float64, n int) float64

// Test is a permutation test under way.
type Test struct {
	Observed float64   // the statistic of the clouds as they are
	Null     []float64 // and of every deal so far

	deals  Deals
	label  []float64
	n      int // points of the first cloud
	chance *random.Source
}

// New begins the test of clouds of n points and of m; deals are of a stream.
func New(deals Deals, n, m int, chance *random.Source) *Test {
	t := &Test{deals: deals, label: make([]float64, n+m), n: n, chance: chance}
	for i := range n {
		t.label[i] = 1
	}
	t.Observed = deals(t.label, n)
	return t
}

// Deal adds so many deals to the null distribution.
func (t *Test) Deal(times int) {
	for range times {
		shuffle(t.label, t.chance)
		t.Null = append(t.Null, t.deals(t.label, t.n))
	}
}

// P is the share of deals, with the clouds as they are among them, that are at least as far apart as the clouds are. Of clouds of one distribution it is
// at most a level as often as that level says, or less.
func (t *Test) P() float64 {
	reached := 1
	for _, x := range t.Null {
		if x >= t.Observed {
			reached++
		}
	}
	return float64(reached) / float64(len(t.Null)+1)
}

// Threshold is what the statistic must exceed to be rejected at a level: that share of deals, or less, exceeds it.
func (t *Test) Threshold(level float64) float64 {
	all := append(slices.Clone(t.Null), t.Observed)
	slices.Sort(all)
	return all[max(0, len(all)-1-int(level*float64(len(all))))]
}

// shuffle puts the labels into a random order.
func shuffle(label []float64, r *random.Source) {
	for i := len(label) - 1; i > 0; i-- {
		j := r.IntN(i + 1)
		label[i], label[j] = label[j], label[i]
	}
}
