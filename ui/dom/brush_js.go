//go:build js && wasm

package dom

import (
	"math"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// brushes lie on the machine's noise and on its samples: a hand that goes over one, or arrow keys, light up what belongs together.
type brushes struct {
	m     *machine
	boxes [2]*element // buttons over the noise and over the samples
	over  *element    // the brush itself
	brush plot.Brush
	on    bool
}

// brushRadius and how it may be changed, in CSS pixels.
const (
	brushRadius   = 18.0
	leastBrush    = 6.0
	largestBrush  = 60.0
	brushStep     = 1.25 // by a key
	brushDistance = 8.0  // that an arrow key moves it
)

func newBrushes(m *machine) *brushes {
	b := &brushes{m: m, brush: plot.Brush{R: brushRadius}}
	b.over = m.ui.make(m.face, "div", attr{"class", "machine-picture machine-brush"})
	for i, name := range []string{"Brush over the noise", "Brush over the samples"} {
		e := m.ui.make(m.face, "button", attr{"type", "button"}, attr{"class", "brushable"}, attr{"id", []string{"brush-noise", "brush-samples"}[i]},
			attr{"aria-label", name + ": arrow keys move it, + and − change its size, and what belongs to it lights up in the other picture."})
		e.on("pointerdown", func(ev js.Value) {
			e.Call("setPointerCapture", ev.Get("pointerId"))
			b.point(i, ev)
		})
		e.on("pointermove", func(ev js.Value) { b.point(i, ev) })
		e.on("pointerleave", func(js.Value) { b.leave() })
		e.on("blur", func(js.Value) { b.leave() })
		e.on("keydown", func(ev js.Value) { b.key(i, ev) })
		b.boxes[i] = e
	}
	return b
}

// point lays the brush where a hand is.
func (b *brushes) point(i int, e js.Value) {
	r := b.m.face.Call("getBoundingClientRect")
	b.brush.X, b.brush.Y = e.Get("clientX").Float()-r.Get("left").Float(), e.Get("clientY").Float()-r.Get("top").Float()
	b.lay(i)
}

// key moves the brush, from the middle where it has not been there, or changes its size.
func (b *brushes) key(i int, e js.Value) {
	if e.Get("ctrlKey").Truthy() || e.Get("altKey").Truthy() || e.Get("metaKey").Truthy() {
		return
	}
	by, moves := arrows[e.Get("key").String()]
	size := map[string]float64{"+": brushStep, "=": brushStep, "-": 1 / brushStep, "−": 1 / brushStep}[e.Get("key").String()]
	if b.m.ui.shown.Stepping.On || !moves && size == 0 {
		return
	}
	e.Call("preventDefault")
	if !b.on || b.brush.OnSamples != (i == 1) {
		b.brush.OnSamples = i == 1
		box := b.brush.Box(b.m.layout)
		b.brush.X, b.brush.Y = box.X+box.W/2, box.Y+box.H/2
	}
	if moves {
		b.brush.X, b.brush.Y = b.brush.X+brushDistance*by[0], b.brush.Y+brushDistance*by[1]
	} else {
		b.brush.R = math.Max(leastBrush, math.Min(size*b.brush.R, largestBrush))
	}
	b.lay(i)
}

func (b *brushes) lay(i int) {
	if b.m.ui.shown.Stepping.On {
		return
	}
	b.on, b.brush.OnSamples = true, i == 1
	b.brush = b.brush.Within(b.m.layout)
	b.draw()
}

func (b *brushes) leave() {
	if b.on {
		b.on = false
		b.over.Set("innerHTML", "")
		b.m.read(b.m.at)
	}
}

// draw shows the brush on what the machine shows now.
func (b *brushes) draw() {
	if !b.on {
		return
	}
	lit := b.m.layout.Under(b.m.scene, b.brush)
	b.over.Set("innerHTML", b.m.layout.BrushSVG(themeOf(b.m.ui.shown), b.m.scene, b.brush, lit))
	b.m.large.hide(true)
	b.m.says.write(b.m.scene.BrushSays(b.brush, lit))
}

// place lays the buttons over their pictures. A step-through follows a pair in place of brushing.
func (b *brushes) place(model app.Model) {
	for i, box := range []plot.Box{b.m.layout.Noise, b.m.layout.Samples} {
		e := b.boxes[i]
		e.hide(box.W <= 0 || model.Stepping.On || len(b.m.scene.Noise) == 0)
		e.style("left", pixels(box.X))
		e.style("top", pixels(box.Y))
		e.style("width", pixels(box.W))
		e.style("height", pixels(box.H))
	}
	b.draw()
}
