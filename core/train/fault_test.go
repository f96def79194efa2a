package train

import (
	"math"
	"strings"
	"testing"
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
	run(t, tr, 5000)
	good := tr.Step()
	if tr.Fault() == "" || good == 0 || good >= 5000 {
		t.Fatalf("no divergence: step %d, %q", good, tr.Fault())
	}
	for _, part := range []string{"at step " + itoa(good+1), "learning rate of 0.5", "stands at step " + itoa(good)} {
		if !strings.Contains(tr.Fault(), part) {
			t.Errorf("%q does not say %q", tr.Fault(), part)
		}
	}
	// It stands where a run of just so many steps stands, whatever the chunks.
	want := open(t, spec)
	for want.Step() < good {
		run(t, want, min(7, int(good-want.Step())))
	}
	if want.Fault() != "" {
		t.Fatalf("a run of %d steps says %q", good, want.Fault())
	}
	if name, ok := same(state(tr), state(want)); !ok {
		t.Errorf("%s differs from a run of %d steps", name, good)
	}
	s := tr.Snapshot()
	if s.Fault != tr.Fault() || s.Step != good {
		t.Errorf("the snapshot says %q at step %d", s.Fault, s.Step)
	}
	for _, v := range [][]float32{s.Trace.LossD, s.Trace.LossG} {
		for i, x := range v {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				t.Fatalf("point %d of the trace is %g", i, x)
			}
		}
	}
	run(t, want, 1)
	if want.Fault() != tr.Fault() || want.Step() != good {
		t.Errorf("one step more says %q at step %d", want.Fault(), want.Step())
	}
}

func TestAfterAFault(t *testing.T) {
	tr := open(t, hot)
	run(t, tr, 5000)
	good := tr.Step()
	run(t, tr, 10)
	if tr.Step() != good || tr.Fault() == "" {
		t.Errorf("a stopped run went on to step %d", tr.Step())
	}
	for _, knob := range []string{"g.lr", "d.lr"} {
		if err := tr.Set(knob, "0"); err != nil {
			t.Fatal(err)
		}
	}
	if tr.Fault() != "" {
		t.Errorf("after a knob was turned: %q", tr.Fault())
	}
	if err := tr.Reset(); err != nil || tr.Fault() != "" || tr.Step() != 0 {
		t.Errorf("after a reset: step %d, %q, %v", tr.Step(), tr.Fault(), err)
	}
	run(t, tr, 10)
	if tr.Step() != 10 || tr.Fault() != "" {
		t.Errorf("after a reset the run stands at step %d: %q", tr.Step(), tr.Fault())
	}
}

func TestExplanationsNameWhatBroke(t *testing.T) {
	tr := open(t, small+"g.lr=0.003&d.lr=0.2")
	nan, inf := float32(math.NaN()), float32(math.Inf(-1))
	for _, c := range []struct {
		column int
		x      float32
		want   string
	}{
		{columnLossD, nan, "the discriminator's loss became NaN (not a number) at step 1: most likely the discriminator's learning rate of 0.2"},
		{columnLossG, inf, "the generator's loss became infinite at step 1: most likely the discriminator's learning rate of 0.2"},
		{columnPenalty, nan, "the discriminator's gradient penalty became NaN"},
		{columnSizeG, nan, "a weight of the generator became NaN"},
		{columnSizeD, inf, "a weight of the discriminator became infinite"},
	} {
		if got := tr.explain(c.column, c.x); !strings.HasPrefix(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func itoa(n uint32) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}
