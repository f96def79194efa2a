package flow

import (
	"math"
	"testing"

	ft "ganvas/core/family/familytest"
)

// The log density of points that training has not seen ends within 0.1 nats of the data's own.
func TestSplinesReachTheDatasDensity(t *testing.T) {
	for _, data := range []string{"ring8", "moons", "checkerboard"} {
		for _, seed := range ft.Seeds(1) {
			r := ft.Trained(t, Entry.Family, "family=flow&data="+data+seed)
			lack := ft.Lack(t, r)
			t.Logf("%s%s: %.4f nats", data, seed, lack)
			if !(lack < .1 && lack > -.01) {
				t.Errorf("%s%s: the log density lacks %.4f nats of the data's", data, seed, lack)
			}
			returns(t, r)
		}
	}
}

// Affine couplings cannot tear the plane: eight blobs stay joined by filaments, which take a large share of the samples.
func TestAffineCouplingsDoNotTear(t *testing.T) {
	for _, seed := range ft.Seeds(1) {
		r := ft.Trained(t, Entry.Family, "family=flow&coupling=affine&layers=8&lr=0.005&batch=512&steps=600"+seed)
		hq := ft.Measured(r, "high_quality")
		t.Logf("%s: %.4f nats, %.2f within three deviations", seed, ft.Lack(t, r), hq)
		if !(hq < .85) {
			t.Errorf("%s: %.2f of the samples lie within three deviations of a blob; want at most .85", seed, hq)
		}
		returns(t, r)
	}
}

func TestDensityIsOne(t *testing.T) {
	for _, spec := range []string{"data=moons&net=16&steps=150", "coupling=affine&net=16&steps=150&data=moons"} {
		r := ft.Trained(t, Entry.Family, "family=flow&"+spec)
		if mass := ft.Mass(t, r, 512); math.Abs(mass-1) > .01 {
			t.Errorf("%s: the density sums to %.4f over the plane", spec, mass)
		}
	}
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=flow&batch=32&rows=500&net=8&layers=2&bins=4", 12)
	ft.SameBits(t, Entry.Family, "family=flow&batch=32&rows=500&net=8&coupling=affine&ema=0.9", 12)
}
