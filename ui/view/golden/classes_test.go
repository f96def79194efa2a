//go:build display

package golden

import (
	"ganvas/core/picture"
	"math"
	"math/rand/v2"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// asked is the ring with a generator that is told which mode to make, and mostly does: it confuses 2 with 6, and strays between others.
func asked(n int) *wire.Snapshot {
	s := drafted(n)
	r := rand.New(rand.NewPCG(5, 6))
	nearest := func(x, y float32) uint8 {
		return uint8(int(math.Round(math.Atan2(float64(y), float64(x))/(math.Pi/4))+8) % 8)
	}
	s.Generated, s.Arrows, s.Manifold, s.ManifoldRows, s.ManifoldCols = nil, nil, nil, 0, 0
	for i := range n {
		s.RealClasses = append(s.RealClasses, nearest(s.Real[2*i], s.Real[2*i+1]))
		class := r.IntN(8)
		s.Asked = append(s.Asked, uint8(class))
		if class == 2 && r.IntN(8) == 0 {
			class = 6
		}
		angle := float64(class)*math.Pi/4 + 0.14*r.NormFloat64()
		x, y := float32(1.95*math.Cos(angle)+.08*r.NormFloat64()), float32(1.95*math.Sin(angle)+.08*r.NormFloat64())
		s.Generated, s.Landed = append(s.Generated, x, y), append(s.Landed, nearest(x, y))
	}
	return s.snapshot()
}

func TestClasses(t *testing.T) {
	for _, th := range plot.Themes {
		look := view.Look{Theme: th, Scale: 1}
		plane := &view.Distribution{Shown: view.Shown{Layers: everything}}
		for _, p := range []drawing{
			{"classes-" + th.Key, plane, asked(800), 700, 700, look},
			{"classes-small-" + th.Key, plane, asked(800), 350, 350, look},
		} {
			t.Run(p.name, func(t *testing.T) { compare(t, p.name, draw(t, p)) })
		}
	}
}

// Without the data there are no numbers, without the generator no strays, and classes change nothing but strays and numbers.
func TestClassesGoWithTheirLayers(t *testing.T) {
	told := asked(300)
	right, untold := wire.Snapshot{}, wire.Snapshot{}
	for _, a := range told.Arrays {
		if a.Bytes == nil {
			untold.Arrays = append(untold.Arrays, a)
		}
		if a.Name == probe.Landed {
			a.Bytes = told.Bytes(probe.Asked)
		}
		right.Arrays = append(right.Arrays, a)
	}
	paint := func(s *wire.Snapshot, l picture.Layers) string {
		return string(draw(t, drawing{panel: &view.Distribution{Shown: view.Shown{Layers: l}}, s: s, w: 300, h: 300, look: view.Look{Theme: plot.Light, Scale: 1}}).Pix)
	}
	for _, c := range []struct {
		name string
		a, b *wire.Snapshot
		on   picture.Layers
		same bool
	}{
		{"numbers on the data", told, &untold, picture.Real, false},
		{"numbers by the classes alone", told, &right, picture.Real, true},
		{"strays", told, &untold, picture.Generated, false},
		{"a generator that obeys", &right, &untold, picture.Generated, true},
		{"neither", told, &untold, picture.Manifold, true},
	} {
		if got := paint(c.a, c.on) == paint(c.b, c.on); got != c.same {
			t.Errorf("%s: the same picture is %v", c.name, got)
		}
	}
}
