package metric

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The quantile integral agrees with the other closed form, ∫|F-G|, on samples of any sizes.
func TestWassersteinIsTheAreaBetween(t *testing.T) {
	numbers := rapid.SliceOfN(rapid.Float64Range(-10, 10), 1, 12)
	rapid.Check(t, func(t *rapid.T) {
		a, b := numbers.Draw(t, "a"), numbers.Draw(t, "b")
		all := append(slices.Clone(a), b...)
		slices.Sort(all)
		want := 0.0
		for i := range all[:len(all)-1] {
			want += math.Abs(share(a, all[i])-share(b, all[i])) * (all[i+1] - all[i])
		}
		if got := wasserstein(slices.Clone(a), slices.Clone(b)); math.Abs(got-want) > 1e-9 {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// share returns the empirical distribution function.
func share(v []float64, at float64) float64 {
	n := 0.0
	for _, x := range v {
		if x <= at {
			n++
		}
	}
	return n / float64(len(v))
}

// A distance: 0 of equals, symmetric, a shift by s is s, and the triangle's inequality.
func TestWassersteinIsADistance(t *testing.T) {
	numbers := rapid.SliceOfN(rapid.Float64Range(-10, 10), 1, 12)
	at := func(a, b []float64) float64 { return wasserstein(slices.Clone(a), slices.Clone(b)) }
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := numbers.Draw(t, "a"), numbers.Draw(t, "b"), numbers.Draw(t, "c")
		shift := rapid.Float64Range(-5, 5).Draw(t, "shift")
		moved := slices.Clone(a)
		for i := range moved {
			moved[i] += shift
		}
		if at(a, a) != 0 || math.Abs(at(a, b)-at(b, a)) > 1e-12 || math.Abs(at(a, moved)-math.Abs(shift)) > 1e-9 {
			t.Errorf("of itself %v, there %v, back %v, shift %v moves %v", at(a, a), at(a, b), at(b, a), shift, at(a, moved))
		}
		if at(a, c) > at(a, b)+at(b, c)+1e-9 {
			t.Error("a detour is shorter")
		}
	})
}

// N(0, 1) to N(m, s²) in one dimension is E|m + (s-1)Z|, the folded normal's mean; along every direction of round Gaussians m is
// the shift's projection. The standard error is below that of the means, sqrt((1+s²)/n) a direction.
func TestWassersteinOfGaussians(t *testing.T) {
	const n, shift, s = 20000, 1.0, 1.5
	got := value(t, Sliced, gauss(0, 0, 1), gauss(shift, 0, s), n)
	want := 0.0
	for k := range 1000 {
		want += folded(shift*math.Cos(2*math.Pi*float64(k)/1000), s-1) / 1000
	}
	near(t, "sliced", got, want, 5*math.Sqrt((1+s*s)/n))
	marginals := (folded(shift, s-1) + folded(0, s-1)) / 2
	near(t, "marginals", value(t, Marginals, gauss(0, 0, 1), gauss(shift, 0, s), n), marginals, 5*math.Sqrt((1+s*s)/n))
}

// A shift by a of the same points is 2a/π sliced, to 4e-4 of it for 32 directions.
func TestSlicedShift(t *testing.T) {
	p := gauss(0, 0, 1)
	real := some(p, "real", 500)
	moved := slices.Clone(real)
	for i := 0; i < len(moved); i += 2 {
		moved[i] += 0.75
	}
	got, err := Sliced.Compute(NewTarget(p).Samples(moved, real))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "sliced", got, 2*0.75/math.Pi, 4.1e-4*2*0.75/math.Pi)
}

// folded returns E|N(m, s²)|.
func folded(m, s float64) float64 {
	return s*math.Sqrt(2/math.Pi)*math.Exp(-m*m/(2*s*s)) + m*math.Erf(m/(s*math.Sqrt2))
}
