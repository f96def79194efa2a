package gan

import (
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/probe"
)

// Packs hold consecutive samples; a sample alone is a pack of copies.
func TestPacks(t *testing.T) {
	tr := open(t, small+"pac=4")
	env := exact.Env{"variable x": {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}
	b, x := builderOf(t, tr), graph.Variable("x", 8, 2)
	packed, alone := b.packed(x), b.copies(x)
	if packed.Shape().String() != "[2 8]" || alone.Shape().String() != "[8 8]" {
		t.Fatalf("packs of 4 from 8 samples are %v, samples alone %v", packed.Shape(), alone.Shape())
	}
	got := env.Eval(packed, alone)
	for i, v := range got[0] {
		if v != float64(i) {
			t.Errorf("number %d of the packs is %g", i, v)
		}
	}
	for i, v := range got[1] {
		if want := float64(2*(i/8) + i%2); v != want {
			t.Errorf("number %d of the samples alone is %g, want %g", i, v, want)
		}
	}
	if n := len(tr.Slots().Read("d/0/weight")); n != 8*8 {
		t.Errorf("the first layer has %d weights, want 8 inputs by 8 units", n)
	}
	train(t, tr, 3)
	if s := shot(tr); tr.Fault() != "" || s.Fault != "" || len(s.Floats(probe.Descent)) != 2*probeArrows {
		t.Errorf("%s %s, %d arrows", tr.Fault(), s.Fault, len(s.Floats(probe.Descent))/2)
	}
}

// Packs that do not divide the picture's arrows leave the rest out.
func TestArrowsOfWholePacks(t *testing.T) {
	tr := open(t, "g=4&d=4&rows=64&pac=3&batch=12")
	if s := shot(tr); len(s.Floats(probe.Descent)) != 2*255 || s.Fault != "" {
		t.Errorf("%d arrows, want 85 packs of 3; %s", len(s.Floats(probe.Descent))/2, s.Fault)
	}
}

// One sample a pack and one discriminator leave the graph as it was without them.
func TestPackAndEnsembleOfOneAreNone(t *testing.T) {
	b := builderOf(t, open(t, small))
	x := graph.Variable("x", 6, 2)
	if b.packed(x) != x || b.copies(x) != x {
		t.Error("packs of one are not the samples")
	}
	b.begin(b.d)
	e, m := b.d.of(x, nil), b.discriminator().members[0].Apply(b.d.pass, x, nil)
	if a, b := len(graph.Sorted(e)), len(graph.Sorted(m)); a != b {
		t.Errorf("an ensemble of one has %d nodes, its member %d", a, b)
	}
}
