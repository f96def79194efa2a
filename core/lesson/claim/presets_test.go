package claim

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/family/familytest"
	"ganvas/core/form"
	"ganvas/core/lesson"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// promise is what a named experiment's words say of its run as it opens, or of its run with the cure: a number that is read of it at some steps, and
// taken together, lies within bounds.
type promise struct {
	of          string // sick or cured
	at          []int  // steps, upwards
	fold        fold   // what is made of the readings
	read        string // an expression of a lesson: of measures, lesson.Quantities and extras
	least, most float64
}

const (
	sick  = "sick" // as it opens, also where nothing ails it
	cured = "cured"
)

// at are a single step, and every are steps from one to another.
func at(step int) []int { return []int{step} }

func every(by, from, to int) (steps []int) {
	for s := from; s <= to; s += by {
		steps = append(steps, s)
	}
	return steps
}

// fold makes one number of a run's readings, in the order of their steps.
type fold func(readings []float64) float64

func last(x []float64) float64     { return x[len(x)-1] }
func smallest(x []float64) float64 { return slices.Min(x) }
func largest(x []float64) float64  { return slices.Max(x) }
func mean(x []float64) (sum float64) {
	for _, v := range x {
		sum += v / float64(len(x))
	}
	return sum
}

// kinds is how many different readings there are.
func kinds(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return float64(len(slices.Compact(x)))
}

// growth is how many times as large the largest of the last quarter of the readings is as the largest of the first.
func growth(x []float64) float64 {
	q := max(1, len(x)/4)
	return slices.Max(x[len(x)-q:]) / slices.Max(x[:q])
}

// Each named experiment does what its words say, and its cure mends it: on its few seeds, on ten where GANVAS_SLOW is set, or on those that GANVAS_SEEDS
// names. One that is listed in no promise fails.
func TestPresetsKeepTheirWord(t *testing.T) {
	for _, p := range form.Presets() {
		t.Run(p.Key, func(t *testing.T) {
			made, ok := promises[p.Key]
			if !ok || len(made.promises) == 0 {
				t.Fatal("nothing is promised of it")
			}
			for _, state := range []string{sick, cured} {
				if listed := slices.ContainsFunc(made.promises, func(x promise) bool { return x.of == state }); listed != (state == sick || p.Cure != "") {
					t.Errorf("its %s run is promised something: %v", state, listed)
				}
			}
			for _, seed := range familytest.Numbers(made.few) {
				for _, state := range []string{sick, cured} {
					keep(t, p, state, seed, made.promises)
				}
			}
		})
	}
	for key := range promises {
		if _, ok := form.FindPreset(key); !ok {
			t.Errorf("%q is promised something, and is no named experiment", key)
		}
	}
}

// keep trains a run and holds it to what is promised of it.
func keep(t *testing.T, p experiment.Preset, state string, seed uint32, all []promise) {
	mine := slices.DeleteFunc(slices.Clone(all), func(x promise) bool { return x.of != state })
	if len(mine) == 0 {
		return
	}
	r := openPreset(t, p, state, seed)
	defer r.Close()
	readings := make([][]float64, len(mine))
	for _, step := range steps(mine) {
		if err := r.Run(step - int(r.Step())); err != nil || r.Fault() != "" {
			t.Fatalf("seed %d, %s: %v %s", seed, state, err, r.Fault())
		}
		for i, v := range readAll(t, r, mine, step) {
			readings[i] = append(readings[i], v...)
		}
	}
	for i, x := range mine {
		v := x.fold(readings[i])
		text := fmt.Sprintf("seed %d, %s: %s is %.4g", seed, state, x.read, v)
		if len(readings[i]) > 1 {
			text += " of" + fmt.Sprintf(strings.Repeat(" %.3g", len(readings[i])), anys(readings[i])...)
		}
		if t.Log(text); !(x.least <= v && v <= x.most) {
			t.Errorf("%s, not from %g to %g", text, x.least, x.most)
		}
	}
}

func anys(x []float64) (out []any) {
	for _, v := range x {
		out = append(out, v)
	}
	return out
}

// openPreset opens a named experiment with another seed.
func openPreset(t *testing.T, p experiment.Preset, state string, seed uint32) *run.Run {
	t.Helper()
	s, err := form.Parse(p.Query)
	if err == nil && state == cured {
		s, err = form.With(s, p.Cure)
	}
	if err == nil {
		s, err = form.With(s, "seed="+strconv.FormatUint(uint64(seed), 10))
	}
	if err != nil {
		t.Fatal(err)
	}
	text := s.String()
	if p.Turns != "" {
		text += "&turns=" + p.Turns
	}
	c := Checker{Machine: native.New}
	r, err := c.openText(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// steps are all at which anything is read, upwards.
func steps(all []promise) (out []int) {
	for _, x := range all {
		out = append(out, x.at...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// readAll reads what is promised at a step: of each promise one number, or none.
func readAll(t *testing.T, r *run.Run, all []promise, step int) [][]float64 {
	t.Helper()
	expressions := make([]lesson.Expression, len(all))
	var names []string
	for i, x := range all {
		if slices.Contains(x.at, step) {
			e, err := lesson.ParseExpression(x.read)
			if err != nil {
				t.Fatal(err)
			}
			expressions[i], names = e, append(names, e.Names()...)
		}
	}
	of := readOf(r, names)
	out := make([][]float64, len(all))
	for i, x := range all {
		if slices.Contains(x.at, step) {
			v := expressions[i].Value(of)
			if math.IsNaN(v) {
				t.Fatalf("%s cannot be read", x.read)
			}
			out[i] = []float64{v}
		}
	}
	return out
}

// readOf looks names up in a run; it measures only where a measure is among them.
func readOf(r *run.Run, names []string) lesson.Lookup {
	if slices.ContainsFunc(names, func(n string) bool { return !lesson.IsQuantity(n) && extras[n] == nil }) {
		r.MeasureWith(names...)
	}
	of := lesson.Reading(r.Snapshot(lesson.Probes, false, false))
	return func(name string) float64 {
		if x := extras[name]; x != nil {
			return x(r)
		}
		return of(name)
	}
}
