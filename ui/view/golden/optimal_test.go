//go:build display

package golden

import (
	"slices"
	"testing"

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
	window := wire.Window{X0: -3, Y0: -3, X1: 3, Y1: 3}
	both := &wire.Snapshot{Window: window, FieldSize: size, Field: left, Optimal: top}
	none := &wire.Snapshot{Window: window, FieldSize: size, Field: left}
	learned := &wire.Snapshot{Window: window, FieldSize: size, Field: top}
	paint := func(s *wire.Snapshot, l view.Layers) []uint8 {
		return draw(t, picture{panel: &view.Distribution{Layers: l}, s: s, w: 200, h: 200, look: view.Look{Theme: plot.Light, Scale: 1}}).Pix
	}
	// Off the boundaries' pixels, a row and a column about the middle, a picture of the optimal field is one of its values.
	same := func(a, b []uint8) bool {
		differ := 0
		for i := range a {
			if a[i] != b[i] {
				differ++
			}
		}
		return differ < len(a)/20
	}
	if !same(paint(both, view.Optimal), paint(learned, view.Field)) {
		t.Error("the optimal field is not painted as its values")
	}
	if same(paint(both, view.Optimal), paint(none, view.Field)) {
		t.Error("the optimal field looks like the learned one")
	}
	if slices.Equal(paint(both, view.Optimal|view.Field), paint(both, view.Optimal)) {
		t.Error("D's boundary is not drawn")
	}
	if !slices.Equal(paint(none, view.Optimal|view.Field), paint(none, view.Field)) {
		t.Error("without an optimal field the learned one is not drawn")
	}
}
