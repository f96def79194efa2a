package metric

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/floats"
	"pgregory.net/rapid"

	"ganvas/core/data"
)

// For p = N(0, 1) and q = N(.8, 1) in x and equal in y, the divergences are those of the line: KL .8²/2, JS and TV by
// quadrature. A grid can only lose: cells of width h keep 1 - h²/12 of the information on a shift to first order; these are
// about a third wide, so that 1 % is lost, and 2 % is allowed.
func TestGridKeepsDivergences(t *testing.T) {
	const shift = 0.8
	p, q := gauss(0, 0, 1), gauss(shift, 0, 1)
	target := NewTarget(p)
	h := &histograms{p: target.masses, q: target.cells.(grid).masses(q), n: 1e12, m: 1e12}
	js := integral(func(x float64) float64 {
		a, b := normal(x, 0, 1), normal(x, shift, 1)
		return (a*math.Log(2*a/(a+b)) + b*math.Log(2*b/(a+b))) / 2
	})
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"js", compute(t, JS, h), js},
		{"kl", compute(t, KL, h), shift * shift / 2},
		{"kl_reverse", compute(t, ReverseKL, h), shift * shift / 2},
		{"tv", compute(t, TotalVariation, h), 2*phi(shift/2) - 1},
	} {
		if c.got > c.want || c.got < 0.98*c.want {
			t.Errorf("%s on the grid is %.5f, want %.5f less 2 %% at most", c.name, c.got, c.want)
		}
	}
}

