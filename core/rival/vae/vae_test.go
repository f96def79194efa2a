package vae

import (
	"math"
	"testing"

	"ganvas/core/data"
	ft "ganvas/core/family/familytest"
	"ganvas/core/run"
)

// heldout is how many fresh points a likelihood is the mean over.
const heldout = 2048

// gap is the likelihood of fresh points by importance sampling, and how much the bound lacks of it.
func gap(t *testing.T, r *run.Run) (likelihood, gap float64) {
	t.Helper()
	points := ft.Held(r, heldout)
	logs := ft.LogDensity(t, r, points)
	for _, x := range logs {
		likelihood += x / float64(len(logs))
	}
	bound, err := Bound(r, points)
	if err != nil {
		t.Fatal(err)
	}
	return likelihood, likelihood - bound
}

// entropy is the mean log density of the data at the same points.
func entropy(r *run.Run) (mean float64) {
	points := ft.Held(r, heldout)
	p := ft.Source(r).(data.Dense)
	for i := range heldout {
		mean += math.Log(p.Density(float64(points[2*i]), float64(points[2*i+1]))) / heldout
	}
	return mean
}

// On the moons the bound lies below the likelihood, and within 0.15 nats of it.
func TestTheBoundIsBelowAndNear(t *testing.T) {
	for _, seed := range ft.Seeds(2) {
		r := ft.Trained(t, Entry.Family, "family=vae&data=moons"+seed)
		likelihood, gap := gap(t, r)
		lack := entropy(r) - likelihood
		t.Logf("%s: likelihood %.4f, gap %.4f, lack %.4f", seed, likelihood, gap, lack)
		if !(gap > 0 && gap < .15) {
			t.Errorf("%s: the bound lacks %.4f nats of the likelihood", seed, gap)
		}
		if !(lack > 0 && lack < .25) {
			t.Errorf("%s: the likelihood lacks %.4f nats of the data's", seed, lack)
		}
	}
}

// With a large β the code is unused, and the model one Gaussian: its log density is that of a Gaussian of the data's variance, and the bound is
// tight.
func TestLargeBetaLeavesTheCodeUnused(t *testing.T) {
	for _, seed := range ft.Seeds(1) {
		r := ft.Trained(t, Entry.Family, "family=vae&data=ring8&beta=20"+seed)
		likelihood, gap := gap(t, r)
		// One round Gaussian of the ring's variance s² = 2.01 along each axis: -1 - log 2πs².
		want := -1 - math.Log(2*math.Pi*2.01)
		if math.Abs(likelihood-want) > .05 || math.Abs(gap) > .01 {
			t.Errorf("%s: the likelihood is %.4f, want %.4f; the gap is %.4f, want 0", seed, likelihood, want, gap)
		}
	}
}

// The evidence of a model that is known: a decoder of no weights makes one point, the origin, so that the density is a Gaussian's about it.
func TestEvidenceOfAKnownModel(t *testing.T) {
	r := ft.Open(t, Entry.Family, "family=vae&rows=100&encoder=&decoder=")
	for _, v := range r.Model().State {
		if len(v.Name) > 8 && v.Name[:8] == "average/" {
			values := make([]float32, len(r.Slots().Read(v.Name)))
			if v.Name == "average/width" {
				values[0] = float32(math.Log(.5))
			}
			r.Slots().Write(v.Name, values)
		}
	}
	scale := float64(ft.Source(r).Scale())
	points := ft.Held(r, 64)
	for i, got := range ft.LogDensity(t, r, points) {
		x, y := float64(points[2*i])/scale, float64(points[2*i+1])/scale
		want := -(x*x+y*y)/(2*.25) - math.Log(2*math.Pi*.25*scale*scale)
		if math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
			t.Fatalf("the log density at (%g, %g) is %g, want %g", points[2*i], points[2*i+1], got, want)
		}
	}
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=vae&batch=32&rows=1000&encoder=16&decoder=16", 12)
	ft.SameBits(t, Entry.Family, "family=vae&batch=32&rows=1000&encoder=16&decoder=16&z=1&ema=0.9&data=moons", 12)
}
