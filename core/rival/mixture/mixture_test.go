package mixture

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// By gradient, the log density of points that training has not seen ends within 0.02 nats of the data's own.
func TestGradientReachesTheDatasDensity(t *testing.T) {
	for _, data := range []string{"ring8", "moons"} {
		for _, seed := range ft.Seeds(3) {
			r := ft.Trained(t, Entry.Family, "family=mixture&data="+data+seed)
			lack := ft.Lack(t, r)
			t.Logf("%s%s: %.4f nats", data, seed, lack)
			if !(lack < .02 && lack > -.01) {
				t.Errorf("%s%s: the log density lacks %.4f nats of the data's", data, seed, lack)
			}
			// Samples have the density: what sampling alone leaves of the divergence is about .013.
			if js := ft.Measured(r, "js"); !(js < .025) {
				t.Errorf("%s%s: the samples are %.4f nats from the data", data, seed, js)
			}
		}
	}
}

// Expectation maximisation never makes the likelihood fall, and ends as near.
func TestLikelihoodNeverFallsByExpectationMaximisation(t *testing.T) {
	for _, spec := range []string{"k=8&rows=4000&steps=100", "data=moons&k=16&rows=8000&steps=200", "start=points&k=8&rows=4000&steps=100"} {
		start := "&start=spread"
		if spec[0] == 's' {
			start = ""
		}
		for _, seed := range ft.Seeds(3) {
			r := ft.Trained(t, Entry.Family, "family=mixture&fit=em&"+spec+start+seed)
			loss := r.Snapshot([]string{}, false, false).Trace.Column("loss")
			for i := 1; i < len(loss); i++ {
				if loss[i] > loss[i-1]+2e-6 {
					t.Errorf("%s%s: the likelihood falls by %g at step %d", spec, seed, loss[i]-loss[i-1], i)
				}
			}
			lack := ft.Lack(t, r)
			t.Logf("%s%s: %.4f nats", spec, seed, lack)
			if start != "" && !(lack < .02) {
				t.Errorf("%s%s: the log density lacks %.4f nats of the data's", spec, seed, lack)
			}
		}
	}
}

func TestDensityIsOne(t *testing.T) {
	r := ft.Trained(t, Entry.Family, "family=mixture&data=moons&steps=300")
	if mass := ft.Mass(t, r, 512); math.Abs(mass-1) > .01 {
		t.Errorf("the density sums to %.4f over the plane", mass)
	}
}

func TestSameBits(t *testing.T) {
	for _, spec := range []string{"", "fit=em&rows=500&start=spread", "fit=reverse&k=3"} {
		ft.SameBits(t, Entry.Family, "family=mixture&batch=64&"+spec, 20)
	}
}

// One component is fitted by its first step: to the mean and the covariance of the points.
func TestOneComponentTakesTheMoments(t *testing.T) {
	r := ft.Open(t, Entry.Family, "family=mixture&data=moons&rows=1000&k=1&fit=em")
	ft.Train(t, r, 1)
	d := r.Experiment().(family.Learner).Points()
	points := make([]float64, len(d.Rows))
	for i, x := range d.Rows {
		points[i] = float64(x)
	}
	cov := mat.NewSymDense(2, nil)
	stat.CovarianceMatrix(cov, mat.NewDense(1000, 2, points), nil)
	got := r.Snapshot([]string{probe.Components}, false, false).Floats(probe.Components)
	xx, yx, yy := float64(got[3]), float64(got[4]), float64(got[5])
	const biased = 999. / 1000
	for name, pair := range map[string][2]float64{
		"xx": {xx * xx, cov.At(0, 0) * biased}, "xy": {xx * yx, cov.At(0, 1) * biased}, "yy": {yx*yx + yy*yy, cov.At(1, 1) * biased},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-4 {
			t.Errorf("the covariance's %s is %g, want %g", name, pair[0], pair[1])
		}
	}
}

// The same single Gaussian covers all blobs by KL(p‖q), and by KL(q‖p) sits on one, where the divergence is log 8 (its density is that blob's,
// of which the data have an eighth).
func TestDivergencesCoverAndSeek(t *testing.T) {
	for _, seed := range ft.Seeds(3) {
		wide := ft.Trained(t, Entry.Family, "family=mixture&k=1&steps=1000"+seed)
		narrow := ft.Trained(t, Entry.Family, "family=mixture&k=1&fit=reverse&width=0.2&steps=1000"+seed)
		at := func(r *run.Run) []float32 {
			return r.Snapshot([]string{probe.Components}, false, false).Floats(probe.Components)
		}
		// The ring's variance is 2²/2 + 0.1² along each axis.
		if w := at(wide); math.Abs(float64(w[3])-math.Sqrt(2.01)) > .05 || math.Hypot(float64(w[1]), float64(w[2])) > .1 {
			t.Errorf("%s: KL(p‖q) ends at %v, want about the origin and a width of 1.418", seed, w)
		}
		if n := at(narrow); math.Abs(float64(n[3])-.1) > .01 || math.Abs(math.Hypot(float64(n[1]), float64(n[2]))-2) > .02 {
			t.Errorf("%s: KL(q‖p) ends at %v, want a width of 0.1 and a centre on the ring of radius 2", seed, n)
		}
		loss := narrow.Snapshot([]string{}, false, false).Trace.Column(probe.Loss)
		if last := float64(loss[len(loss)-1]); math.Abs(last-math.Log(8)) > .02 {
			t.Errorf("%s: the reverse divergence ends at %.4f, want log 8", seed, last)
		}
	}
}
