package gan

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// small makes a step cheap, for tests that are not about quality.
const small = "g=8&d=8&batch=16&rows=64&"

// open starts an experiment on the fast machine.
func open(t testing.TB, spec string) *run.Run {
	t.Helper()
	return openOn(t, spec, native.New)
}

func openOn(t testing.TB, spec string, machine func(*plan.Program) (plan.Machine, error)) *run.Run {
	t.Helper()
	r, err := Open(spec, run.Options{Machine: machine})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func train(t testing.TB, r *run.Run, n int) {
	t.Helper()
	if err := r.Run(n); err != nil {
		t.Fatal(err)
	}
}

// only trains one player alone.
func only(t testing.TB, r *run.Run, who string, n int) {
	t.Helper()
	if err := r.Only(who, n); err != nil {
		t.Fatal(err)
	}
}

// set turns one knob.
func set(r *run.Run, key, value string) error { return r.Set(query.Pair{Key: key, Value: value}) }

// experimentOf is a run's experiment as it is now.
func experimentOf(r *run.Run) *Experiment { return r.Experiment().(*Experiment) }

// builderOf traces a run's experiment once more: its nodes have the names of the run's variables.
func builderOf(t testing.TB, r *run.Run) (b *builder) {
	t.Helper()
	e := experimentOf(r)
	if err := graph.Build(func() {
		b = newBuilder(e.spec, e.data)
		b.moves()
	}); err != nil {
		t.Fatal(err)
	}
	return b
}

// shot is a snapshot of all that a run shows, but for what takes long.
func shot(r *run.Run) *wire.Snapshot {
	var names []string
	for _, p := range r.Probes() {
		if p.Name != probe.Optimal && p.Name != probe.Stepping {
			names = append(names, p.Name)
		}
	}
	return r.Snapshot(append(names, probe.Trajectory), true, false)
}

// samplesOf are fresh points of a run's generator.
func samplesOf(t testing.TB, r *run.Run, n int) []float32 {
	t.Helper()
	points, _, err := Sample(r, n)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

// state is every variable of a run by name.
func state(r *run.Run) map[string][]float32 {
	s := map[string][]float32{}
	for _, v := range r.Model().State {
		if values := r.Slots().Read(v.Name); values != nil {
			s[v.Name] = values
		}
	}
	if f := r.Slots().Read("data"); f != nil {
		s["data"] = f
	}
	return s
}

// same says whether two states have the same bits, and names the first variable that has not.
func same(a, b map[string][]float32) (string, bool) {
	if len(a) != len(b) {
		return "the number of variables", false
	}
	for name := range a {
		if !sameBits(a[name], b[name]) {
			return name, false
		}
	}
	return "", true
}

func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// alike compares what snapshots show, whatever scripts led there.
func alike(a, b *wire.Snapshot) bool {
	x, y := *a, *b
	x.Script, y.Script = "", ""
	return equal(&x, &y)
}

// equal compares snapshots by their bytes, without measures.
func equal(a, b *wire.Snapshot) bool {
	x, y := *a, *b
	x.Measures, y.Measures = nil, nil
	return slices.Equal(x.Encode(nil), y.Encode(nil))
}
