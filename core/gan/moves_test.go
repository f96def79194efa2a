package gan

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/probe"
)

// changed lists the variables that differ, without the bookkeeping of the run and of the game.
func changed(a, b map[string][]float32) []string {
	var names []string
	for name := range a {
		if !strings.HasPrefix(name, "run/") && !strings.HasPrefix(name, "game/") && !sameBits(a[name], b[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// owner is the player that a variable belongs to.
func owner(name string) string { return name[:1] }

func TestOnePlayerMovesAlone(t *testing.T) {
	for _, who := range []string{"d", "g"} {
		tr := open(t, small)
		before := state(tr)
		if err := tr.Only(who, 3); err != nil {
			t.Fatal(err)
		}
		names := changed(before, state(tr))
		if len(names) == 0 || tr.Step() != 3 {
			t.Errorf("%s alone: %d variables changed, step %d", who, len(names), tr.Step())
		}
		for _, n := range names {
			if owner(n) != who {
				t.Errorf("%s alone changed %s", who, n)
			}
		}
		// Both players' figures are recorded all the same.
		w := shot(tr).Trace
		for _, key := range []string{probe.LossD, probe.LossG, probe.Penalty, probe.DReal, probe.DFake} {
			if w.Len() != 3 || len(w.Column(key)) != 3 {
				t.Fatalf("%s alone: %d points of %s", who, len(w.Column(key)), key)
			}
			for i, x := range w.Column(key) {
				if x <= 0 {
					t.Errorf("%s alone, step %d: %s is missing", who, i+1, key)
				}
			}
		}
	}
	if err := open(t, small).Only("x", 1); err == nil || !strings.Contains(err.Error(), "both, d, g") {
		t.Errorf("got %v", err)
	}
}

// At once, each player moves as it would alone. In turns, only the discriminator does, and the generator answers.
func TestOrders(t *testing.T) {
	alone := map[string]map[string][]float32{}
	for _, who := range []string{"d", "g"} {
		tr := open(t, small)
		if err := tr.Only(who, 1); err != nil {
			t.Fatal(err)
		}
		alone[who] = state(tr)
	}
	for order, generatorAsAlone := range map[string]bool{"simultaneous": true, "alternating": false} {
		tr := open(t, small+"order="+order)
		train(t, tr, 1)
		got := state(tr)
		if d := "d/0/weight"; !sameBits(got[d], alone["d"][d]) {
			t.Errorf("%s: the discriminator moves otherwise than alone", order)
		}
		if g := "g/0/weight"; sameBits(got[g], alone["g"][g]) != generatorAsAlone {
			t.Errorf("%s: the generator moves as alone: %v", order, !generatorAsAlone)
		}
	}
}

// Plain gradient descent on one's own: n updates in a step are n steps of one update.
func TestUpdatesAStep(t *testing.T) {
	one, three := open(t, small+"d.schedule=constant&r1=0&r2=0"), open(t, small+"d.schedule=constant&r1=0&r2=0&d.updates=3")
	if err := one.Only("d", 6); err != nil {
		t.Fatal(err)
	}
	if err := three.Only("d", 2); err != nil {
		t.Fatal(err)
	}
	if a, b := one.Slots().Read("d/0/weight"), three.Slots().Read("d/0/weight"); !sameBits(a, b) {
		t.Error("two steps of three updates are not six of one")
	}
}

func TestAveragedWeights(t *testing.T) {
	off := open(t, small+"g.ema=0")
	train(t, off, 20)
	if !sameBits(off.Slots().Read("g/0/weight"), off.Slots().Read("g.average/0/weight")) {
		t.Error("without averaging the averages are not the weights")
	}
	on := open(t, small)
	// The averages start at the weights, and after one step with the warm-up's memory 0.1 they are 0.1 old and 0.9 new.
	old := on.Slots().Read("g/0/weight")
	if !sameBits(old, on.Slots().Read("g.average/0/weight")) {
		t.Error("the averages do not start at the weights")
	}
	train(t, on, 1)
	now, mean := on.Slots().Read("g/0/weight"), on.Slots().Read("g.average/0/weight")
	for i := range mean {
		want := .1*float64(old[i]) + .9*float64(now[i])
		if math.Abs(float64(mean[i])-want) > 1e-6 {
			t.Errorf("average %d is %g, want %g", i, mean[i], want)
		}
	}
}
