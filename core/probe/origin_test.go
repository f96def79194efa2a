package probe

import (
	"math"
	"testing"
)

// Latitudes of one room and times of one minute stay apart.
func TestSplitKeepsFarNumbersApart(t *testing.T) {
	for _, x := range [][2]float64{{0, 0}, {52.5163001, 13.3777003}, {1764360000.25, -1764360000.5}, {1e15, -3}} {
		got := Join(Split(x))
		for k := range x {
			if off := math.Abs(got[k] - x[k]); off > 1e-14*math.Abs(x[k]) {
				t.Errorf("%v comes back as %v", x, got)
			}
		}
	}
	if got := Join(nil); got != [2]float64{} {
		t.Errorf("without an origin it is %v", got)
	}
}
