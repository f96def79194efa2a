package gan

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/probe"
)

// With weights that stand, batch normalisation's running statistics settle on the layer's own: before the first nonlinearity, a
// normal latent has the mean b and the variance Σw². Averaged states follow.
func TestRunningStatisticsOfAStandingGenerator(t *testing.T) {
	tr := open(t, "g=6&d=4&rows=64&batch=512&g.norm=batch&g.lr=0&d.lr=0&g.ema=0")
	for range 4 {
		train(t, tr, 50)
	}
	w, bias := tr.Slots().Read("g/0/weight"), tr.Slots().Read("g/0/bias")
	for _, scope := range []string{"g.state", "g.average.state"} {
		mean, square := tr.Slots().Read(scope+"/0/norm/mean"), tr.Slots().Read(scope+"/0/norm/variance")
		for j := range 6 {
			want := math.Pow(float64(w[j]), 2) + math.Pow(float64(w[6+j]), 2)
			// A blend of a tenth has the spread of 19 minibatches' mean: of 9,728 samples. Five standard errors.
			if d := math.Abs(float64(mean[j] - bias[j])); d > 5*math.Sqrt(want/9728) {
				t.Errorf("%s: unit %d has the running mean %g, want %g", scope, j, mean[j], bias[j])
			}
			if d := math.Abs(float64(square[j])/want - 1); d > 5*math.Sqrt(2./9728) {
				t.Errorf("%s: unit %d has the running variance %g, want %g", scope, j, square[j], want)
			}
		}
	}
}

// Pictures use the averaged weights and the averaged running statistics: the manifold by hand, for one hidden layer.
func TestPicturesNormaliseByRunningStatistics(t *testing.T) {
	tr := open(t, "g=5&d=4&rows=64&batch=32&z=1&g.norm=batch&g.ema=0.9")
	train(t, tr, 40)
	at := func(name string) []float32 { return tr.Slots().Read("g.average" + name) }
	w, b, out, shiftOut := at("/0/weight"), at("/0/bias"), at("/1/weight"), at("/1/bias")
	scale, shift := at("/0/norm/scale"), at("/0/norm/shift")
	mean, square := at(".state/0/norm/mean"), at(".state/0/norm/variance")
	s := shot(tr)
	for v, z := range quantiles(experimentOf(tr).spec) {
		xy := [2]float64{float64(shiftOut[0]), float64(shiftOut[1])}
		for j := range 5 {
			h := (float64(z)*float64(w[j])+float64(b[j])-float64(mean[j]))/math.Sqrt(float64(square[j])+1e-5)*float64(scale[j]) + float64(shift[j])
			for k := range 2 {
				xy[k] += math.Max(0, h) * float64(out[2*j+k])
			}
		}
		for k := range 2 {
			if want := xy[k]*float64(experimentOf(tr).data.frame.Scale[k]) + float64(experimentOf(tr).data.frame.Centre[k]); math.Abs(float64(s.Floats(probe.Manifold)[2*v+k])-want) > 1e-4 {
				t.Fatalf("vertex %d is at %g along axis %d, want %g", v, s.Floats(probe.Manifold)[2*v+k], k, want)
			}
		}
	}
}

// States belong to their player: a move changes its own, a look none.
func TestStatesMoveWithTheirPlayer(t *testing.T) {
	const spec = small + "g.norm=batch&d.norm=batch&r1=0&r2=0&g.spectral=on&d.spectral=on&mbstd=on&mbd=3"
	for _, who := range []string{"d", "g"} {
		tr := open(t, spec)
		before := state(tr)
		if err := tr.Only(who, 2); err != nil {
			t.Fatal(err)
		}
		states := 0
		for _, n := range changed(before, state(tr)) {
			if owner(n) != who {
				t.Errorf("%s alone changed %s", who, n)
			}
			if strings.HasPrefix(n, who+".state/") {
				states++
			}
		}
		// Of each player: two vectors of power iterations, a mean and a variance; of the discriminator two features more.
		if want := map[string]int{"g": 4, "d": 6}[who]; states != want {
			t.Errorf("%s alone changed %d of its states, want %d", who, states, want)
		}
	}
}

// Spectral normalisation follows the weights as they train: the discriminator's layers have the norm 1 that they are applied with, to
// within what the power iteration lags behind.
func TestSpectralNormFollowsTraining(t *testing.T) {
	tr := open(t, "g=16&d=16,16&rows=64&batch=32&d.spectral=on&d.lr=0.001&d.schedule=constant")
	train(t, tr, 300)
	for layer, shape := range map[string][2]int{"0": {2, 16}, "1": {16, 16}, "2": {16, 1}} {
		w, u := tr.Slots().Read("d/"+layer+"/weight"), tr.Slots().Read("d.state/"+layer+"/weight/u")
		// |uᵀW| is the estimate, |W| by Gram's matrix and many rounds the truth.
		estimate, truth := rounds(w, u, shape[0], shape[1], 1), rounds(w, u, shape[0], shape[1], 2000)
		if estimate > truth*(1+1e-6) || estimate < .99*truth {
			t.Errorf("layer %s: σ is estimated as %g, and is %g", layer, estimate, truth)
		}
	}
}

// rounds is the estimate of a matrix's greatest singular value after n rounds of the power iteration from u.
func rounds(w, start []float32, in, out, n int) (sigma float64) {
	u := make([]float64, in)
	for i := range u {
		u[i] = float64(start[i])
	}
	unit := func(x []float64) (norm float64) {
		for _, a := range x {
			norm += a * a
		}
		norm = math.Sqrt(norm)
		for i := range x {
			x[i] /= norm
		}
		return norm
	}
	for range n {
		v, next := make([]float64, out), make([]float64, in)
		for i, x := range w {
			v[i%out] += u[i/out] * float64(x)
		}
		unit(v)
		for i, x := range w {
			next[i/out] += float64(x) * v[i%out]
		}
		sigma = unit(next)
		u = next
	}
	return sigma
}
