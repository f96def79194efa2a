package gan

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"ganvas/core/experiment"
)

func TestManifoldVerticesAreMidpointsOfEquallyLikelyCells(t *testing.T) {
	s := experiment.Default()
	normal := distuv.UnitNormal.CDF
	for noise, cdf := range map[string]func(float64) float64{
		"normal": normal, "uniform": distuv.Uniform{Min: -1, Max: 1}.CDF,
		"mixture": nil,
	} {
		s.Noise = noise
		for _, s.Latent = range []int{1, 2, 3} {
			first, last := cdf, cdf
			if noise == "mixture" {
				along := map[int][]int{1: {8}, 2: {4, 2}, 3: {2, 2, 2}}[s.Latent]
				first, last = inARow(along[0]), inARow(along[s.Latent-1])
			}
			rows, cols := manifoldSize(s)
			q := quantiles(s)
			if len(q) != rows*cols*s.Latent {
				t.Fatalf("%d latent dimensions: %d numbers for %dx%d vertices", s.Latent, len(q), rows, cols)
			}
			for r := range rows {
				for c := range cols {
					v := q[(r*cols+c)*s.Latent:]
					if got, want := last(float64(v[s.Latent-1])), (float64(c)+.5)/float64(cols); math.Abs(got-want) > 1e-6 {
						t.Errorf("column %d lies at %g, want %g", c, got, want)
					}
					if got, want := first(float64(v[0])), (float64(r)+.5)/float64(rows); s.Latent == 2 && math.Abs(got-want) > 1e-6 {
						t.Errorf("row %d lies at %g, want %g", r, got, want)
					}
				}
			}
		}
	}
}

// inARow is the distribution function of n equally likely normal blobs in a row, ten of their spreads apart, whose variance is 1: they spread
// by σ, so 1 = σ² + (10σ)²(n²-1)/12.
func inARow(n int) func(float64) float64 {
	sd := 1 / math.Sqrt(1+100*float64(n*n-1)/12)
	return func(x float64) (below float64) {
		for i := range n {
			centre := 10 * sd * (float64(i) - float64(n-1)/2)
			below += distuv.Normal{Mu: centre, Sigma: sd}.CDF(x) / float64(n)
		}
		return below
	}
}

// On a sphere of radius √z the vertices of a row share a height, rows have equal areas between them, and columns equal angles.
func TestManifoldOfASphere(t *testing.T) {
	s := experiment.Default()
	s.Noise = "sphere"
	for _, s.Latent = range []int{2, 3, 4} {
		rows, cols := manifoldSize(s)
		q := quantiles(s)
		if want := [][2]int{2: {1, 513}, 3: {33, 33}, 4: {0, 0}}[s.Latent]; rows != want[0] || cols != want[1] || len(q) != rows*cols*s.Latent {
			t.Fatalf("%d dimensions: %dx%d vertices, %d numbers", s.Latent, rows, cols, len(q))
		}
		for i := range rows * cols {
			v := q[i*s.Latent : (i+1)*s.Latent]
			square := 0.0
			for _, x := range v {
				square += float64(x) * float64(x)
			}
			if math.Abs(square-float64(s.Latent)) > 1e-6 {
				t.Errorf("vertex %d of %d dimensions has squared length %g", i, s.Latent, square)
			}
			around := v[s.Latent-2:]
			angle := math.Mod(math.Atan2(float64(around[1]), float64(around[0]))+2*math.Pi+1e-6, 2*math.Pi)
			if want := 2 * math.Pi * float64(i%cols%(cols-1)) / float64(cols-1); math.Abs(angle-want) > 1e-5 {
				t.Errorf("vertex %d of %d dimensions lies at the angle %g, want %g", i, s.Latent, angle, want)
			}
			// The cap below height h has the area share (1+h/√3)/2.
			if got, want := (1+float64(v[0])/math.Sqrt(3))/2, (float64(i/cols)+.5)/float64(rows); s.Latent == 3 && math.Abs(got-want) > 1e-6 {
				t.Errorf("row %d has the share %g below it, want %g", i/cols, got, want)
			}
		}
	}
}
