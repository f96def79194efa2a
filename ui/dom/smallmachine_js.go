//go:build js && wasm

package dom

import (
	"math"
	"strings"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// smallMachine is what flows between the players, in a lab. It is drawn when a snapshot comes, a few times a second.
type smallMachine struct {
	ui                      *UI
	figure, canvas, picture *element
	drawn                   *wire.Snapshot
	theme                   string
	w, h                    float64
	due                     float64
	waiting                 bool
	none                    bool // the run has no players: its plane stands there instead
	again                   js.Func
}

func newSmallMachine(ui *UI) *smallMachine {
	m := &smallMachine{ui: ui, figure: ui.find("machine")}
	m.canvas = ui.make(m.figure, "canvas", attr{"aria-hidden", "true"})
	m.picture = ui.make(m.figure, "div", attr{"class", "machine-picture"})
	m.again = js.FuncOf(func(js.Value, []js.Value) any {
		m.waiting = false
		m.render(ui.shown)
		return nil
	})
	resized := js.FuncOf(func(js.Value, []js.Value) any {
		m.render(ui.shown)
		return nil
	})
	// As in layout, the observer calls no Go.
	soon := ui.window.Get("requestAnimationFrame").Call("bind", ui.window, resized)
	ui.window.Get("ResizeObserver").New(soon).Call("observe", m.figure.Value)
	return m
}

func (m *smallMachine) render(model app.Model) {
	none := model.Spec.Rival != nil // one model has no players
	m.figure.hide(none)
	if none != m.none {
		panels := m.ui.lab.Panels
		if none {
			panels = []string{"plane", "losses"}
		}
		m.none = none
		m.ui.document.Get("documentElement").Call("setAttribute", "data-panels", strings.Join(panels, " "))
	}
	w, h := m.figure.Get("clientWidth").Float(), m.figure.Get("clientHeight").Float()
	theme := themeOf(model)
	same := w == m.w && h == m.h
	if none || m.waiting && same || model.Snapshot == nil || w < 1 || same && model.Snapshot == m.drawn && theme.Key == m.theme {
		return
	}
	if now := m.ui.window.Get("performance").Call("now").Float(); same && now < m.due {
		m.waiting = true
		m.ui.window.Call("setTimeout", m.again, m.due-now)
		return
	}
	m.w, m.h, m.drawn, m.theme = w, h, model.Snapshot, theme.Key
	m.draw(model, theme)
	m.due = m.ui.window.Get("performance").Call("now").Float() + chartsEvery
}

func (m *smallMachine) draw(model app.Model, theme plot.Theme) {
	s, laid := model.Snapshot, plot.LaySmall(m.w, m.h)
	scene := smallScene(model.Spec, s, model.Trace())
	ratio := m.ui.window.Get("devicePixelRatio").Float()
	m.canvas.Value.Set("width", math.Round(m.w*ratio))
	m.canvas.Value.Set("height", math.Round(m.h*ratio))
	pen := m.canvas.Call("getContext", "2d")
	put := func(sheet js.Value, b plot.Box) {
		pen.Call("drawImage", sheet, math.Round(b.X*ratio), math.Round(b.Y*ratio), math.Round(b.W*ratio), math.Round(b.H*ratio))
	}
	if f := scene.Field; f.Size > 0 {
		sheet := m.ui.sheet(plot.FieldPixels(theme, f), f.Size)
		put(sheet, laid.Samples)
		put(sheet, laid.Players[1].Box)
	}
	pen.Set("imageSmoothingEnabled", false)
	for i, images := range []wire.Array{s.Array(probe.RealImages), s.Array(probe.Images)} {
		if len(images.Shape) == 5 {
			half := laid.Samples
			half.H /= 2
			half.Y += half.H * float64(i)
			m.wall(half, images, theme, func(sheet js.Value, x, y, w, h int, b plot.Box) {
				pen.Call("drawImage", sheet, x, y, w, h, math.Round(b.X*ratio), math.Round(b.Y*ratio), math.Round(b.W*ratio), math.Round(b.H*ratio))
			})
		}
	}
	m.picture.Set("innerHTML", laid.SVG(theme, scene))
	m.figure.set("aria-label", "Noise, generator, samples, discriminator and losses at step "+stepText(model)+": D’s loss "+control.CurveNumber(scene.Losses[0])+", G’s loss "+control.CurveNumber(scene.Losses[1]))
}

// wall is some images of a wall in a box, of all its rows in turn.
func (m *smallMachine) wall(box plot.Box, images wire.Array, theme plot.Theme, put func(sheet js.Value, x, y, w, h int, to plot.Box)) {
	const across, down = 4, 2
	rows, columns, high, wide := images.Dim(0), images.Dim(1), images.Dim(2), images.Dim(3)
	sheet := m.ui.sheet(plot.Pixels(nil, images, theme), columns*wide)
	w, h := box.W/across, box.H/down
	side := math.Min(w, h) - 3
	for i := range min(across*down, rows*columns) {
		row, column := i%rows, i/rows
		put(sheet, column*wide, row*high, wide, high, plot.Box{X: box.X + (float64(i%across)+.5)*w - side/2, Y: box.Y + (float64(i/across)+.5)*h - side/2, W: side, H: side})
	}
}