// compute applies a measure to histograms as they are.
func compute(t *testing.T, m Measure, h *histograms) float64 {
	t.Helper()
	v, err := m.Compute(&Samples{counted: h})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Of samples, the divergences are those of the masses to 5 standard errors and the bias. The plug-in KL(p ‖ q) has the variance
// (Σp²/q - 1)/n and the bias Σp/2nq over cells of 1 point or more; cells of fewer add at most their mass times log(n+1).
func TestSampledKL(t *testing.T) {
	const n, shift = 100000, 0.8
	p, q := gauss(0, 0, 1), gauss(shift, 0, 1)
	target := NewTarget(p)
	exact := target.cells.(grid).masses(q)
	want := divergence(target.masses, exact, 1e12)
	variance, bias, rare := -1.0, 0.0, 0.0
	for i, a := range target.masses {
		if exact[i]*n < 1 {
			rare += a * math.Log(n+1)
			continue
		}
		variance += a * a / exact[i]
		bias += a / exact[i] / (2 * n)
	}
	got := value(t, KL, p, q, n)
	near(t, "KL", got, want+bias, 5*math.Sqrt(variance/n)+rare+bias)
}

// The plug-in JS of a perfect generator is a chi-square of K-1 degrees of freedom over 8n, to first order: its mean is (K-1)/8n
// and its standard deviation sqrt(2(K-1))/8n. On a uniform source all cells have points enough for that.
func TestFloorOfJS(t *testing.T) {
	target, n, filled := NewTarget(data.Checkerboard), 100000, 0
	for _, p := range target.masses {
		if p > 0 {
			filled++
		}
	}
	k := float64(filled - 1)
	s := target.Samples(some(data.Checkerboard, "generated", n), some(data.Checkerboard, "real", n))
	want, se := k/8/float64(n), math.Sqrt(2*k)/8/float64(n)
	// The next order of the bias is a 1/np part of it: cells hold 100 points and more, so 2 % is allowed.
	near(t, "the floor", target.Floor(JS, s).Mean, want, 5*se/2+0.02*want)
	got, _ := JS.Compute(s)
	near(t, "a perfect generator", got, want, 5*se+0.02*want)
}

// A dropped mode of eight costs the generator KL(p ‖ q) ⅛ log(n+1)-ish, as the pseudo-sample has it, and JS a closed form.
func TestDroppedMode(t *testing.T) {
	const n = 20000
	modes := slices.Clone(data.Ring8.Modes()[:7])
	for i := range modes {
		modes[i].Weight = 1. / 7
	}
	target := NewTarget(data.Ring8)
	q := target.cells.(grid).masses(data.NewMixture(1, modes...))
	h := &histograms{p: target.masses, q: q, n: n, m: n}
	// KL: 7/8 log(7/8) where q = 8p/7, and 1/8 log(n+1) where q' = p/(n+1); tails of neighbours within cells blur both.
	near(t, "KL", compute(t, KL, h), 7./8*math.Log(7./8)+math.Log(n+1)/8, 1e-2)
	near(t, "reverse KL", compute(t, ReverseKL, h), math.Log(8./7), 1e-3)
	near(t, "TV", compute(t, TotalVariation, h), 1./8, 1e-5)
	near(t, "JS", compute(t, JS, h), (math.Log(2)/8+7./8*math.Log(14./15)+math.Log(16./15))/2, 1e-4)
}

// Divergences are 0 of equal histograms and positive else; JS and TV are symmetric, and bounded by log 2 and 1; Pinsker's
// inequality ties KL to TV; and moving q towards p lowers them all.
func TestDivergences(t *testing.T) {
	probabilities := rapid.Custom(func(t *rapid.T) []float64 {
		v := rapid.SliceOfN(rapid.Float64Range(0, 1), 12, 12).Draw(t, "weights")
		v[rapid.IntRange(0, 11).Draw(t, "one that is sure")] += 0.1
		floats.Scale(1/floats.Sum(v), v)
		return v
	})
	rapid.Check(t, func(rt *rapid.T) {
		p, q := probabilities.Draw(rt, "p"), probabilities.Draw(rt, "q")
		const many = 1e15
		at := func(m Measure, p, q []float64) float64 {
			return compute(t, m, &histograms{p: p, q: q, n: many, m: many})
		}
		half := slices.Clone(q)
		floats.Add(half, p)
		floats.Scale(0.5, half)
		for _, m := range []Measure{JS, KL, ReverseKL, TotalVariation} {
			if v := at(m, p, p); math.Abs(v) > 1e-12 {
				rt.Errorf("%s of equals is %v", m.Key, v)
			}
			if v := at(m, p, q); v < 0 || at(m, p, half) > v+1e-12 {
				rt.Errorf("%s is %v, half-way %v", m.Key, v, at(m, p, half))
			}
		}
		js, tv, kl := at(JS, p, q), at(TotalVariation, p, q), at(KL, p, q)
		if math.Abs(js-at(JS, q, p)) > 1e-12 || math.Abs(tv-at(TotalVariation, q, p)) > 1e-12 || math.Abs(kl-at(ReverseKL, q, p)) > 1e-9 {
			rt.Error("not symmetric")
		}
		if js > math.Ln2+1e-12 || tv > 1+1e-12 || kl < 2*tv*tv-1e-9 {
			rt.Errorf("js %v, tv %v, kl %v", js, tv, kl)
		}
	})
}

// Every point is counted once, in the cell that the edges say.
func TestHistogram(t *testing.T) {
	target := NewTarget(data.Ring8)
	w := target.Window
	inside := func(i int, a, b float32) float32 { return a + (b-a)*(float32(i)+0.5)/30 }
	points := []float32{
		inside(3, w.Low[0], w.High[0]), inside(7, w.Low[1], w.High[1]),
		inside(29, w.Low[0], w.High[0]), inside(0, w.Low[1], w.High[1]),
		w.High[0] + 1, 0, 0, w.Low[1] - 1,
	}
	h := shares(target.cells, points, 2)
	for cell, want := range map[int]float64{7*30 + 3: .25, 29: .25, 30 * 30: .5} {
		near(t, "a cell", h[cell], want, 1e-15)
	}
	near(t, "the sum", floats.Sum(h), 1, 1e-12)
	near(t, "the masses' sum", floats.Sum(target.masses), 1, 1e-12)
}

// Where supports differ, the divergences of histograms saturate: of two unit Gaussians 6 apart KL is 18, and what is told is at most log(n+1). So the
// words say.
func TestKLSaturatesAndSaysSo(t *testing.T) {
	const n = 10_000
	for _, m := range []Measure{KL, ReverseKL} {
		if v := value(t, m, gauss(0, 0, 1), gauss(6, 0, 1), n); !(v > 6 && v <= math.Log(n+1)) {
			t.Errorf("%s of Gaussians that hardly overlap is %g, want at most %g", m.Key, v, math.Log(n+1))
		}
		if !strings.Contains(m.Doc, "saturates") {
			t.Errorf("%s does not say that it saturates", m.Key)
		}
	}
}
