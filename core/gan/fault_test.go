package gan

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/run"
)

// hot diverges after some dozens of steps: gradient descent on the Wasserstein game without anything that bounds the critic.
const hot = small + "loss=wgan&r1=0&r2=0&g.opt=sgd&d.opt=sgd&g.lr=0.5&d.lr=0.5&g.schedule=constant&d.schedule=constant"

func TestDivergenceStopsAtTheLastGoodStep(t *testing.T) {
	for _, spec := range []string{hot, hot + "&gp=0.00001&penalty.every=3", hot + "&order=extragradient"} {
		t.Run(spec, func(t *testing.T) { stopsAtTheLastGoodStep(t, spec) })
	}
}

func stopsAtTheLastGoodStep(t *testing.T, spec string) {
	tr := open(t, spec)
	train(t, tr, 5000)
	good := tr.Step()
	if tr.Fault() == "" || good == 0 || good >= 5000 {
		t.Fatalf("no divergence: step %d, %q", good, tr.Fault())
	}
	for _, part := range []string{"at step " + strconv.FormatUint(good+1, 10), "learning rate of 0.5", "stands at step " + strconv.FormatUint(good, 10)} {
		if !strings.Contains(tr.Fault(), part) {
			t.Errorf("%q does not say %q", tr.Fault(), part)
		}
	}
	// It stands where a run of just so many steps stands, whatever the chunks.
	want := open(t, spec)
	for want.Step() < good {
		train(t, want, min(7, int(good-want.Step())))
	}
	if want.Fault() != "" {
		t.Fatalf("a run of %d steps says %q", good, want.Fault())
	}
	if name, ok := same(state(tr), state(want)); !ok {
		t.Errorf("%s differs from a run of %d steps", name, good)
	}
	s := shot(tr)
	if s.Fault != tr.Fault() || s.Step != good {
		t.Errorf("the snapshot says %q at step %d", s.Fault, s.Step)
	}
	for _, v := range [][]float32{s.Trace.Column(probe.LossD), s.Trace.Column(probe.LossG)} {
		for i, x := range v {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				t.Fatalf("point %d of the trace is %g", i, x)
			}
		}
	}
	train(t, want, 1)
	if want.Fault() != tr.Fault() || want.Step() != good {
		t.Errorf("one step more says %q at step %d", want.Fault(), want.Step())
	}
}

func TestAfterAFault(t *testing.T) {
	tr := open(t, hot)
	train(t, tr, 5000)
	good := tr.Step()
	train(t, tr, 10)
	if tr.Step() != good || tr.Fault() == "" {
		t.Errorf("a stopped run went on to step %d", tr.Step())
	}
	for _, knob := range []string{"g.lr", "d.lr"} {
		if err := set(tr, knob, "0"); err != nil {
			t.Fatal(err)
		}
	}
	if tr.Fault() != "" {
		t.Errorf("after a knob was turned: %q", tr.Fault())
	}
	if err := tr.Reset(); err != nil || tr.Fault() != "" || tr.Step() != 0 {
		t.Errorf("after a reset: step %d, %q, %v", tr.Step(), tr.Fault(), err)
	}
	train(t, tr, 10)
	if tr.Step() != 10 || tr.Fault() != "" {
		t.Errorf("after a reset the run stands at step %d: %q", tr.Step(), tr.Fault())
	}
}

// What is said names what broke, and the knob that most likely is too high.
func TestCausesNameWhatBroke(t *testing.T) {
	e, err := Read(small+"g.lr=0.003&d.lr=0.2", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		column run.Column
		label  string
	}{
		{columnLossD, "the discriminator's loss"},
		{columnReal, "the discriminator's loss"},
		{columnFake, "the discriminator's loss"},
		{columnLossG, "the generator's loss"},
		{columnPenalty, "the discriminator's gradient penalty"},
		{columnSizeG, "a weight of the generator"},
		{columnSizeD, "a weight of the discriminator"},
	} {
		const cause = "most likely the discriminator's learning rate of 0.2 is too high."
		if got := e.Cause(c.column.Key); c.column.Label != c.label || !strings.HasPrefix(got, cause) {
			t.Errorf("%s: got %q and %q, want %q and %q", c.column.Key, c.column.Label, got, c.label, cause)
		}
	}
	even, err := Read(small+"g.lr=0.2&d.lr=0.2", nil)
	if err != nil {
		t.Fatal(err)
	}
	for column, player := range map[run.Column]string{columnLossG: "generator", columnSizeG: "generator", columnLossD: "discriminator", columnPenalty: "discriminator"} {
		if got, want := even.Cause(column.Key), "most likely the "+player+"'s learning rate of 0.2"; !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %q, want %q", column.Key, got, want)
		}
	}
}
