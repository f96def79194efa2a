package metric

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/data"
)

// A sample covers itself, and k of 8 modes cover about k/8 of the data, precisely.
func TestPrecisionRecall(t *testing.T) {
	const n = 1000
	p := NewTarget(data.Ring8)
	real := some(data.Ring8, "real", n)
	for _, m := range []Measure{Precision, Recall} {
		v, _ := m.Compute(p.Samples(real, real))
		near(t, m.Key+" of the same", v, 1, 0)
	}
	perfectPrecision := value(t, Precision, data.Ring8, data.Ring8, n)
	perfectRecall := value(t, Recall, data.Ring8, data.Ring8, n)
	for _, k := range []int{2, 4, 6} {
		var shares [8]float64
		for i := range k {
			shares[i] = 1 / float64(k)
		}
		// A share of n points has a standard error of ½/√n at most; with more points a mode, those kept are covered no worse
		// than before, but at most wholly.
		kept, se := float64(k)/8, 0.5/math.Sqrt(n)
		recall := value(t, Recall, data.Ring8, ring(shares, 1), n)
		if recall < kept*perfectRecall-5*se || recall > kept+5*se {
			t.Errorf("recall of %d modes is %v", k, recall)
		}
		near(t, "precision", value(t, Precision, data.Ring8, ring(shares, 1), n), perfectPrecision, 5*se*math.Sqrt2)
	}
	near(t, "recall of strangers", value(t, Recall, data.Ring8, gauss(0, 0, .1), n), 0, 0)
	near(t, "precision of strangers", value(t, Precision, data.Ring8, gauss(0, 0, .1), n), 0, 0)
}

// A precise generator of half the modes has high precision and low recall, a wide one the other way round.
func TestPrecisionAndRecallDiffer(t *testing.T) {
	wide := gauss(0, 0, 2)
	if p, r := value(t, Precision, data.Ring8, wide, 1000), value(t, Recall, data.Ring8, wide, 1000); p > 0.5 || r < 0.6 {
		t.Errorf("a wide generator has precision %v, recall %v", p, r)
	}
}

// The k-th nearest by insertion is the k-th by sorting.
func TestNearest(t *testing.T) {
	points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) point {
		return point{rapid.Float64Range(-3, 3).Draw(t, "x"), float64(rapid.IntRange(-2, 2).Draw(t, "y"))}
	}), 4, 20)
	rapid.Check(t, func(t *rapid.T) {
		a, k := points.Draw(t, "a"), rapid.IntRange(1, 3).Draw(t, "k")
		radii := radii2(a, k)
		for i, p := range a {
			var d []float64
			for j, q := range a {
				if i != j {
					d = append(d, p.d2(q))
				}
			}
			slices.Sort(d)
			if radii[i] != d[k-1] || !slices.Equal(closest(p, a, k+1), append([]float64{0}, d[:k]...)) {
				t.Fatalf("point %d: %v, want %v", i, radii[i], d[k-1])
			}
		}
	})
}

// Between N(0, 1) and N(m, 1) the best accuracy is Φ(m/2). A vote of k neighbours falls short of it: where the odds are ½ ± δ it
// errs as a coin of k throws, which costs f/4k in all, f the density of δ at 0 — at x = m/2, where δ' = m/4, that is
// φ(m/2)/(m/4), for m = 1 it is 1.41 and the cost with k = 31 is .011, for m = 2 .48 and .004. Teachers at a distance blur the
// odds a little more; the same again is allowed for that.
func TestC2ST(t *testing.T) {
	const n = pairPoints
	se := 0.5 / math.Sqrt(n)
	near(t, "of equals", value(t, C2ST, gauss(0, 0, 1), gauss(0, 0, 1), n), 0.5, 5*se)
	for _, m := range []float64{1, 2, 4} {
		short := normal(m/2, 0, 1) / (m / 4) / (4 * 31)
		got, best := value(t, C2ST, gauss(0, 0, 1), gauss(m, 0, 1), n), phi(m/2)
		if sd := math.Sqrt(best * (1 - best) / n); got > best+5*sd || got < best-2*short-5*sd {
			t.Errorf("shift %v: accuracy %v, best %v, short by %v", m, got, best, short)
		}
	}
	near(t, "of strangers", value(t, C2ST, data.Ring8, gauss(0, 0, .1), n), 1, 0)
}

// ½ for fresh points, 1 for copies, 0 for strays, and in between in proportion.
func TestMemorisation(t *testing.T) {
	const n = pairPoints
	target, train := NewTarget(data.Ring8), some(data.Ring8, "train", 2000)
	fresh, real, far := some(data.Ring8, "generated", n), some(data.Ring8, "real", n), some(gauss(9, 9, .1), "far", n)
	half := slices.Clone(fresh)
	copy(half[:n], train)
	for _, c := range []struct {
		name            string
		generated       []float32
		want, tolerance float64
	}{
		// The Mann-Whitney statistic of n and n has a variance of (2n+1)/12n² under the null, and of less than 1/4n elsewhere;
		// all distances share the training points, which cost nothing in the mean.
		{"fresh", fresh, 0.5, 5 * math.Sqrt(1./(6*n))},
		{"half copied", half, 0.75, 5 * math.Sqrt(1./(4*n))},
		{"copied", train[:2*n], 1, 0},
		{"far", far, 0, 0},
	} {
		s := target.Samples(c.generated, real)
		s.Train = train
		v, err := Memorisation.Compute(s)
		if err != nil {
			t.Fatal(err)
		}
		near(t, c.name, v, c.want, c.tolerance)
	}
	if _, err := Memorisation.Compute(target.Samples(fresh, real)); err == nil {
		t.Error("no error without training points")
	}
}

// Ties count half.
func TestAboveHalf(t *testing.T) {
	for _, c := range []struct {
		a, b []float64
		want float64
	}{
		{[]float64{1}, []float64{1}, 0.5}, {[]float64{2}, []float64{1}, 1}, {[]float64{1}, []float64{2}, 0},
		{[]float64{1, 3}, []float64{2, 3, 0, 1}, (1.5/4 + 3.5/4) / 2},
	} {
		near(t, "the chance", AboveHalf(c.a, c.b), c.want, 1e-15)
	}
}

// The mean log density of a Gaussian of width s under one of width 1, a shift apart, is -log 2π - s² - shift²/2, with the
// variance s⁴ + s² shift². A stray point costs no more than 12 log 10 below the uniform density.
func TestLogLikelihood(t *testing.T) {
	const n = 20000
	for _, c := range []struct{ shift, s float64 }{{0, 1}, {0, .5}, {1, 1.2}} {
		want := -math.Log(2*math.Pi) - c.s*c.s - c.shift*c.shift/2
		se := math.Sqrt((math.Pow(c.s, 4) + c.s*c.s*c.shift*c.shift) / n)
		near(t, "mean log density", value(t, LogLikelihood, gauss(0, 0, 1), gauss(c.shift, 0, c.s), n), want, 5*se)
	}
	target := NewTarget(gauss(0, 0, 1))
	w := float64(target.Window.High[0]-target.Window.Low[0]) * float64(target.Window.High[1]-target.Window.Low[1])
	far, err := LogLikelihood.Compute(target.Samples(some(gauss(99, 0, 1), "far", 100), some(target.Source, "real", 100)))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "far away", far, -math.Log(w)-12*math.Log(10), 1e-9)
}
