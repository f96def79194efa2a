package session

import (
	"math"
	"testing"

	"ganvas/core/probe"
)

// A snapshot says, where it is asked to, how long each procedure takes that makes it, by a clock that shows whole milliseconds too.
func TestProceduresAreTimed(t *testing.T) {
	s, run := opened(t, 3)
	took := func(procedure string) float64 {
		x := do(t, s, "pull?probes=images&timed=1").Floats(probe.Took + procedure)
		if len(x) != 1 {
			t.Fatalf("%s took %v", procedure, x)
		}
		return float64(x[0])
	}
	if shot := do(t, s, "pull?probes=images&timed=1"); len(shot.Arrays) != 0 {
		t.Errorf("%v is told of a run that has called nothing", shot.Arrays)
	}
	run.perCall = map[string]float64{"one": 2, "other": 7.5}
	if one, other := took("one"), took("other"); one != 2 || other != 7.5 {
		t.Errorf("2 and 7.5 ms are told as %v and %v", one, other)
	}
	// 2.25 ms as a coarse clock has it: 2, 2, 2, 3. After the 3 that has a weight of 1/8 is told 2 + 1/8/(1-(7/8)^4) = 2.302, and less until the next.
	for i := range 200 {
		run.perCall["one"] = 2 + float64(i%4/3)
		if one := took("one"); i > 100 && math.Abs(one-2.25) > .06 {
			t.Errorf("2.25 ms are told as %v", one)
		}
	}
	if shot := do(t, s, "pull?probes=images"); len(shot.Arrays) != 0 {
		t.Errorf("nobody has asked for times, and %v is told", shot.Arrays)
	}
	do(t, s, "open?")
	run.perCall = nil
	if shot := do(t, s, "pull?probes=images&timed=1"); len(shot.Arrays) != 0 {
		t.Errorf("a new run has the times %v of another", shot.Arrays)
	}
}
