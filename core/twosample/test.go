package twosample

import (
	"fmt"

	"ganvas/core/random"
	"ganvas/core/twosample/permutation"
)

// fewest is the fewest points of a cloud that have a variance, and pairs.
const fewest = 2

// New begins the test of two clouds by a statistic, whose deals are of a stream. The error says what is wrong with the clouds.
func New(s Statistic, a, b Cloud, chance *random.Source) (*permutation.Test, error) {
	switch {
	case a.Dim != b.Dim:
		return nil, fmt.Errorf("the first cloud has %d dimensions and the second %d; allowed: as many", a.Dim, b.Dim)
	case a.Len() < fewest || b.Len() < fewest:
		return nil, fmt.Errorf("the clouds have %d and %d points; allowed: at least %d each", a.Len(), b.Len(), fewest)
	}
	return permutation.New(s.Of(joined(a, b), nil), a.Len(), b.Len(), chance), nil
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
