package dirac

import (
	"testing"

	"ganvas/core/experiment"
)

func TestMatrixOfAPoint(t *testing.T) {
	if got, want := (Matrix{{2, 3}, {5, 7}}).Of(Point{11, 13}), (Point{2*11 + 3*13, 5*11 + 7*13}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Whatever takes a Dirac-GAN out of its plane, alone, is seen; what leaves it there is not.
func TestPlane(t *testing.T) {
	for fields, want := range map[string]bool{
		"": true, "loss=wgan": true, "r1=0.3": true, "order=simultaneous": true, "g.opt=adam": true, "unroll=2": true,
		"batch=2": true, "instance.noise=0.5": true, "clip=1": true,
		"data=ring8&noise=normal": false, "noise=normal": false, "z=2": false, "g=4": false, "d=4": false, "g.init=he": false, "d.init=he": false,
		"g.bias=on": false, "d.bias=on": false, "g.spectral=on": false, "d.spectral=on": false,
		"pac=2&batch=2": false, "ensemble=2": false, "mbstd=on&batch=2": false, "mbd=1&batch=2": false,
	} {
		s, err := experiment.Parse("data=dirac")
		if err == nil {
			s, err = s.With(fields)
		}
		if err != nil {
			t.Fatalf("%q: %v", fields, err)
		}
		if got := Plane(s); got != want {
			t.Errorf("%q stays in the plane: %v", fields, got)
		}
	}
}

// Closed forms are not known of each pair that package dirac has none for, and of each alone they are.
func TestKnown(t *testing.T) {
	for _, c := range []struct {
		g    Game
		want bool
	}{
		{Game{Loss: "ns"}, true}, {Game{Loss: "nonsense"}, false},
		{Game{Loss: "ns", Noise: .1}, true}, {Game{Loss: "ns", Consensus: .1}, true}, {Game{Loss: "ns", Unroll: 1, Eta: .1}, true},
		{Game{Loss: "ns", GP: .1}, true}, {Game{Loss: "ns", GP1: .1}, true}, {Game{Loss: "ns", R1: .1, Unroll: 1}, true},
		{Game{Loss: "ns", Noise: .1, Consensus: .1}, false}, {Game{Loss: "ns", Noise: .1, Unroll: 1}, false},
		{Game{Loss: "ns", Unroll: 1, Consensus: .1}, false}, {Game{Loss: "ns", Unroll: 1, GP: .1}, false}, {Game{Loss: "ns", Unroll: 1, GP1: .1}, false},
		{Game{Loss: "ns", Noise: .1, GP: .1}, true}, {Game{Loss: "ns", Consensus: .1, GP: .1}, true},
	} {
		if got := c.g.Known(); got != c.want {
			t.Errorf("%+v is known: %v", c.g, got)
		}
	}
}
