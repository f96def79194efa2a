package experiment

import (
	"testing"

	"ganvas/core/data"
)

// What the page itself offers is never so slow that it would have to ask, and what links can ask for is.
func TestSlow(t *testing.T) {
	for _, p := range Presets {
		cured, err := p.Cured()
		if err != nil {
			t.Fatal(err)
		}
		if s, _ := Parse(p.Query); s.Slow() || cured.Slow() {
			t.Errorf("the preset %s takes %.2g s a step, cured %.2g", p.Key, s.Cost().Seconds(), cured.Cost().Seconds())
		}
	}
	for _, e := range data.All {
		if s := DefaultFor(e.Key); s.Slow() {
			t.Errorf("%s takes %.2g s a step", e.Key, s.Cost().Seconds())
		}
	}
	const wide = "512,512,512,512,512,512,512,512"
	for _, text := range []string{"g=" + wide + "&d=" + wide + "&g.updates=16&d.updates=16&batch=256", "unroll=7&d=256&g=256,256&batch=256&g.updates=16"} {
		s, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if !s.Slow() {
			t.Errorf("%q takes %.2g s a step", text, s.Cost().Seconds())
		}
	}
}

// A product's cost is linear in what it is repeated for.
func TestCostsOfOneLayer(t *testing.T) {
	s := Default()
	s.Loss, s.R1, s.R2, s.Latent, s.Batch = "ns", 0, 0, 10, 7
	s.Generator.Hidden, s.Discriminator.Hidden = LayersOf(30), LayersOf(20)
	g, d := 7.*(10*30+30*2), 7.*(2*20+20) // a forward pass
	if got, want := s.Cost().MultiplyAdds, (g+6*d)+(3*g+2*d); got != want {
		t.Errorf("%g multiply-adds, want %g", got, want)
	}
	s.Discriminator.Updates, s.Generator.Updates = 3, 2
	if got, want := s.Cost().MultiplyAdds, 3*(g+6*d)+2*(3*g+2*d); got != want {
		t.Errorf("with three and two updates %g multiply-adds, want %g", got, want)
	}
}
