package wire

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/query"

	"pgregory.net/rapid"
)

func TestCommandRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pairs []query.Pair
		for range rapid.IntRange(0, 4).Draw(t, "n") {
			pairs = append(pairs, query.Pair{Key: rapid.StringN(1, 6, -1).Draw(t, "key"), Value: rapid.String().Draw(t, "value")})
		}
		want := NewCommand(rapid.SampledFrom(Verbs).Draw(t, "verb"), pairs...)
		want.Run = rapid.SampledFrom([]uint32{0, 1, 7, math.MaxUint32}).Draw(t, "run")
		got, err := ParseCommand(want.String())
		if err != nil || got != want {
			t.Fatalf("got %v (%v), want %v", got, err, want)
		}
		if !slices.Equal(got.Pairs(), pairs) {
			t.Fatalf("got %q, want %q", got.Pairs(), pairs)
		}
	})
}

func TestCommandValue(t *testing.T) {
	c, err := ParseCommand("step?n=3&who=d")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range [][3]string{{"n", "1", "3"}, {"who", "both", "d"}, {"rate", "max", "max"}} {
		if got := c.Value(v[0], v[1]); got != v[2] {
			t.Errorf("%s is %q, want %q", v[0], got, v[2])
		}
	}
}

func TestParseCommandRefuses(t *testing.T) {
	for _, text := range []string{"", "?", "fly?", "Open?", "set?lr=%", "set@?", "set@-1?", "set@01?", "set@4294967296?"} {
		if c, err := ParseCommand(text); err == nil {
			t.Errorf("%q was read as %v", text, c)
		}
	}
	if _, err := ParseCommand("pause"); err != nil {
		t.Errorf("the question mark may be left out: %v", err)
	}
}

func FuzzParseCommand(f *testing.F) {
	f.Add("open?data=ring8&g.lr=0.001")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCommand(text)
		if err != nil {
			return
		}
		if again, err := ParseCommand(c.String()); err != nil || again != c {
			t.Fatalf("%v became %v (%v)", c, again, err)
		}
	})
}
