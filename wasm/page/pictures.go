//go:build js && wasm

package page

import (
	"errors"
	"ganvas/core/picture"
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

	panels map[string]view.Panel // of picture.Panels, by their keys

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
	p := &pictures{
		Stage:  view.NewStage(view.Look{Theme: plot.Light, Scale: 1}),
		window: window, host: host, panels: map[string]view.Panel{},
	}
	for _, c := range picture.Panels {
		p.panels[c.Key] = view.New(c.Key)
	}
	return p
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
		if panel := p.panels[r.Name]; panel != nil {
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
	shown := view.Shown{Layers: m.Layers, Game: game(m.Spec), Reach: m.Reach.Of, Unbent: float32(m.Unbent)}
	for _, panel := range p.panels {
		if panel.Choose(shown) {
			p.Redraw()
		}
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
