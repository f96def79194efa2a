package view

import (
	"ganvas/core/dirac"
	"ganvas/core/picture"
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Look is how panels are drawn: the theme, and how many device pixels make one CSS pixel.
type Look struct {
	Theme plot.Theme
	Scale float64
}

// Shown is what the reader has chosen to see.
type Shown struct {
	Layers picture.Layers
	// Game is the vector field of a Dirac-GAN's portrait; nil where none is known.
	Game *dirac.Game
	// Reach is how far from 1/2 the field's colours are full, one of plot.Reaches; 0 takes what suits the field.
	Reach float64
	// Unbent is how far the manifold is drawn back towards the flat latent grid, from 0, as G makes it, to 1, at rest.
	Unbent float32
}

func (s Shown) equal(t Shown) bool {
	return s.Layers == t.Layers && s.Reach == t.Reach && s.Unbent == t.Unbent && (s.Game == t.Game || s.Game != nil && t.Game != nil && *s.Game == *t.Game)
}

// Panel is one picture of a snapshot.
type Panel interface {
	// Choose sets what is to be seen, and says whether that changes the picture.
	Choose(s Shown) bool
	// Draw fills dst, the panel's own part of the screen, with its picture. The snapshot is nil before the first one arrives.
	Draw(dst *ebiten.Image, s *wire.Snapshot, look Look)
}

// size is the extent of a panel's image.
func size(dst *ebiten.Image, look Look) plot.Size {
	b := dst.Bounds()
	return plot.Size{W: float64(b.Dx()), H: float64(b.Dy()), Scale: look.Scale}
}

// panels makes each of picture.Panels, by its key.
var panels = map[string]func() Panel{
	"distribution":   func() Panel { return &Distribution{} },
	"line":           func() Panel { return &Line{} },
	"wall.real":      realWall,
	"wall.generated": generatedWall,
}

// New makes the panel of a key, or returns nil.
func New(key string) Panel {
	if make, ok := panels[key]; ok {
		return make()
	}
	return nil
}
