package view

import (
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Line is the picture of a run on a line; see plot.Line.
type Line struct {
	Shown

	brush brush
	marks plot.Geometry
}

// Choose implements Panel.
func (l *Line) Choose(s Shown) bool {
	changed := !l.Shown.equal(s)
	l.Shown = s
	return changed
}

// Draw implements Panel.
func (l *Line) Draw(dst *ebiten.Image, s *wire.Snapshot, look Look) {
	dst.Fill(page(look.Theme))
	place, ok := plot.LineOf(s, size(dst, look))
	if !ok {
		return
	}
	place.Draw(&l.marks, s, l.Layers, look.Theme)
	l.brush.paint(dst, dst.Bounds().Min, &l.marks)
	l.marks.Reset()
}
