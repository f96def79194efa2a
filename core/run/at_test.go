package run

import (
	"strings"
	"testing"

	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/query"
	"ganvas/core/script"
)

// turned is a run of 2,300 steps with a switch, a rate and a stretch on its way.
func turned(t *testing.T, spec string, budget int) *Run {
	t.Helper()
	r := openLine(t, spec, Options{Budget: budget})
	train(t, r, 256)
	set(t, r, "momentum", "0.5")
	train(t, r, 44)
	if err := r.Only("slope", 100); err != nil {
		t.Fatal(err)
	}
	train(t, r, 1200)
	set(t, r, "momentum", "0")
	train(t, r, 700)
	return r
}

// At any step the run is what one is that was there for the first time, whether it comes from before or from behind.
func TestAtAnyStepTheRunIsWhatItWasThere(t *testing.T) {
	for _, budget := range []int{0, 150} {
		r := turned(t, "", budget)
		text, last := r.Script().String(), r.Last()
		for _, step := range []uint64{2299, 0, 255, 256, 257, 300, 1599, 399, 400, 1601, 1, 2048, 1600, 0, 2300} {
			if err := r.At(step); err != nil {
				t.Fatal(err)
			}
			want := openLine(t, text, Options{})
			if err := want.At(step); err != nil {
				t.Fatal(err)
			}
			if d := differ(r, want); d != "" || r.Step() != step {
				t.Errorf("at step %d with %d bytes for checkpoints, runs differ in %s", step, budget, d)
			}
		}
		if r.Script().String() != text || r.Last() != last {
			t.Errorf("going about changes the script from %q to %q, the last step from %d to %d", text, r.Script(), last, r.Last())
		}
	}
}

// Where the run has been, going forward trains no farther than going back: from the nearest checkpoint.
func TestForwardByCheckpoints(t *testing.T) {
	trained := 0
	r := openLine(t, "path=off", Options{Machine: func(p *plan.Program) (plan.Machine, error) {
		m, err := kernel.New(p)
		return counted{m, &trained}, err
	}})
	train(t, r, 5000)
	for _, step := range []uint64{10, 4999, 2600, 2570, 4000} {
		trained = 0
		if err := r.At(step); err != nil {
			t.Fatal(err)
		}
		if trained >= checkpointEvery {
			t.Errorf("to step %d it trains %d steps", step, trained)
		}
	}
}

// counted is a machine that counts the steps that it runs.
type counted struct {
	plan.Machine
	steps *int
}

func (c counted) Run(entry, n int) error {
	*c.steps += n
	return c.Machine.Run(entry, n)
}

// Doing something else at an earlier step forgets what came after it, and only that.
func TestAnotherTurnForgetsWhatCame(t *testing.T) {
	r := turned(t, "path=off", 0)
	if err := r.At(350); err != nil {
		t.Fatal(err)
	}
	if err := r.Only("all", 10); err != nil {
		t.Fatal(err)
	}
	train(t, r, 1000)
	want := openLine(t, "path=off&turns=256:momentum:0.5,300:slope*50,350:all*10", Options{})
	train(t, want, 1360)
	if d := differ(r, want); d != "" || r.Last() != 1360 {
		t.Errorf("runs differ in %s, the last step is %d", d, r.Last())
	}
	for _, step := range []uint64{1300, 800, 520, 350} { // each by another checkpoint, none of what was forgotten
		if err := r.At(step); err != nil {
			t.Fatal(err)
		}
		want := openLine(t, r.Script().String(), Options{})
		train(t, want, int(step))
		if d := differ(r, want); d != "" {
			t.Errorf("back at step %d runs differ in %s", step, d)
		}
	}
}

// A branch has the way up to its step, then its own turns; the run that it comes from stays as it is, and each goes its way.
func TestBranches(t *testing.T) {
	r, twin := turned(t, "path=off", 0), turned(t, "path=off", 0)
	b, err := r.Branch(300, script.Knobs(300, query.Pair{Key: "rate", Value: "0.2"}), script.Stretch(310, "slope", 5))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if b.Step() != 300 || r.Step() != 2300 {
		t.Errorf("the branch is at step %d, the run at %d", b.Step(), r.Step())
	}
	train(t, b, 500)
	want := openLine(t, "path=off&turns=256:momentum:0.5,300:rate:0.2,310:slope*5", Options{})
	train(t, want, 800)
	if d := differ(b, want); d != "" {
		t.Errorf("a branch and a run of its script differ in %s", d)
	}
	for _, x := range []*Run{r, twin} {
		if err := x.At(1000); err != nil {
			t.Fatal(err)
		}
	}
	if d := differ(r, twin); d != "" {
		t.Errorf("a run and its twin that no branch came from differ in %s", d)
	}
	ahead, err := r.Branch(2400)
	if err != nil {
		t.Fatal(err)
	}
	defer ahead.Close()
	if ahead.Step() != 2400 || r.Step() != 1000 {
		t.Errorf("a branch ahead is at step %d, the run at %d", ahead.Step(), r.Step())
	}
}

// A reset begins anew with the knobs as they are.
func TestResetKeepsTheKnobs(t *testing.T) {
	r := turned(t, "path=off", 0)
	set(t, r, "rate", "0.02")
	if err := r.Reset(); err != nil {
		t.Fatal(err)
	}
	want := openLine(t, "path=off&rate=0.02", Options{})
	if d := differ(r, want); d != "" || strings.Contains(r.Script().String(), script.Key) || r.Last() != 0 {
		t.Errorf("runs differ in %s; the script is %q, the last step %d", d, r.Script(), r.Last())
	}
	train(t, r, 300)
	train(t, want, 300)
	if d := differ(r, want); d != "" {
		t.Errorf("300 steps later runs differ in %s", d)
	}
}
