//go:build js && wasm

package page

import (
	"errors"
	"image"
	"math"
	"syscall/js"

	"ganvas/core/dirac"
	"ganvas/core/experiment"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/dom"
	"ganvas/ui/plot"
	"ganvas/ui/view"

	"github.com/hajimehoshi/ebiten/v2"
)

// pictures is the stage with its panels, in step with the model and with where the page has room for them.
type pictures struct {
	*view.Stage
	window, host js.Value

	plane view.Distribution

	onDrawn func() // called after each frame
	taken   bool   // the browser has given graphics once
	broken  bool   // there are no graphics
	painter proxy  // draws instead, where the page has lost its graphics

	rects    []dom.PanelRect
	ratio    float64 // device pixels to a CSS pixel, as the panels are placed
	theme    plot.Theme
	snapshot *wire.Snapshot
}

func newPictures(window, host js.Value) *pictures {
	return &pictures{
		Stage:  view.NewStage(view.Look{Theme: plot.Light, Scale: 1}),
		window: window, host: host,
	}
}

// begin asks for the graphics.
func (p *pictures) begin() {
	p.taken = p.host.Call("graphics").Bool()
	p.broken = !p.taken
	p.host.Set("stale", js.FuncOf(func(js.Value, []js.Value) any {
		p.Redraw()
		return nil
	}))
}

// leave does without graphics, which are gone.
func (p *pictures) leave() { p.broken, p.painter = true, proxy{} }

// paintBy has a painter draw from now on.
func (p *pictures) paintBy(port js.Value) {
	p.broken, p.painter = false, proxy{port: port}
	p.painter.place(p.rects)
}

// run shows the stage for as long as the page lives, or says why there are no graphics. Where they are lost already, a painter is to come.
func (p *pictures) run() error {
	if p.host.Call("lost").Bool() {
		if !p.taken {
			return errors.New("this browser gives the page no WebGL 2")
		}
		return nil
	}
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	err := ebiten.RunGame(p)
	p.broken = true
	return err
}

// Draw implements ebiten.Game.
func (p *pictures) Draw(screen *ebiten.Image) {
	p.Stage.Draw(screen)
	// Not now: what follows from it may ask for the next frame, which begins after this one.
	go p.onDrawn()
}

// LayoutF implements ebiten.LayoutFer. A new pixel ratio shows here first.
func (p *pictures) LayoutF(w, h float64) (float64, float64) {
	if p.ratio != p.pixelRatio() {
		p.place(p.rects)
	}
	return p.Stage.LayoutF(w, h)
}

func (p *pictures) pixelRatio() float64 { return p.window.Get("devicePixelRatio").Float() }

// panels are the pictures by the names of their placeholders.
func (p *pictures) panel(name string) view.Panel {
	switch name {
	case "distribution":
		return &p.plane
	}
	return nil
}

// place puts the panels where the page has room for them.
func (p *pictures) place(rects []dom.PanelRect) {
	p.rects, p.ratio = rects, p.pixelRatio()
	if p.painter.port.Truthy() {
		p.painter.place(rects)
		return
	}
	pixel := func(css float64) int { return int(math.Round(css * p.ratio)) }
	var placed []view.Placed
	for _, r := range rects {
		if panel := p.panel(r.Name); panel != nil {
			placed = append(placed, view.Placed{Panel: panel, Rect: image.Rect(pixel(r.X), pixel(r.Y), pixel(r.X+r.W), pixel(r.Y+r.H))})
		}
	}
	p.Place(placed)
	p.look()
	p.ask()
}

// show brings the panels in step with the model.
func (p *pictures) show(m app.Model) {
	if p.painter.port.Truthy() {
		p.painter.show(m)
		return
	}
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	if p.theme.Key != theme.Key {
		p.theme = theme
		p.look()
	}
	if l := layers(m.Layers); l != p.plane.Layers {
		p.plane.Layers = l
		p.Redraw()
	}
	if g := game(m.Spec); !sameGame(g, p.plane.Game) {
		p.plane.Game = g
		p.Redraw()
	}
	if p.plane.Reach != m.Reach.Of {
		p.plane.Reach = m.Reach.Of
		p.Redraw()
	}
	if m.Snapshot != nil && m.Snapshot != p.snapshot {
		p.snapshot = m.Snapshot
		p.Show(m.Snapshot)
	}
	p.ask()
}

func (p *pictures) look() { p.SetLook(view.Look{Theme: p.theme, Scale: p.ratio}) }

// ask asks the host for a frame, if one would differ from what can be seen.
func (p *pictures) ask() {
	if p.Stale() {
		p.host.Call("redraw")
	}
}

// game is the vector field of a Dirac-GAN's portrait, or nil.
func game(s experiment.Spec) *dirac.Game {
	if g, ok := dirac.Of(s); ok {
		return &g
	}
	return nil
}

func sameGame(a, b *dirac.Game) bool { return a == b || a != nil && b != nil && *a == *b }

// layers are the shown parts of the plane in the view's terms.
func layers(shown app.Layers) view.Layers {
	var l view.Layers
	for part, bit := range map[app.Layers]view.Layers{
		app.Field: view.Field, app.Manifold: view.Manifold, app.Real: view.Real, app.Generated: view.Generated, app.Arrows: view.Arrows,
		app.Optimal: view.Optimal, app.Boundary: view.Boundary,
	} {
		if shown.Has(part) {
			l |= bit
		}
	}
	return l
}
