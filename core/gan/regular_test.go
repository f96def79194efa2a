package gan

import (
	"errors"
	"math"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/plan"
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

// Instance noise adds sd·N(0, 1) to each coordinate, sd falling along a line to 0 at its share of the horizon, or staying.
func TestInstanceNoiseFades(t *testing.T) {
	for _, c := range []struct{ decay, time, want float64 }{
		{1, 0, .5}, {1, .25, .375}, {1, 1, 0}, {.5, .25, .25}, {.5, .5, 0}, {.5, .9, 0}, {0, 0, .5}, {0, 1, .5},
	} {
		s, err := experiment.Parse("instance.noise=0.5&steps=100")
		if err != nil {
			t.Fatal(err)
		}
		b := newBuilder(s, draw(s, data.Ring8))
		const n = 2000
		seen := b.augmented(b.d.key(b), "blur", graph.Const(graph.Shape{n, 2}, make([]float32, 2*n)))
		env := leaves(b, seen)
		env["variable run/step"] = []float64{c.time * 100}
		env["variable instance.decay"] = []float64{c.decay}
		sum := 0.
		for _, x := range env.Eval(seen)[0] {
			sum += x * x / (2 * n)
		}
		// The mean square of 4,000 normal numbers is within 6·√(2/4000) = 13 % of their variance.
		if math.Abs(sum-c.want*c.want) > .135*c.want*c.want {
			t.Errorf("decay %g at %g of the horizon: standard deviation %g, want %g", c.decay, c.time, math.Sqrt(sum), c.want)
		}
	}
}

// All that the discriminator sees is blurred, for both players: without its noise streams the figures would not depend on them.
func TestInstanceNoiseIsOnAllThatIsSeen(t *testing.T) {
	s, err := experiment.Parse("instance.noise=0.5&batch=4&rows=8")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder(s, draw(s, data.Ring8))
	b.penalised = true
	d, g := b.objectives()
	for letter, loss := range map[string]*graph.Node{"d": d.loss, "g": g.loss} {
		text := ""
		for _, n := range graph.Sorted(loss) {
			text += n.Op().String() + "\n"
		}
		for _, what := range []string{"real", "fake"} {
			if stream := "uniform " + letter + ".blur." + what + ".angle"; !strings.Contains(text, stream) {
				t.Errorf("the loss of %s does not see %q", letter, stream)
			}
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

// Lazy penalties come at every third step, three times as much; between them steps have none.
func TestLazyPenalties(t *testing.T) {
	always, lazy := open(t, small), open(t, small+"penalty.every=3")
	train(t, always, 12)
	train(t, lazy, 5)
	train(t, lazy, 7)
	p, q := shot(always).Trace.Column(probe.Penalty), shot(lazy).Trace.Column(probe.Penalty)
	for i := range q {
		if on := q[i] > 0; on != (i%3 == 0) {
			t.Errorf("step %d: penalty %g", i, q[i])
		}
	}
	if want := 3 * p[0]; math.Abs(float64(q[0]-want)) > 1e-6*float64(want) {
		t.Errorf("the first penalty is %g, want %g", q[0], want)
	}
	one, many := open(t, small+"penalty.every=4"), open(t, small+"penalty.every=4")
	train(t, one, 700)
	for done := 0; done < 700; {
		n := min(1+done%13, 700-done)
		train(t, many, n)
		done += n
	}
	if name, ok := same(state(one), state(many)); !ok {
		t.Errorf("%s depends on how many steps are run at a time", name)
	}
}

// A bare step costs less: the slopes are not computed and thrown away.
func TestBareStepsAreShorter(t *testing.T) {
	p := program(t, small+"penalty.every=3")
	length := map[string]int{}
	for _, x := range p.Procedures {
		length[x.Name] = len(x.Code)
	}
	if length["d"+bare] == 0 || length["d"+bare] >= length["d"] {
		t.Errorf("a bare move has %d instructions, one with penalties %d", length["d"+bare], length["d"])
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

// No program runs into the size of a page's limits by looking ahead: compiled lengths stay within some thousands of instructions.
func TestLookingAheadStaysCompilable(t *testing.T) {
	for _, spec := range []string{"unroll=10", "unroll=10&ensemble=4&r1=1&r2=1&gp=1&gp1=1&batch=32", "consensus=1&ensemble=4", "order=extragradient&ensemble=4"} {
		if n := instructions(program(t, spec)); n > 60_000 {
			t.Errorf("%q has %d instructions", spec, n)
		} else {
			t.Logf("%q has %d instructions", spec, n)
		}
	}
}

// program is what a run of a Spec is compiled to.
func program(t *testing.T, spec string) (out *plan.Program) {
	t.Helper()
	none := errors.New("not to be run")
	_, err := Open(spec, run.Options{Machine: func(p *plan.Program) (plan.Machine, error) {
		out = p
		return nil, none
	}})
	if !errors.Is(err, none) {
		t.Fatalf("%q: %v", spec, err)
	}
	return out
}

func instructions(p *plan.Program) (n int) {
	for _, x := range p.Procedures {
		n += len(x.Code)
	}
	return n
}
