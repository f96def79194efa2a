package address

import (
	"fmt"
	"hash/fnv"
	"testing"

	"ganvas/core/query"
)

// The check is FNV-1a of 32 bits of the pairs, its halves folded onto each other, in four hexadecimal digits: links that were copied years ago keep theirs.
func TestChecksAreFoldedHashes(t *testing.T) {
	for _, c := range []struct {
		pairs  []query.Pair
		hashed string
	}{
		{nil, ""},
		{[]query.Pair{{Key: "data", Value: "moons"}}, "data=moons&"},
		{[]query.Pair{{Key: "data", Value: "moons"}, {Key: "seed", Value: "3"}}, "data=moons&seed=3&"},
		{[]query.Pair{{Key: "ok", Value: "1234"}, {Key: "g.lr", Value: "0.01"}, {Key: "fbclid", Value: "AbC"}}, "g.lr=0.01&"},
		{[]query.Pair{{Key: "seed", Value: "77"}}, "seed=77&"},
	} {
		h := fnv.New32a()
		h.Write([]byte(c.hashed))
		sum := h.Sum32()
		if got, want := checkOf(c.pairs), fmt.Sprintf("%04x", sum>>16^sum&0xffff); got != want {
			t.Errorf("%v: the check is %q, want %q", c.pairs, got, want)
		}
	}
}
