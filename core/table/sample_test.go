package table

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ranked agrees with sorting.
func TestRanked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hashes := rapid.SliceOfN(rapid.Uint64(), 1, 300).Draw(t, "hashes")
		shift := rapid.IntRange(0, 60).Draw(t, "shift")
		for i := range hashes {
			hashes[i] >>= shift
		}
		n := rapid.IntRange(0, len(hashes)-1).Draw(t, "n")
		sorted := slices.Sorted(slices.Values(hashes))
		if got := ranked(hashes, n); got != sorted[n] {
			t.Fatalf("%d of %v is %d", n, sorted, got)
		}
	})
}
