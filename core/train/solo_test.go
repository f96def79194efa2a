package train

import (
	"errors"
	"testing"

	"ganvas/core/plan"
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

// A run whose first step of one player alone comes late has the bits of one that was ready for it from the start.
func TestThatOnePlayerTrainsAloneIsReadyWhenItIsAskedFor(t *testing.T) {
	for _, spec := range orders {
		late, early := open(t, of(spec)), open(t, of(spec))
		if err := early.allowSolo(); err != nil {
			t.Fatal(err)
		}
		for _, tr := range []*Trainer{late, early} {
			run(t, tr, 5)
			tr.Measure()
		}
		if late.solo || !early.solo {
			t.Errorf("%q: ready %v and %v", spec, late.solo, early.solo)
		}
		for _, who := range []string{"g", "d"} {
			for _, tr := range []*Trainer{late, early} {
				if err := tr.RunOnly(who, 3); err != nil {
					t.Fatal(err)
				}
				run(t, tr, 2)
			}
		}
		if name, ok := same(state(late), state(early)); !ok || late.Step() != 15 {
			t.Errorf("%q: at step %d, %s differs", spec, late.Step(), name)
		}
		if !equal(late.Snapshot(), early.Snapshot()) {
			t.Errorf("%q: the pictures differ", spec)
		}
	}
}

// Going over to the program for it changes neither the run nor the picture of it.
func TestGettingReadyForOnePlayerChangesNothing(t *testing.T) {
	for _, spec := range orders {
		tr := open(t, of(spec))
		run(t, tr, 7)
		tr.Measure()
		before, picture := state(tr), tr.Snapshot()
		if err := tr.allowSolo(); err != nil {
			t.Fatal(err)
		}
		if !equal(tr.Snapshot(), picture) {
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
			if err := tr.RunOnly(who, 1); err != nil {
				t.Fatal(err)
			}
		}
		run(t, tr, 1)
		if compiled != want {
			t.Errorf("compiled %d times, want %d", compiled, want)
		}
	}
	run(t, tr, 1)
	if compiled != 1 {
		t.Errorf("compiled %d times before one trains alone", compiled)
	}
	both(2)
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	both(2)
	if err := tr.Set("r1", "0.1"); err != nil {
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
	run(t, tr, 3)
	run(t, want, 3)
	refuse = true
	if err := tr.RunOnly("d", 1); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	refuse = false
	for _, r := range []*Trainer{tr, want} {
		run(t, r, 3)
		if err := r.RunOnly("d", 2); err != nil {
			t.Fatal(err)
		}
	}
	if name, ok := same(state(tr), state(want)); !ok || tr.Step() != 8 {
		t.Errorf("at step %d, %s differs", tr.Step(), name)
	}
}
