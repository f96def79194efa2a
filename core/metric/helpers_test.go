package metric

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// gauss is the round Gaussian of standard deviation sd at (x, y), of unit scale.
func gauss(x, y, sd float64) *data.Mixture {
	return data.NewMixture(1, data.Mode{At: []float64{x, y}, SD: []float64{sd, sd}, Weight: 1})
}

// some returns n points of a source.
func some(s data.Source, stream string, n int) []float32 {
	points := make([]float32, 2*n)
	s.Sample(random.New(7, "metric/test/"+stream), points)
	return points
}

// value computes a measure of n points of a generator against n of the data.
func value(t *testing.T, m Measure, data, generator data.Source, n int) float64 {
	t.Helper()
	v, err := m.Compute(NewTarget(data).Samples(some(generator, "generated", n), some(data, "real", n)))
	if err != nil {
		t.Fatalf("%s: %v", m.Key, err)
	}
	return v
}

// near fails unless got is within tolerance of want.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.6f, want %.6f ± %.6f", what, got, want, tolerance)
	}
}

// phi is the standard normal distribution function.
func phi(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// integral is the trapezoid rule on [-12, 12], which is exact to rounding for what Gaussians are made of.
func integral(f func(float64) float64) float64 {
	const h = 1. / 128
	sum := 0.0
	for i := -12 * 128; i <= 12*128; i++ {
		sum += f(float64(i)*h) * h
	}
	return sum
}

// normal is the density of N(mean, sd²).
func normal(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return math.Exp(-z*z/2) / (sd * math.Sqrt(2*math.Pi))
}
