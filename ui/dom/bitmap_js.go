//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// themeOf is the palette that a page is shown in.
func themeOf(m app.Model) plot.Theme {
	if m.Night() {
		return plot.Dark
	}
	return plot.Light
}

// bitmap fills a canvas with pixels, RGBA, one of its own for each; the style sheet makes them larger.
func (ui *UI) bitmap(canvas *element, rgba []uint8, width int) {
	if width == 0 || len(rgba) == 0 {
		return
	}
	bytes := ui.window.Get("Uint8ClampedArray").New(len(rgba))
	js.CopyBytesToJS(bytes, rgba)
	height := len(rgba) / 4 / width
	if canvas.Get("width").Int() != width || canvas.Get("height").Int() != height {
		canvas.Value.Set("width", width)
		canvas.Value.Set("height", height)
	}
	canvas.Call("getContext", "2d").Call("putImageData", ui.window.Get("ImageData").New(bytes, width, height), 0, 0)
}

// images fills a canvas with images side by side, of an array whose last axes are height, width and channels, those before them rows and columns.
func (ui *UI) images(canvas *element, a wire.Array, theme plot.Theme) {
	shape := a.Shape
	for len(shape) < 5 {
		shape = append([]int{1}, shape...)
	}
	if wire.Elements(shape) != len(a.Bytes) || len(a.Bytes) == 0 {
		return
	}
	ui.bitmap(canvas, plot.Pixels(nil, wire.Bytes("", a.Bytes, shape...), theme), shape[1]*shape[3])
}

// verdictBars shows what D says of one image: two bars, the larger first.
type verdictBarsView struct {
	rows [2]struct{ row, name, bar, share *element }
}

func (ui *UI) makeVerdictBars(parent *element) *verdictBarsView {
	v := &verdictBarsView{}
	list := ui.make(parent, "ul", attr{"class", "verdict-bars"}, attr{"aria-label", "What D says"})
	for i := range v.rows {
		r := &v.rows[i]
		r.row = ui.make(list, "li")
		r.name = ui.make(r.row, "span")
		r.bar = ui.make(ui.make(r.row, "span", attr{"class", "bar"}, attr{"aria-hidden", "true"}), "i")
		r.share = ui.make(r.row, "b")
	}
	return v
}

func (v *verdictBarsView) show(d float64) {
	for i, b := range verdictBars(d) {
		r := &v.rows[i]
		r.row.set("data-hue", b.Hue)
		r.name.write(b.Name)
		text := plot.Fixed(100*b.Share, 1)
		r.share.write(text + " %")
		r.bar.style("width", strconv.FormatFloat(100*b.Share, 'f', 1, 64)+"%")
	}
}

// gate lets what costs much be done at most every so often, with the last of what has come.
type gate struct {
	ui      *UI
	due     float64
	waiting bool
	again   js.Func
}

func newGate(ui *UI, again func()) *gate {
	g := &gate{ui: ui}
	g.again = js.FuncOf(func(js.Value, []js.Value) any {
		g.waiting = false
		again()
		return nil
	})
	return g
}

// open says whether it is time; otherwise again is called when it is.
func (g *gate) open() bool {
	if g.waiting {
		return false
	}
	now := g.ui.window.Get("performance").Call("now").Float()
	if now < g.due {
		g.waiting = true
		g.ui.window.Call("setTimeout", g.again, g.due-now)
		return false
	}
	g.due = now + chartsEvery
	return true
}

// sheet is pixels as a canvas of some width.
func (ui *UI) sheet(rgba []uint8, width int) js.Value {
	bytes := ui.window.Get("Uint8ClampedArray").New(len(rgba))
	js.CopyBytesToJS(bytes, rgba)
	height := len(rgba) / 4 / width
	c := ui.document.Call("createElement", "canvas")
	c.Set("width", width)
	c.Set("height", height)
	c.Call("getContext", "2d").Call("putImageData", ui.window.Get("ImageData").New(bytes, width, height), 0, 0)
	return c
}
