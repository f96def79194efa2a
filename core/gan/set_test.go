package gan

import (
	"errors"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/simd/native"
)

func TestTurningKnobsNeverRecompiles(t *testing.T) {
	compiled := 0
	tr := openOn(t, small, func(p *plan.Program) (plan.Machine, error) {
		compiled++
		return native.New(p)
	})
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if !f.Live {
			continue
		}
		value := "0.25"
		if f.Kind == experiment.Integer {
			value = "25"
		}
		if spec := experimentOf(tr).spec; f.Switch && f.Number(&spec) == 0 {
			continue // off by default: turning it on is another program
		}
		if err := set(tr, f.Key, value); err != nil {
			t.Errorf("%s: %v", f.Key, err)
		}
		if now := experimentOf(tr).spec; f.Get(&now) != value {
			t.Errorf("%s is %s after it was set to %s", f.Key, f.Get(&now), value)
		}
		train(t, tr, 1)
	}
	if compiled != 1 {
		t.Errorf("compiled %d times", compiled)
	}
}

// A knob turned at step 0 gives the run that starts with it.
func TestATurnedKnobIsTheSpecs(t *testing.T) {
	for _, c := range [][2]string{{"g.lr", "0.01"}, {"r1", "1"}, {"r2", "0"}, {"gp", "0.1"}, {"d.beta1", "0.5"}, {"steps", "10"}, {"g.ema", "0"},
		{"clip", "0.1"}, {"instance.noise", "0.3"}, {"instance.decay", "0.5"}, {"modeseek", "1"}, {"path", "0.1"}, {"consensus", "0.5"}, {"g.dropout", "0.2"}, {"d.dropout", "0.2"}} {
		turned, born := open(t, small), open(t, small+c[0]+"="+c[1])
		if err := set(turned, c[0], c[1]); err != nil {
			t.Fatal(err)
		}
		train(t, turned, 30)
		train(t, born, 30)
		if name, ok := same(state(turned), state(born)); !ok {
			t.Errorf("%s=%s: %s differs", c[0], c[1], name)
		}
	}
}

// A penalty that goes on midway leaves the run where it is, and from there on counts.
func TestAPenaltyGoesOnMidway(t *testing.T) {
	tr := open(t, small+"r1=0&r2=0")
	train(t, tr, 50)
	before, picture := state(tr), shot(tr)
	if err := set(tr, "r1", "0.1"); err != nil {
		t.Fatal(err)
	}
	if name, ok := same(before, state(tr)); !ok || tr.Step() != 50 || !alike(shot(tr), picture) {
		t.Errorf("turning R1 on changed %s, step %d", name, tr.Step())
	}
	train(t, tr, 50)
	p := shot(tr).Trace.Column(probe.Penalty)
	for i := range p {
		if on := p[i] > 0; on != (i >= 50) {
			t.Errorf("step %d: penalty %g", i+1, p[i])
		}
	}
}

func TestSetRefuses(t *testing.T) {
	tr := open(t, small)
	for _, c := range [][2]string{{"batch", "64"}, {"speed", "3"}, {"g.lr", "fast"}, {"g.lr", "-1"}, {"", ""}} {
		was := tr.Spec()
		err := set(tr, c[0], c[1])
		var f *experiment.FieldError
		if !errors.As(err, &f) || f.Field != c[0] || f.Value != c[1] || tr.Spec() != was {
			t.Errorf("%s=%s: got %v", c[0], c[1], err)
		}
	}
}
