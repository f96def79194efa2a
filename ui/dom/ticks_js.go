//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/ui/plot"
)

// ticks is the text along the axes of a picture, placed where ui/plot has the marks.
type ticks struct {
	ui     *UI
	box    *element
	labels []*element
}

func newTicks(ui *UI, panel *element) *ticks {
	return &ticks{ui: ui, box: ui.make(panel, "div", attr{"class", "ticks"}, attr{"aria-hidden", "true"})}
}

// cornered is how near to a corner, in CSS pixels, a label would meet the other axis'.
const cornered = 28

// show places the labels of a frame in CSS pixels.
func (t *ticks) show(f plot.Frame, labelled bool) {
	t.box.hide(!labelled)
	if !labelled {
		return
	}
	n := 0
	for _, k := range f.XTicks {
		if k.Pixel < f.Left()+cornered || k.Pixel > f.Right()-cornered/2 {
			continue
		}
		t.place(n, "x", k.Label, k.Pixel, f.Bottom())
		n++
	}
	for _, k := range f.YTicks {
		if k.Pixel > f.Bottom()-cornered || k.Pixel < f.Top()+cornered/2 {
			continue
		}
		t.place(n, "y", k.Label, f.Left(), k.Pixel)
		n++
	}
	for _, note := range [2]struct {
		axis, text string
		x, y       float64
	}{{"x-note", f.XNote, f.Right(), f.Bottom()}, {"y-note", f.YNote, f.Left(), f.Top()}} {
		if note.text != "" {
			t.place(n, note.axis, note.text, note.x, note.y)
			n++
		}
	}
	for i, l := range t.labels {
		l.hide(i >= n)
	}
}

func (t *ticks) place(i int, axis, text string, x, y float64) {
	for i >= len(t.labels) {
		t.labels = append(t.labels, t.ui.make(t.box, "span"))
	}
	l := t.labels[i]
	l.set("data-axis", axis)
	l.write(text)
	l.style("left", pixels(x))
	l.style("top", pixels(y))
}

// pixels is a length for a style.
func pixels(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) + "px" }
