package bigan

import (
	"math"
	"slices"
	"strconv"
	"testing"

	ft "ganvas/core/family/familytest"
	"ganvas/core/probe"
	"ganvas/core/rival/vae"
	"ganvas/core/run"
)

// last is the last figure of a run's record by its key.
func last(t *testing.T, r *run.Run, key string) float64 {
	t.Helper()
	values := r.Snapshot(nil, false, false).Trace.Column(key)
	if len(values) == 0 {
		t.Fatalf("no column %q", key)
	}
	return float64(values[len(values)-1])
}

// returned is how far points of the data are from what their codes are made into, in the data's units: the median, and the share of those that are in their
// own mode, less than half of the way to the next.
func returned(t *testing.T, r *run.Run) (median, own float64) {
	t.Helper()
	s := r.Snapshot([]string{probe.Posterior, probe.Restored}, false, true)
	from, to := s.Floats(probe.Posterior), s.Floats(probe.Restored)
	away := make([]float64, len(to)/2)
	for i := range away {
		away[i] = math.Hypot(float64(from[6*i]-to[2*i]), float64(from[6*i+1]-to[2*i+1]))
		if away[i] < apart/2 {
			own += 1 / float64(len(away))
		}
	}
	slices.Sort(away)
	return away[len(away)/2], own
}

// apart is how far the ring's modes are from their neighbours: eight of them on a circle of radius 2.
var apart = 4 * math.Sin(math.Pi/8)

// Nobody has told generator and encoder to undo each other; that pairs look alike makes them. Points of the data come back to their own modes, where one in
// eight would by chance, and most to within a quarter of the way to the next. (Less than .2 away, as one may read, is true of some seeds only.)
func TestPointsComeBack(t *testing.T) {
	for _, seed := range ft.Seeds(1) {
		r := ft.Trained(t, Entry.Family, "family=bigan"+seed)
		away, own := returned(t, r)
		modes := ft.Measured(r, "modes")
		t.Logf("%s: points come back to within %.3f, %.3f to their own mode; %.0f modes, high quality %.3f", seed, away, own, modes, ft.Measured(r, "high_quality"))
		if !(away < apart/4 && own > .9) || modes != 8 {
			t.Errorf("%s: a point of the data comes back %.3f away, %.3f to their own mode, with %.0f modes", seed, away, own, modes)
		}
	}
}

// A VAE's samples are blurred by its deviation. A discriminator beside the bound sharpens them: high quality rises with every seed, and by more than .1 in the
// mean.
func TestADiscriminatorSharpensAVAE(t *testing.T) {
	seeds, mean := ft.Seeds(1), 0.
	for _, seed := range seeds {
		with := ft.Measured(ft.Trained(t, Entry.Family, "family=bigan&sees=points&bound=0.02"+seed), "high_quality")
		without := ft.Measured(ft.Trained(t, vae.Entry.Family, "family=vae"+seed), "high_quality")
		t.Logf("%s: high quality %.3f with, %.3f without", seed, with, without)
		if !(with > without) {
			t.Errorf("%s: high quality is %.3f with a discriminator, %.3f without", seed, with, without)
		}
		mean += (with - without) / float64(len(seeds))
	}
	if !(mean > .1) {
		t.Errorf("it rises by %.3f in the mean", mean)
	}
}

// A generator that has been a VAE's decoder finds all modes in fewer steps of the game than one from scratch: in the median of the seeds.
func TestAStartAsAVAESavesSteps(t *testing.T) {
	const start, every = 200, 20
	found := func(spec string, from int) float64 {
		r := ft.Open(t, Entry.Family, spec)
		ft.Train(t, r, from)
		for steps := every; steps <= 600; steps += every {
			ft.Train(t, r, every)
			if ft.Measured(r, "modes") == 8 {
				return float64(steps)
			}
		}
		return math.Inf(1)
	}
	var with, without []float64
	for _, seed := range ft.Seeds(1) {
		with = append(with, found("family=bigan&sees=points&start="+strconv.Itoa(start)+seed, start))
		without = append(without, found("family=bigan&sees=points"+seed, 0))
	}
	t.Logf("steps of the game until all modes are found: %v with a start as a VAE, %v without", with, without)
	slices.Sort(with)
	slices.Sort(without)
	if n := len(with) / 2; !(with[n] < without[n]) {
		t.Errorf("%g steps with a start as a VAE, %g from scratch", with[n], without[n])
	}
}

// A discriminator of zeros says ½ of all pairs: its loss is 2 log 2, its slope 0, and generator and encoder, who are judged on both kinds, lose as much.
func TestLossesOfADiscriminatorThatKnowsNothing(t *testing.T) {
	for sees, fooled := range map[string]float64{"pairs": 2 * math.Ln2, "points": math.Ln2} {
		r := ft.Open(t, Entry.Family, "family=bigan&rows=100&d=8&encoder=8&g=8&sees="+sees)
		for _, v := range r.Model().State {
			if len(v.Name) > 12 && v.Name[:12] == "model/"+judge {
				r.Slots().Write(v.Name, make([]float32, len(r.Slots().Read(v.Name))))
			}
		}
		ft.Train(t, r, 1)
		for key, want := range map[string]float64{probe.Loss: 2 * math.Ln2, "loss.g": fooled, "r1": 0} {
			if got := last(t, r, key); math.Abs(got-want) > 1e-6 {
				t.Errorf("%s: %s is %g, want %g", sees, key, got, want)
			}
		}
	}
}

// In the first steps as a VAE the discriminator learns and is not heard: whatever its penalty, generator and encoder are the same to the bit, and after
// them they are not.
func TestTheDiscriminatorIsHeardAfterTheStart(t *testing.T) {
	states := func(r *run.Run) (own, its []float32) {
		for _, v := range r.Model().State {
			switch {
			case len(v.Name) > 12 && v.Name[:12] == "model/"+judge:
				its = append(its, r.Slots().Read(v.Name)...)
			case len(v.Name) > 6 && v.Name[:6] == "model/":
				own = append(own, r.Slots().Read(v.Name)...)
			}
		}
		return own, its
	}
	same := func(a, b []float32) bool {
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return len(a) == len(b) && len(a) > 0
	}
	const spec = "family=bigan&rows=100&batch=16&d=8&encoder=8&g=8&start=10"
	a, b := ft.Open(t, Entry.Family, spec), ft.Open(t, Entry.Family, spec+"&r1=5")
	for _, c := range []struct {
		steps        int
		deaf, judged bool
	}{{10, true, false}, {2, false, false}} {
		ft.Train(t, a, c.steps)
		ft.Train(t, b, c.steps)
		ownA, itsA := states(a)
		ownB, itsB := states(b)
		if same(ownA, ownB) != c.deaf || same(itsA, itsB) != c.judged {
			t.Errorf("after step %d generator and encoder are the same: %v, discriminators: %v", a.Step(), same(ownA, ownB), same(itsA, itsB))
		}
	}
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=bigan&batch=32&rows=1000&encoder=16&g=16&d=16", 12)
	ft.SameBits(t, Entry.Family, "family=bigan&batch=32&rows=1000&encoder=16&g=16&d=16&sees=points&start=5&bound=0.5&z=1&data=moons", 12)
}
