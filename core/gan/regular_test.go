package gan

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// After every update the discriminator's parameters lie within the bound, some of them on it; the generator's are free.
func TestClippedWeights(t *testing.T) {
	tr := open(t, small+"loss=wgan&r1=0&r2=0&clip=0.05&d.norm=layer")
	for range 20 {
		train(t, tr, 1)
		on, far := 0, false
		for name, v := range state(tr) {
			for _, x := range v {
				switch a := float32(math.Abs(float64(x))); {
				case strings.HasPrefix(name, "d/") && a > .05:
					t.Fatalf("step %d: %s holds %g", tr.Step(), name, x)
				case strings.HasPrefix(name, "d/") && a == .05:
					on++
				case strings.HasPrefix(name, "g/") && a > .05:
					far = true
				}
			}
		}
		if on == 0 || !far {
			t.Fatalf("step %d: %d weights on the bound, the generator's free: %v", tr.Step(), on, far)
		}
	}
}

// Dropout and instance noise are of training alone: pictures and samples are those of the same weights without.
func TestChanceIsOffInPictures(t *testing.T) {
	const chance = "&g.dropout=0.5&d.dropout=0.5&instance.noise=1"
	with, without := open(t, small+chance), open(t, small)
	if !alike(shot(with), shot(without)) {
		t.Error("a probe of the first weights shows training's chance")
	}
	if !sameBits(samplesOf(t, with, 100), samplesOf(t, without, 100)) {
		t.Error("samples of the first weights show training's chance")
	}
	train(t, with, 1)
	train(t, without, 1)
	if sameBits(with.Slots().Read("g/0/weight"), without.Slots().Read("g/0/weight")) {
		t.Error("training is the same without chance")
	}
}

// Both networks drop other features in every application of a move, and in every move.
func TestDropoutDrawsAnew(t *testing.T) {
	s, err := experiment.Parse(small + "g.dropout=0.5&d.dropout=0.5")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder(s, draw(s, data.Ring8))
	b.penalised = true
	d, g := b.objectives()
	streams := map[string]bool{}
	for _, n := range graph.Sorted(d.loss, g.loss) {
		if u, ok := n.Op().(graph.UniformOp); ok && strings.Contains(u.Stream, ".chance") {
			streams[u.Stream] = true
		}
	}
	// The discriminator's move applies G once, D to real and fake samples, and D once for each of R1 and R2; the generator's applies G
	// once and D twice.
	if len(streams) != 8 {
		t.Errorf("masks of %v, want 8", streams)
	}
}

// Path length regularisation keeps the running mean of lengths, and mode seeking keeps samples apart.
func TestGeneratorRegularisersAct(t *testing.T) {
	tr := open(t, small+"path=0.1")
	train(t, tr, 400)
	if a := tr.Slots().Read("game/path.length")[0]; a <= .05 || a > 10 {
		t.Errorf("the mean length of paths is %g", a)
	}
	with, without := open(t, small+"r1=0&r2=0&loss=mm&modeseek=5"), open(t, small+"r1=0&r2=0&loss=mm")
	train(t, with, 300)
	train(t, without, 300)
	if a, b := apart(with), apart(without); a <= b {
		t.Errorf("samples are %g apart with mode seeking, %g without", a, b)
	}
}

// apart is the mean distance along an axis of samples from the next.
func apart(tr *run.Run) (sum float64) {
	g := shot(tr).Floats(probe.Samples)
	for i := 2; i < len(g); i++ {
		sum += math.Abs(float64(g[i]-g[i-2])) / float64(len(g)-2)
	}
	return sum
}

// Two regularisers that exclude each other cannot be turned on one after the other either.
func TestTurningKnobsKeepsSense(t *testing.T) {
	tr := open(t, small+"d.norm=batch&r1=0&r2=0")
	was := tr.Spec()
	if err := set(tr, "r1", "1"); err == nil || tr.Spec() != was {
		t.Errorf("a slope of a network that mixes samples: %v", err)
	}
	if err := set(tr, "smooth", "0.1"); err == nil {
		t.Error("labels of a game without are smoothed")
	}
}
