package train

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"ganvas/core/experiment"
)

func TestNormalQuantile(t *testing.T) {
	for i := 1; i < 2000; i++ {
		p := float64(i) / 2000
		// The tails' logarithm is a float32 of a float32.
		if got, want := normalQuantile(p), distuv.UnitNormal.Quantile(p); math.Abs(got-want) > 1e-6 {
			t.Errorf("quantile of %g is %.9g, want %.9g", p, got, want)
		}
	}
}

func TestManifoldVerticesAreMidpointsOfEquallyLikelyCells(t *testing.T) {
	s := experiment.Default()
	for _, s.Noise = range []string{"normal", "uniform"} {
		cdf := distuv.UnitNormal.CDF
		if s.Noise == "uniform" {
			cdf = distuv.Uniform{Min: -1, Max: 1}.CDF
		}
		for _, s.Latent = range []int{1, 2, 3} {
			rows, cols := manifoldSize(s.Latent)
			q := quantiles(s)
			if len(q) != rows*cols*s.Latent {
				t.Fatalf("%d latent dimensions: %d numbers for %dx%d vertices", s.Latent, len(q), rows, cols)
			}
			for r := range rows {
				for c := range cols {
					v := q[(r*cols+c)*s.Latent:]
					if got, want := cdf(float64(v[s.Latent-1])), (float64(c)+.5)/float64(cols); math.Abs(got-want) > 1e-6 {
						t.Errorf("column %d lies at %g, want %g", c, got, want)
					}
					if got, want := cdf(float64(v[0])), (float64(r)+.5)/float64(rows); s.Latent == 2 && math.Abs(got-want) > 1e-6 {
						t.Errorf("row %d lies at %g, want %g", r, got, want)
					}
				}
			}
		}
	}
}
