package run

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/query"
)

// openLine starts a run of the toy family.
func openLine(t testing.TB, text string, opts Options) *Run {
	t.Helper()
	opts.Families = []Family{lines}
	r, err := Open(text, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func train(t testing.TB, r *Run, n int) {
	t.Helper()
	if err := r.Run(n); err != nil {
		t.Fatal(err)
	}
}

func set(t testing.TB, r *Run, key, value string) {
	t.Helper()
	if err := r.Set(query.Pair{Key: key, Value: value}); err != nil {
		t.Fatal(err)
	}
}

// everything is what a snapshot can show.
var everything = []string{"fit", "residuals", "above", probe.Trajectory}

// encoded is all that a run shows as bytes, but for measures.
func encoded(r *Run) string {
	s := r.Snapshot(everything, true, true)
	s.Measures, s.Pending = nil, 0
	return string(s.Encode(nil))
}

// differ says in what two runs differ: in their steps, faults, scripts, states or snapshots; or nothing.
func differ(a, b *Run) string {
	switch {
	case a.Step() != b.Step():
		return "steps " + strconv.FormatUint(a.Step(), 10) + " and " + strconv.FormatUint(b.Step(), 10)
	case a.Fault() != b.Fault():
		return "faults " + a.Fault() + " and " + b.Fault()
	case a.Script().String() != b.Script().String():
		return "scripts " + a.Script().String() + " and " + b.Script().String()
	case len(a.Model().State) != len(b.Model().State):
		return "the number of variables"
	}
	for _, v := range a.Model().State {
		x, y := a.Slots().Read(v.Name), b.Slots().Read(v.Name)
		if !slices.EqualFunc(x, y, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) }) {
			return v.Name
		}
	}
	if encoded(a) != encoded(b) {
		return "snapshots"
	}
	return ""
}

// reference is core/kernel's machine.
func reference(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }
