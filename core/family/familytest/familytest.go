// Package familytest is what the tests of families have in common: runs on the fast machine and on the reference, and the truths that any
// family can be held to.
package familytest

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"ganvas/core/data"
	"ganvas/core/family"
	"ganvas/core/plan"
	"ganvas/core/query"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// Open starts a run of a Spec on the fast machine.
func Open(t testing.TB, f run.Family, spec string) *run.Run {
	t.Helper()
	return OpenOn(t, f, spec, native.New)
}

// OpenOn starts it on a machine; nil is the reference.
func OpenOn(t testing.TB, f run.Family, spec string, machine func(*plan.Program) (plan.Machine, error)) *run.Run {
	t.Helper()
	r, err := run.Open(spec, run.Options{Families: []run.Family{f}, Machine: machine})
	if err != nil {
		t.Fatalf("%q: %v", spec, err)
	}
	t.Cleanup(r.Close)
	return r
}

// Train runs n steps.
func Train(t testing.TB, r *run.Run, n int) {
	t.Helper()
	if err := r.Run(n); err != nil {
		t.Fatal(err)
	}
	if f := r.Fault(); f != "" {
		t.Fatalf("%q: %s", r.Spec(), f)
	}
}

// Set turns a knob.
func Set(t testing.TB, r *run.Run, key, value string) {
	t.Helper()
	if err := r.Set(query.Pair{Key: key, Value: value}); err != nil {
		t.Fatal(err)
	}
}

// Trained runs a Spec to its horizon, and logs what it took.
func Trained(t testing.TB, f run.Family, spec string) *run.Run {
	t.Helper()
	start := spent()
	r := Open(t, f, spec)
	Train(t, r, r.Experiment().(family.Experiment).Horizon())
	t.Logf("%q: %d steps in %.1f s of a core", r.Spec(), r.Step(), (spent() - start).Seconds())
	return r
}

// spent is what this process has had of the machine's cores, which a busy machine does not change as it does the time of day.
func spent() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano())
}

// Seeds are those that a claim is tried on, as a Spec takes them; see Numbers.
func Seeds(few int) (out []string) {
	for _, n := range Numbers(few) {
		out = append(out, "&seed="+strconv.FormatUint(uint64(n), 10))
	}
	return out
}

// Numbers are the seeds that a claim is tried on: the first few from 1, or with GANVAS_SLOW ten. GANVAS_SEEDS=41-50 names others, on which nobody has
// chosen any settings.
func Numbers(few int) (out []uint32) {
	first, last := 1, few
	if os.Getenv("GANVAS_SLOW") != "" {
		last = 10
	}
	if others := os.Getenv("GANVAS_SEEDS"); others != "" {
		if n, err := fmt.Sscanf(others, "%d-%d", &first, &last); n != 2 || err != nil || first < 0 || last < first {
			panic("GANVAS_SEEDS is " + others + "; give two whole numbers, such as 41-50")
		}
	}
	for n := first; n <= last; n++ {
		out = append(out, uint32(n))
	}
	return out
}

// Held is n fresh points of a run's data, of a stream that no family draws from.
func Held(r *run.Run, n int) []float32 {
	out := make([]float32, 2*n)
	Source(r).Sample(random.New(99, "familytest"), out)
	return out
}

// Source is a run's data.
func Source(r *run.Run) data.Source { return r.Experiment().(family.Experiment).Source() }

// Lack is how much the model's mean log density at fresh points lacks of the data's own, in nats: about KL(p‖q).
func Lack(t testing.TB, r *run.Run) float64 {
	t.Helper()
	return LackAt(t, r, Held(r, 20_000))
}

// LackAt is Lack at points.
func LackAt(t testing.TB, r *run.Run, points []float32) float64 {
	t.Helper()
	logs := LogDensity(t, r, points)
	p := Source(r).(data.Dense)
	sum := 0.0
	for i, q := range logs {
		sum += math.Log(p.Density(float64(points[2*i]), float64(points[2*i+1]))) - q
	}
	return sum / float64(len(logs))
}

// LogDensity is the model's log density at points.
func LogDensity(t testing.TB, r *run.Run, points []float32) []float64 {
	t.Helper()
	logs, err := r.LogDensity(points)
	if err != nil {
		t.Fatal(err)
	}
	return logs
}

// Mass is the model's probability of a square about the data's window, six times as wide, by the midpoint rule: 1 where its density is one.
func Mass(t testing.TB, r *run.Run, side int) float64 {
	t.Helper()
	w := r.Experiment().(family.Learner).Points().Window
	width, height := float64(w.High[0]-w.Low[0]), float64(w.High[1]-w.Low[1])
	points := make([]float32, 0, 2*side*side)
	for i := range side {
		for j := range side {
			points = append(points, w.Low[0]+float32(width*(3*(float64(i)+.5)/float64(side)-1)), w.Low[1]+float32(height*(3*(float64(j)+.5)/float64(side)-1)))
		}
	}
	sum := 0.0
	for _, l := range LogDensity(t, r, points) {
		sum += math.Exp(l)
	}
	return sum * 9 * width * height / float64(side*side)
}

// Samples are n points of the model.
func Samples(t testing.TB, r *run.Run, n int) []float32 {
	t.Helper()
	points, err := r.Draw(n)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

// Measured is a measure of a run by its key; NaN where there is none.
func Measured(r *run.Run, key string) float64 {
	for _, m := range r.Measure() {
		if m.Key == key {
			return m.Value
		}
	}
	return math.NaN()
}

// SameBits trains a Spec on both machines, on the fast one in pieces, and fails where their states or their samples differ in a bit.
func SameBits(t *testing.T, f run.Family, spec string, steps int) {
	t.Helper()
	fast, plain := Open(t, f, spec), OpenOn(t, f, spec, nil)
	Train(t, plain, steps)
	for done := 0; done < steps; {
		n := min(1+done%7, steps-done)
		Train(t, fast, n)
		done += n
	}
	bits := func(name string, a, b []float32) {
		if !slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) }) {
			t.Errorf("%q: %s differs between the machines", spec, name)
		}
	}
	for _, v := range fast.Model().State {
		bits(v.Name, fast.Slots().Read(v.Name), plain.Slots().Read(v.Name))
	}
	bits("samples", Samples(t, fast, 100), Samples(t, plain, 100))
	if a, b := fast.Snapshot(nil, true, false), plain.Snapshot(nil, true, false); string(a.Encode(nil)) != string(b.Encode(nil)) {
		t.Errorf("%q: snapshots differ between the machines", spec)
	}
}
