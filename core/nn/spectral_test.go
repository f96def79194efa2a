package nn

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"ganvas/core/graph"
)

// greatest is the greatest singular value by gonum's decomposition.
func greatest(t *testing.T, w []float64, in, out int) float64 {
	t.Helper()
	var svd mat.SVD
	if !svd.Factorize(mat.NewDense(in, out, append([]float64(nil), w...)), mat.SVDNone) {
		t.Fatal("no decomposition")
	}
	return svd.Values(nil)[0]
}

// settled is a matrix whose power iteration has converged: its spectral normalisation and its weights.
func settled(in, out int) (tr *trial, w, normalised *graph.Node) {
	tr = newTrial(true)
	w = tr.input("w", in, out)
	normalised = Spectral(tr.Pass, "w", w)
	tr.begin()
	for range 400 {
		tr.step()
	}
	return tr, w, normalised
}

func TestSpectralNormAgainstTheDecomposition(t *testing.T) {
	for _, s := range [][2]int{{1, 1}, {1, 5}, {5, 1}, {4, 4}, {3, 8}, {8, 3}, {32, 20}} {
		tr, _, normalised := settled(s[0], s[1])
		want := greatest(t, tr.env["variable w"], s[0], s[1])
		got := tr.env.Eval(normalised)[0]
		for i, x := range tr.env["variable w"] {
			if math.Abs(got[i]-x/want) > 1e-9 {
				t.Errorf("%v: element %d is %.12g, want %.12g", s, i, got[i], x/want)
			}
		}
		if one := greatest(t, got, s[0], s[1]); math.Abs(one-1) > 1e-9 {
			t.Errorf("%v: normalised weights have norm %.12g", s, one)
		}
	}
}

// One round in each step, from whatever u is: the estimate never exceeds σ, and never falls while the weights stand.
func TestSpectralNormsEstimateRises(t *testing.T) {
	tr := newTrial(true)
	w := tr.input("w", 6, 5)
	normalised := Spectral(tr.Pass, "w", w)
	tr.begin()
	sigma, last := greatest(t, tr.env["variable w"], 6, 5), 0.0
	for i := range 60 {
		estimate := tr.env["variable w"][0] / tr.env.Eval(normalised)[0][0]
		if estimate > sigma+1e-12 || estimate < last-1e-12 {
			t.Fatalf("round %d: estimate %.12g after %.12g, greatest singular value %.12g", i, estimate, last, sigma)
		}
		last = estimate
		tr.step()
	}
	if last < .999*sigma {
		t.Errorf("after 60 rounds the estimate is %g, want %g", last, sigma)
	}
}

// The gradient by W is (C - <C, W/σ>uvᵀ)/σ with C that by W/σ: by the formula at any u, and where the iteration has converged also
// the slope of the true W/σ_max, with the decomposition's σ at moved weights.
func TestSpectralNormsGradient(t *testing.T) {
	const in, out = 4, 3
	for _, rounds := range []int{0, 400} {
		tr := newTrial(true)
		w := tr.input("w", in, out)
		normalised := Spectral(tr.Pass, "w", w)
		c := tr.input("c", in, out)
		tr.begin()
		for range rounds {
			tr.step()
		}
		got := tr.env.Eval(graph.Grad(graph.Sum(graph.Mul(c, normalised)), w)[0])[0]
		cs, ws, bar := tr.env["variable c"], tr.env["variable w"], tr.env.Eval(normalised)[0]
		sigma := ws[0] / bar[0]
		u, v := byHand(ws, tr.env["variable s/w/u"], in, out)
		product := 0.0
		for i := range cs {
			product += cs[i] * bar[i]
		}
		for i := range cs {
			want := (cs[i] - product*u[i/out]*v[i%out]) / sigma
			if math.Abs(got[i]-want) > 1e-12 {
				t.Errorf("after %d rounds: gradient %d is %.14g, want %.14g", rounds, i, got[i], want)
			}
		}
		if rounds == 0 {
			continue
		}
		value := func() float64 {
			sigma, sum := greatest(t, ws, in, out), 0.0
			for i := range ws {
				sum += cs[i] * ws[i] / sigma
			}
			return sum
		}
		const h = 1e-5
		for i := range ws {
			was := ws[i]
			ws[i] = was + h
			above := value()
			ws[i] = was - h
			want := (above - value()) / (2 * h)
			ws[i] = was
			if math.Abs(got[i]-want) > 1e-8 {
				t.Errorf("gradient %d is %.12g, the true one %.12g", i, got[i], want)
			}
		}
	}
}

// byHand is one round of the power iteration: v = uᵀW and u = Wv, both of length 1.
func byHand(w, state []float64, in, out int) (u, v []float64) {
	unit := func(x []float64) []float64 {
		norm := 0.0
		for _, a := range x {
			norm += a * a
		}
		for i := range x {
			x[i] /= math.Sqrt(norm)
		}
		return x
	}
	u, v = make([]float64, in), make([]float64, out)
	for i := range w {
		v[i%out] += state[i/out] * w[i]
	}
	unit(v)
	for i := range w {
		u[i/out] += w[i] * v[i%out]
	}
	return unit(u), v
}

// A zero matrix has no direction; it stays zero, and finite.
func TestSpectralNormOfZero(t *testing.T) {
	tr := newTrial(true)
	w := tr.input("w", 2, 3)
	tr.env["variable w"] = make([]float64, 6)
	normalised := Spectral(tr.Pass, "w", w)
	tr.begin()
	tr.step()
	for _, x := range tr.env.Eval(normalised)[0] {
		if x != 0 {
			t.Errorf("a zero has become %g", x)
		}
	}
}

// However often a network is applied in a move, its weights are normalised alike and the iteration moves once.
func TestSpectralNormMovesOncePerPass(t *testing.T) {
	relu, _ := FindActivation("relu")
	tr := newTrial(true)
	m := MLP{In: 2, Out: 1, Hidden: []Hidden{{5, relu}}, Init: Initialisers[0], Spectral: true}
	for _, name := range []string{"a", "b", "c"} {
		m.Apply(tr.Pass, tr.input(name, 4, 2), nil)
	}
	if n := len(tr.Updates()); n != 2 || len(tr.State.Variables()) != 2 {
		t.Errorf("%d updates of %d states, want one for each of two layers", n, len(tr.State.Variables()))
	}
}
