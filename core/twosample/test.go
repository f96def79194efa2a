package twosample

import (
	"fmt"
	"slices"

	"ganvas/core/random"
)

// Test is a permutation test under way.
type Test struct {
	Observed float64   // the statistic of the clouds as they are
	Null     []float64 // and of every deal so far

	deals  Deals
	label  []float64
	n      int // points of the first cloud
	chance *random.Source
}

// fewest is the fewest points of a cloud that have a variance, and pairs.
const fewest = 2

// New begins the test of two clouds by a statistic, whose deals are of a stream. The error says what is wrong with the clouds.
func New(s Statistic, a, b Cloud, chance *random.Source) (*Test, error) {
	switch {
	case a.Dim != b.Dim:
		return nil, fmt.Errorf("the first cloud has %d dimensions and the second %d; allowed: as many", a.Dim, b.Dim)
	case a.Len() < fewest || b.Len() < fewest:
		return nil, fmt.Errorf("the clouds have %d and %d points; allowed: at least %d each", a.Len(), b.Len(), fewest)
	}
	return Begin(s.Of(joined(a, b), nil), a.Len(), b.Len(), chance), nil
}

// Begin is New of a statistic that is prepared, of n points and m.
func Begin(deals Deals, n, m int, chance *random.Source) *Test {
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

// Count is how often a test rejects, of so many: errors of the first kind where both clouds are of one distribution, its power otherwise.
func Count(times int, rejects func(repeat int) bool) (share float64) {
	n := 0
	for i := range times {
		if rejects(i) {
			n++
		}
	}
	return float64(n) / float64(times)
}
