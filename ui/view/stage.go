package view

import (
	"image"
	"image/color"
	"math"

	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Placed is a panel and where it lies on the stage, in device pixels.
type Placed struct {
	Panel Panel
	Rect  image.Rectangle
}

// Stage is the one canvas behind the page: panels in their places. It is an ebiten.Game that draws when something has changed and
// keeps its picture otherwise; the host decides when frames are due.
type Stage struct {
	panels   []Placed
	snapshot *wire.Snapshot
	look     Look
	stale    bool
	drawn    image.Point // the screen's size when it was last drawn
}

// NewStage returns an empty stage.
func NewStage(look Look) *Stage { return &Stage{look: look, stale: true} }

// Place puts panels on the stage, instead of those before, in the order of drawing.
func (s *Stage) Place(panels []Placed) { s.panels, s.stale = panels, true }

// Show sets the snapshot to be drawn. It must not change until the next one is shown.
func (s *Stage) Show(snapshot *wire.Snapshot) { s.snapshot, s.stale = snapshot, true }

// SetLook changes the theme and the scale.
func (s *Stage) SetLook(look Look) { s.look, s.stale = look, true }

// Redraw says that a panel's own fields have changed.
func (s *Stage) Redraw() { s.stale = true }

// Stale says whether the next frame will draw anything, so whether the host should ask for one.
func (s *Stage) Stale() bool { return s.stale }

// Run shows the stage until the program ends.
func (s *Stage) Run() error {
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGame(s)
}

// Update implements ebiten.Game. Nothing moves by itself.
func (s *Stage) Update() error { return nil }

// Draw implements ebiten.Game.
func (s *Stage) Draw(screen *ebiten.Image) {
	if size := screen.Bounds().Size(); size != s.drawn {
		s.drawn, s.stale = size, true
	}
	if !s.stale {
		return
	}
	s.stale = false
	screen.Fill(page(s.look.Theme))
	for _, p := range s.panels {
		if r := p.Rect.Intersect(screen.Bounds()); !r.Empty() {
			p.Panel.Draw(screen.SubImage(r).(*ebiten.Image), s.snapshot, s.look)
		}
	}
}

// Layout implements ebiten.Game; LayoutF stands in for it.
func (s *Stage) Layout(w, h int) (int, int) { return w, h }

// LayoutF implements ebiten.LayoutFer: one pixel of the stage is one of the device.
func (s *Stage) LayoutF(w, h float64) (float64, float64) {
	ratio := ebiten.Monitor().DeviceScaleFactor()
	return math.Max(1, w*ratio), math.Max(1, h*ratio)
}

// page is a theme's background for Image.Fill.
func page(t plot.Theme) color.Color {
	return color.RGBA{t.Page.R, t.Page.G, t.Page.B, 255}
}
