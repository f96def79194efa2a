package app

import (
	"testing"

	"ganvas/core/picture"
)

// The optimal discriminator is not drawn until it is asked for, and asking fetches a picture that has it.
func TestTheOptimalLayerIsFetched(t *testing.T) {
	m := Model{Layers: DefaultLayers}
	if m.Layers.Has(picture.Optimal) {
		t.Error("it is shown from the start")
	}
	m, effects := Update(m, LayerToggled{Key: "optimal", On: true})
	if n := pullsIn(effects); n != 1 || !m.Layers.Has(picture.Optimal) {
		t.Errorf("turning it on asks for %d pictures", n)
	}
	m.pull = puller{}
	if _, effects = Update(m, LayerToggled{Key: "optimal", On: false}); pullsIn(effects) != 0 {
		t.Error("turning it off asks for a picture")
	}
}
