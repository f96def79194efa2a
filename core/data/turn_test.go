package data

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Against package math, of the angle reduced to a turn: the product with 2π is off by 4e-16 there, twice what turn is.
func TestTurn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		turns := rapid.Float64Range(-4, 4).Draw(t, "turns")
		c, s := turn(turns)
		wantS, wantC := math.Sincos(2 * math.Pi * (turns - math.Round(turns)))
		if math.Abs(c-wantC) > 1e-15 || math.Abs(s-wantS) > 1e-15 {
			t.Errorf("%v turns: got %v, %v, want %v, %v", turns, c, s, wantC, wantS)
		}
	})
	for turns, want := range map[float64][2]float64{0: {1, 0}, .25: {0, 1}, .5: {-1, 0}, .75: {0, -1}, 1: {1, 0}, -.25: {0, -1}} {
		if c, s := turn(turns); c != want[0] || s != want[1] {
			t.Errorf("%v turns: got %v, %v, want %v", turns, c, s, want)
		}
	}
}
