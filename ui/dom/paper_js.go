//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/sketch"
	"ganvas/ui/plot"
)

// paper is the canvas over the plane on which data are drawn. It hears mouse, pen and finger alike, and the keyboard moves a brush on it.
type paper struct {
	ui      *UI
	canvas  *element
	brush   *element // the circle that shows where it is
	pen     js.Value // the canvas' context
	side    float64  // in CSS pixels
	ratio   float64
	ink     string
	letter  string
	at      [2]float64 // of the brush, in CSS pixels
	down    bool
	touched func(pressure float64, x0, y0, x1, y1 float64) // a stroke from place to place, in data units
	began   func()
	ended   func()
}

func newPaper(ui *UI) *paper {
	plane := ui.find("plane")
	p := &paper{ui: ui, canvas: ui.make(plane, "canvas", attr{"class", "easel"}, attr{"id", "paper"}, attr{"tabindex", "0"}, attr{"role", "img"},
		attr{"aria-label", "Paper. Arrow keys move the brush, Enter draws a dot."})}
	p.brush = ui.make(plane, "span", attr{"class", "brush"}, attr{"aria-hidden", "true"})
	p.pen = p.canvas.Call("getContext", "2d")
	p.hide(true)
	p.canvas.on("pointerdown", func(e js.Value) {
		e.Call("preventDefault")
		p.canvas.Call("focus", map[string]any{"preventScroll": true})
		p.down = true
		p.began()
		p.move(e)
		p.stroke(p.at, pressure(e))
	})
	p.canvas.on("pointermove", func(e js.Value) {
		from := p.at
		p.move(e)
		p.down = p.down && e.Get("buttons").Int() != 0 // it may have been let go elsewhere
		if p.down {
			p.stroke(from, pressure(e))
		}
	})
	p.canvas.on("pointerenter", p.move)
	for _, end := range []string{"pointerup", "pointercancel"} {
		p.canvas.on(end, func(js.Value) {
			p.down = false
			p.ended()
		})
	}
	p.canvas.on("keydown", p.key)
	return p
}

// pressure is how hard a pen presses: 1 where nothing says.
func pressure(e js.Value) float64 {
	if e.Get("pointerType").String() != "pen" {
		return 1
	}
	return math.Max(.1, 2*e.Get("pressure").Float())
}

// key moves the brush, and draws with it.
func (p *paper) key(e js.Value) {
	key := e.Get("key").String()
	by, ok := arrows[key]
	switch {
	case ok:
		for k := range by {
			p.at[k] = math.Max(0, math.Min(p.at[k]+stride*by[k], p.side))
		}
		p.follow()
	case key == "Enter" || key == " ":
		p.began()
		p.stroke(p.at, 1)
		p.ended()
	default:
		return
	}
	e.Call("preventDefault")
}

func (p *paper) move(e js.Value) {
	p.at = [2]float64{e.Get("offsetX").Float(), e.Get("offsetY").Float()}
	p.follow()
}

// stroke tells a stroke from a place to where the brush is.
func (p *paper) stroke(from [2]float64, pressure float64) {
	x0, y0 := p.data(from)
	x1, y1 := p.data(p.at)
	p.touched(pressure, x0, y0, x1, y1)
}

func (p *paper) data(at [2]float64) (x, y float64) {
	return (2*at[0]/p.side - 1) * sketch.Half, (1 - 2*at[1]/p.side) * sketch.Half
}

// follow shows the brush where it is.
func (p *paper) follow() {
	p.brush.style("left", pixels(p.at[0]))
	p.brush.style("top", pixels(p.at[1]))
}

// widen shows how wide the brush is, in data units.
func (p *paper) widen(width float64) {
	d := pixels(width / sketch.Half * p.side)
	p.brush.style("width", d)
	p.brush.style("height", d)
}

func (p *paper) hide(hidden bool) {
	p.canvas.hide(hidden)
	p.brush.hide(hidden)
}

// fit makes the paper as large as the plane, and reports whether it is another size than it was.
func (p *paper) fit(theme plot.Theme) bool {
	side, ratio := p.canvas.Get("clientWidth").Float(), p.ui.window.Get("devicePixelRatio").Float()
	if side == p.side && ratio == p.ratio && p.ink == theme.Real.Ink.Hex() || side == 0 {
		return false
	}
	if p.side == 0 {
		p.at = [2]float64{side / 2, side / 2}
	}
	p.side, p.ratio, p.ink, p.letter = side, ratio, theme.Real.Ink.Hex(), theme.Text.Hex()
	p.canvas.Value.Set("width", math.Round(side*ratio))
	p.canvas.Value.Set("height", math.Round(side*ratio))
	p.follow()
	return true
}

// dots adds points.
func (p *paper) dots(points []sketch.Point) {
	p.pen.Set("fillStyle", p.ink)
	p.pen.Set("globalAlpha", .6)
	r := 2.2 * p.ratio
	for _, q := range points {
		x, y := p.pixel(float64(q.X), float64(q.Y))
		p.pen.Call("beginPath")
		p.pen.Call("arc", x, y, r, 0, 2*math.Pi)
		p.pen.Call("fill")
	}
	p.pen.Set("globalAlpha", 1)
}

func (p *paper) pixel(x, y float64) (float64, float64) {
	return x / (sketch.Side - 1) * p.side * p.ratio, (1 - y/(sketch.Side-1)) * p.side * p.ratio
}

// show draws all points anew, with each class's number in its middle where there are several.
func (p *paper) show(points []sketch.Point) {
	p.pen.Call("clearRect", 0, 0, p.side*p.ratio, p.side*p.ratio)
	p.dots(points)
	var sums [sketch.Classes][3]float64
	several := false
	for _, q := range points {
		s := &sums[q.Class]
		s[0], s[1], s[2] = s[0]+float64(q.X), s[1]+float64(q.Y), s[2]+1
		several = several || q.Class != points[0].Class
	}
	if !several {
		return
	}
	p.pen.Set("font", "600 "+strconv.Itoa(int(18*p.ratio))+"px system-ui, sans-serif")
	p.pen.Set("textAlign", "center")
	p.pen.Set("textBaseline", "middle")
	p.pen.Set("fillStyle", p.letter)
	for class, s := range sums {
		if s[2] > 0 {
			x, y := p.pixel(s[0]/s[2], s[1]/s[2])
			p.pen.Call("fillText", strconv.Itoa(class+1), x, y)
		}
	}
}
