package particles

import (
	"ganvas/core/form"
	"math"
	"testing"

	ft "ganvas/core/family/familytest"
)

// The divergence of the samples from the data falls from look to look, and on the moons ends near what as few points allow.
func TestParticlesApproachTheData(t *testing.T) {
	for _, seed := range ft.Seeds(2) {
		r := ft.Open(t, Entry.Family, "family=particles&data=moons"+seed)
		before := math.Inf(1)
		for _, steps := range []int{0, 50, 100, 200} {
			ft.Train(t, r, steps)
			js := ft.Measured(r, "js")
			t.Logf("%s: step %d: JS %.3f", seed, r.Step(), js)
			if !(js < before) {
				t.Errorf("%s: JS is %.3f at step %d, and was %.3f before", seed, js, r.Step(), before)
			}
			before = js
		}
		if !(before < .15) {
			t.Errorf("%s: JS ends at %.3f", seed, before)
		}
	}
}

// A step is the gradient, written out: of two particles and two points of the data, all on a line.
func TestAStepIsTheGradient(t *testing.T) {
	for game, slope := range map[string]func(a float64) float64{
		form.Minimax:       func(a float64) float64 { return 1 / (1 + math.Exp(-a)) },
		form.NonSaturating: func(a float64) float64 { return 1 / (1 + math.Exp(a)) },
		form.ReverseKL:     func(float64) float64 { return 1 },
	} {
		r := ft.Open(t, Entry.Family, "family=particles&rows=1&batch=1&particles=2&width=0.5&lr=0.1&game="+game)
		r.Slots().Write("data", []float32{.3, 0})
		start := []float32{-.2, 0, .6, 0}
		r.Slots().Write("model/points", start)
		ft.Train(t, r, 1)
		got := r.Slots().Read("model/points")
		const h2 = .25
		k := func(d float64) float64 { return math.Exp(-d * d / (2 * h2)) }
		for i := range 2 {
			x, other := float64(start[2*i]), float64(start[2*(1-i)])
			q := (1 + k(x-other)) / 2
			dq := -(x - other) / h2 * k(x-other) / 2
			a := math.Log(k(x-.3) / q)
			da := -(x-.3)/h2 - dq/q
			if want := x + .1*slope(a)*da; math.Abs(float64(got[2*i])-want) > 1e-5 {
				t.Errorf("%s: particle %d moves to %g, want %g", game, i, got[2*i], want)
			}
		}
	}
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=particles&rows=500&particles=50&batch=40", 10)
	ft.SameBits(t, Entry.Family, "family=particles&rows=500&particles=50&batch=40&game=ns&data=moons", 10)
}
