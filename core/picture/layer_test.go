package picture

import (
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestLayersAreTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Layers(rapid.IntRange(0, 1<<len(AllLayers)-1).Draw(t, "layers"))
		if back, all := ParseLayers(l.String()); back != l || !all {
			t.Fatalf("%q is read as %q, all known: %v", l, back, all)
		}
		if n := len(l.Keys()); n != bits.OnesCount16(uint16(l)) {
			t.Fatalf("%q has %d keys", l, n)
		}
		if back, all := ParseLayers(l.String() + ",halo"); back != l || all {
			t.Fatalf("with an unknown key %q is read as %q, all known: %v", l, back, all)
		}
	})
}

func TestLayersAskForWhatTheyShow(t *testing.T) {
	for _, y := range AllLayers {
		if got := y.Bit.Probes(); !slices.Equal(got, y.Needs) {
			t.Errorf("%s asks for %q, not %q", y.Key, got, y.Needs)
		}
		if (Layers(0)).With(y.Bit, true) != y.Bit || y.Bit.With(y.Bit, false) != 0 {
			t.Errorf("%s cannot be switched", y.Key)
		}
	}
}
