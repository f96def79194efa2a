package family

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func TestNormalQuantile(t *testing.T) {
	for i := 1; i < 2000; i++ {
		p := float64(i) / 2000
		// The tails' logarithm is a float32 of a float32.
		if got, want := NormalQuantile(p), distuv.UnitNormal.Quantile(p); math.Abs(got-want) > 1e-6 {
			t.Errorf("quantile of %g is %.9g, want %.9g", p, got, want)
		}
	}
}
