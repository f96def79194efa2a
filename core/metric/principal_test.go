package metric

import (
	"math"
	"testing"

	"ganvas/core/random"
)

// The principal axes of a Gaussian that was turned are those that it was turned to, in the order of its deviations.
func TestPrincipalAxes(t *testing.T) {
	r := random.New(1, "metric/principal")
	axes := [][]float64{{2. / 3, 2. / 3, 1. / 3}, {-2. / 3, 1. / 3, 2. / 3}, {1. / 3, -2. / 3, 2. / 3}}
	sd := []float64{.5, 3, 1}
	var points []float32
	for range 20_000 {
		at := []float64{5, -2, 100}
		for i, a := range axes {
			z := sd[i] * float64(r.Normal())
			for k := range at {
				at[k] += z * a[k]
			}
		}
		points = append(points, float32(at[0]), float32(at[1]), float32(at[2]))
	}
	for i, got := range Principal(points, 3) {
		want := axes[[]int{1, 2, 0}[i]]
		along, length, largest := 0.0, 0.0, 0.0
		for k, v := range got {
			along, length = along+v*want[k], length+v*v
			if math.Abs(v) > math.Abs(largest) {
				largest = v
			}
		}
		// Of 10,000 points directions are off by about a hundredth.
		if math.Abs(along) < .999 || math.Abs(length-1) > 1e-12 || largest < 0 {
			t.Errorf("axis %d is %v, want %v or its opposite with the largest part above 0", i+1, got, want)
		}
	}
}
