package view

import (
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Look is how panels are drawn: the theme, and how many device pixels make one CSS pixel.
type Look struct {
	Theme plot.Theme
	Scale float64
}

// Panel is one picture of a snapshot.
type Panel interface {
	// Draw fills dst, the panel's own part of the screen, with its picture. The snapshot is nil before the first one arrives.
	Draw(dst *ebiten.Image, s *wire.Snapshot, look Look)
}

// size is the extent of a panel's image.
func size(dst *ebiten.Image, look Look) plot.Size {
	b := dst.Bounds()
	return plot.Size{W: float64(b.Dx()), H: float64(b.Dy()), Scale: look.Scale}
}
