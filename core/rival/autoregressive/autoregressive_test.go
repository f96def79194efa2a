package autoregressive

import (
	"math"
	"testing"

	ft "ganvas/core/family/familytest"
)

// The log density of points that training has not seen ends within 0.02 nats of the data's own.
func TestTheDatasDensityIsReached(t *testing.T) {
	for _, spec := range []string{"data=ring8", "data=moons", "data=checkerboard", "data=checkerboard&order=yx"} {
		for _, seed := range ft.Seeds(2) {
			r := ft.Trained(t, Entry.Family, "family=autoregressive&"+spec+seed)
			lack := ft.Lack(t, r)
			t.Logf("%s%s: %.4f nats", spec, seed, lack)
			if !(lack < .02 && lack > -.01) {
				t.Errorf("%s%s: the log density lacks %.4f nats of the data's", spec, seed, lack)
			}
		}
	}
}

// The two terms are the loss.
func TestTermsAddUp(t *testing.T) {
	for _, spec := range []string{"data=moons&net=16&rows=500", "data=checkerboard&rows=500", "data=moons&net=16&rows=500&order=yx"} {
		r := ft.Open(t, Entry.Family, "family=autoregressive&"+spec)
		ft.Train(t, r, 50)
		trace := r.Snapshot([]string{}, false, false).Trace
		loss, first, second := trace.Column("loss"), trace.Column("loss.first"), trace.Column("loss.second")
		for i := range loss {
			if d := math.Abs(float64(loss[i] - first[i] - second[i])); d > 1e-5 {
				t.Fatalf("%s: step %d: %g is not %g + %g", spec, i, loss[i], first[i], second[i])
			}
		}
	}
}

func TestDensityIsOne(t *testing.T) {
	for _, spec := range []string{"data=moons&steps=200", "data=moons&factors=bins&steps=200"} {
		r := ft.Trained(t, Entry.Family, "family=autoregressive&"+spec)
		if mass := ft.Mass(t, r, 512); math.Abs(mass-1) > .01 {
			t.Errorf("%s: the density sums to %.4f over the plane", spec, mass)
		}
	}
}

// Samples have the density: each is as likely, on average, as the data's own are by the data's density, which the model has learnt.
func TestSamplesHaveTheDensity(t *testing.T) {
	for _, spec := range []string{"data=moons&net=32&steps=1000", "data=checkerboard"} {
		r := ft.Trained(t, Entry.Family, "family=autoregressive&"+spec)
		if js := ft.Measured(r, "js"); !(js < .02) {
			t.Errorf("%s: the samples are %.4f nats from the data", spec, js)
		} else {
			t.Logf("%s: JS %.4f", spec, js)
		}
	}
}

func TestSameBits(t *testing.T) {
	for _, spec := range []string{"net=16", "factors=bins", "data=moons&order=yx&net=16"} {
		ft.SameBits(t, Entry.Family, "family=autoregressive&batch=64&rows=1000&"+spec, 20)
	}
}
