package gan

import (
	"errors"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// orders are Specs whose programs to train one player alone differ in what they add.
var orders = []string{"", "d.updates=2&g.updates=3", "order=simultaneous", "order=extragradient", "unroll=2", "penalty.every=4&r1=0.1",
	"data=ring8&condition=concat", "g.norm=batch&d.spectral=on", "data=dirac"}

// of is a Spec of orders in full; the smallest GAN is small as it is.
func of(spec string) string {
	if spec == "data=dirac" {
		return spec
	}
	return small + spec
}

// ready says whether the program can train one player alone.
func ready(tr *run.Run) bool { return len(tr.Model().Ways) == 3 }

// A run whose first step of one player alone comes late has the bits of one that was ready for it from the start.
func TestThatOnePlayerTrainsAloneIsReadyWhenItIsAskedFor(t *testing.T) {
	for _, spec := range orders {
		late, early := open(t, of(spec)), open(t, of(spec))
		only(t, early, "d", 1)
		if err := early.Reset(); err != nil {
			t.Fatal(err)
		}
		for _, tr := range []*run.Run{late, early} {
			train(t, tr, 5)
			tr.Measure()
		}
		if ready(late) || !ready(early) {
			t.Errorf("%q: ready %v and %v", spec, ready(late), ready(early))
		}
		for _, who := range []string{"g", "d"} {
			for _, tr := range []*run.Run{late, early} {
				if err := tr.Only(who, 3); err != nil {
					t.Fatal(err)
				}
				train(t, tr, 2)
			}
		}
		if name, ok := same(state(late), state(early)); !ok || late.Step() != 15 {
			t.Errorf("%q: at step %d, %s differs", spec, late.Step(), name)
		}
		if !equal(shot(late), shot(early)) {
			t.Errorf("%q: the pictures differ", spec)
		}
	}
}

// Going over to the program for it, and back to where that was, changes neither the run nor the picture of it.
func TestGettingReadyForOnePlayerChangesNothing(t *testing.T) {
	for _, spec := range orders {
		tr := open(t, of(spec))
		train(t, tr, 7)
		tr.Measure()
		before, picture := state(tr), shot(tr)
		only(t, tr, "d", 1)
		if err := tr.At(7); err != nil {
			t.Fatal(err)
		}
		tr.Measure()
		if !equal(shot(tr), picture) {
			t.Errorf("%q: the picture is another", spec)
		}
		if name, ok := same(before, state(tr)); !ok || tr.Step() != 7 {
			t.Errorf("%q: at step %d, %s changed", spec, tr.Step(), name)
		}
	}
}

// The program for it is compiled once, however often players train alone, and switches keep it.
func TestOnePlayerAloneIsCompiledOnce(t *testing.T) {
	compiled := 0
	tr := openOn(t, small+"r1=0", func(p *plan.Program) (plan.Machine, error) {
		compiled++
		return native.New(p)
	})
	both := func(want int) {
		t.Helper()
		for _, who := range []string{"d", "g"} {
			if err := tr.Only(who, 1); err != nil {
				t.Fatal(err)
			}
		}
		train(t, tr, 1)
		if compiled != want {
			t.Errorf("compiled %d times, want %d", compiled, want)
		}
	}
	train(t, tr, 1)
	if compiled != 1 {
		t.Errorf("compiled %d times before one trains alone", compiled)
	}
	both(2)
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	both(2)
	if err := set(tr, "r1", "0.1"); err != nil {
		t.Fatal(err)
	}
	both(3)
}

// Where no machine is to be had for it, the run stays as it was, and can be asked again.
func TestARunOutlivesThatOnePlayerCannotTrainAlone(t *testing.T) {
	full := errors.New("no room")
	refuse := false
	tr := openOn(t, small, func(p *plan.Program) (plan.Machine, error) {
		if refuse {
			return nil, full
		}
		return native.New(p)
	})
	want := open(t, small)
	train(t, tr, 3)
	train(t, want, 3)
	refuse = true
	if err := tr.Only("d", 1); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	refuse = false
	for _, r := range []*run.Run{tr, want} {
		train(t, r, 3)
		if err := r.Only("d", 2); err != nil {
			t.Fatal(err)
		}
	}
	if name, ok := same(state(tr), state(want)); !ok || tr.Step() != 8 {
		t.Errorf("at step %d, %s differs", tr.Step(), name)
	}
}
