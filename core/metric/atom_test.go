package metric

import (
	"math"
	"testing"

	"ganvas/core/data"
)

// Of data in one point and samples in another, at distance a along x, every measure that applies is a number, distances of means are a,
// and all are zero where the points meet. What asks for neighbours does not apply.
func TestAtom(t *testing.T) {
	target := NewTarget(data.Dirac)
	for _, a := range []float32{0, .75} {
		generated, real := make([]float32, 2*few), make([]float32, 2*few)
		for i := 0; i < len(generated); i += 2 {
			generated[i] = a
		}
		got := map[string]float64{}
		for _, r := range target.Measure(target.Samples(generated, real), Heavy) {
			if got[r.Key] = r.Value; math.IsNaN(r.Value) || math.IsNaN(r.Floor.Mean) {
				t.Errorf("at %g, %s is %g, and for a perfect generator %g", a, r.Key, r.Value, r.Floor)
			}
		}
		for _, key := range []string{"precision", "recall", "c2st"} {
			if v, there := got[key]; there {
				t.Errorf("%s is %g", key, v)
			}
		}
		// |Δ|² for Fréchet; the mean over axes of a and 0; 2E|X-Y|; and all of the mass in another cell.
		far := 0.
		if a > 0 {
			far = 1
		}
		for key, want := range map[string]float64{"frechet": float64(a * a), "w1_marginals": float64(a) / 2, "energy": 2 * float64(a), "tv": far, "js": far * math.Ln2} {
			if math.Abs(got[key]-want) > 1e-6 {
				t.Errorf("at %g, %s is %g, want %g", a, key, got[key], want)
			}
		}
	}
}
