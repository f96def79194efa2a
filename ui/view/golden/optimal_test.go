//go:build display

package golden

import (
	"ganvas/core/picture"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// The optimal field stands where the learned one would: alone it is painted as a field of its values, but for the boundary; beside D it
// keeps D's boundary; and where a snapshot has none, the learned one stays.
func TestOptimalFieldTakesTheLearnedOnesPlace(t *testing.T) {
	const size = 24
	at := func(f func(u, v float32) float32) (out []float32) {
		for j := range size {
			for i := range size {
				out = append(out, f(float32(i)/(size-1), float32(j)/(size-1)))
			}
		}
		return out
	}
	left, top := at(func(u, _ float32) float32 { return u }), at(func(_, v float32) float32 { return v })
	window := []float32{-3, -3, 3, 3}
	both := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Window, window, 4), wire.Floats(probe.Field, left, size, size), wire.Floats(probe.Optimal, top, size, size)}}
	none := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Window, window, 4), wire.Floats(probe.Field, left, size, size)}}
	learned := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Window, window, 4), wire.Floats(probe.Field, top, size, size)}}
	paint := func(s *wire.Snapshot, l picture.Layers) []uint8 {
		return draw(t, drawing{panel: &view.Distribution{Shown: view.Shown{Layers: l}}, s: s, w: 200, h: 200, look: view.Look{Theme: plot.Light, Scale: 1}}).Pix
	}
	// Off the boundaries' pixels, a row and a column about the middle, a picture of the optimal field is one of its values.
	if !same(paint(both, picture.Optimal), paint(learned, picture.Field)) {
		t.Error("the optimal field is not painted as its values")
	}
	if same(paint(both, picture.Optimal), paint(none, picture.Field)) {
		t.Error("the optimal field looks like the learned one")
	}
	if different(paint(both, picture.Optimal|picture.Boundary), paint(both, picture.Optimal)) == 0 {
		t.Error("D's boundary is not drawn")
	}
	if different(paint(none, picture.Optimal|picture.Field), paint(none, picture.Field)) > 0 {
		t.Error("without an optimal field the learned one is not drawn")
	}
}

// different counts the bytes of two pictures that differ by more than rounding: where an image lies in the GPU's memory changes its last bits.
func different(a, b []uint8) (n int) {
	for i := range a {
		if off(a[i], b[i]) > 2 {
			n++
		}
	}
	return n
}

// same says whether two pictures are the same but for a line or two.
func same(a, b []uint8) bool { return different(a, b) < len(a)/20 }

// A field next to 1/2 is painted, on a scale of its own, as one twenty-five times as far from it is on the full one.
func TestFieldOnItsScale(t *testing.T) {
	const size = 16
	faint, full := plot.Field{Size: size}, plot.Field{Size: size}
	for j := range size {
		for i := range size {
			off := float32(i-j) / size
			faint.D, full.D = append(faint.D, .5+.02*off), append(full.D, .5+.5*off)
		}
	}
	paint := func(f plot.Field, reach float64) []uint8 {
		s := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Window, []float32{-3, -3, 3, 3}, 4), wire.Floats(probe.Field, f.D, size, size)}}
		return draw(t, drawing{panel: &view.Distribution{Shown: view.Shown{Layers: picture.Field, Reach: reach}}, s: s, w: 200, h: 200, look: view.Look{Theme: plot.Light, Scale: 1}}).Pix
	}
	if !same(paint(faint, .02), paint(full, .5)) {
		t.Error("the field is not painted on its scale")
	}
	if !same(paint(faint, 0), paint(faint, .02)) {
		t.Error("no scale is not the field's own")
	}
	if same(paint(faint, .02), paint(faint, .5)) {
		t.Error("the scale changes nothing")
	}
}
