package gan

import (
	"errors"
	"math"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/run"
)

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
