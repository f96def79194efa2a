package train

import (
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// Packs hold consecutive samples; a sample alone is a pack of copies.
func TestPacks(t *testing.T) {
	tr := open(t, small+"pac=4")
	env := exact.Env{"variable x": {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}
	x := graph.Variable("x", 8, 2)
	packed, alone := tr.b.packed(x), tr.b.alone(x)
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
	if n := len(tr.slots.read("d/0/weight")); n != 8*8 {
		t.Errorf("the first layer has %d weights, want 8 inputs by 8 units", n)
	}
	run(t, tr, 3)
	if s := tr.Snapshot(); tr.Fault() != "" || s.Fault != "" || len(s.Arrows) != 2*photoArrows {
		t.Errorf("%s %s, %d arrows", tr.Fault(), s.Fault, len(s.Arrows)/2)
	}
}

// Packs that do not divide the photograph's arrows leave the rest out.
func TestArrowsOfWholePacks(t *testing.T) {
	tr := open(t, "g=4&d=4&rows=64&pac=3&batch=12")
	if s := tr.Snapshot(); len(s.Arrows) != 2*255 || s.Fault != "" {
		t.Errorf("%d arrows, want 85 packs of 3; %s", len(s.Arrows)/2, s.Fault)
	}
}

// One sample a pack and one discriminator leave the graph as it was without them.
func TestPackAndEnsembleOfOneAreNone(t *testing.T) {
	tr := open(t, small)
	x := graph.Variable("x", 6, 2)
	if tr.b.packed(x) != x || tr.b.alone(x) != x {
		t.Error("packs of one are not the samples")
	}
	tr.b.begin(tr.b.d)
	e, m := tr.b.d.of(x), tr.b.discriminator()[0].Apply(tr.b.d.pass, x)
	if a, b := len(graph.Sorted(e)), len(graph.Sorted(m)); a != b {
		t.Errorf("an ensemble of one has %d nodes, its member %d", a, b)
	}
}
