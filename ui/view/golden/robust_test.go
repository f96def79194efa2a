//go:build display

package golden

import (
	"math"
	"testing"

	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"

	"github.com/hajimehoshi/ebiten/v2"
)

// TestBrokenSnapshotsDraw: what a diverged or a cut-off run may hold leaves its marks out, and what stands draws as it did.
func TestBrokenSnapshotsDraw(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	wild := func(column []float32) {
		if len(column) == 0 {
			t.Fatal("there is nothing to break")
		}
		for i := range column {
			column[i] = []float32{nan, inf, -inf, 1e38}[i%4]
		}
	}
	diverged, lost := drafted(50), drafted(50)
	for _, column := range [][]float32{diverged.Generated, diverged.Arrows, diverged.Manifold} {
		wild(column)
	}
	for i := range diverged.Trace.Columns[1].Values { // of the generator's loss
		diverged.Trace.Columns[1].Values[i] = []float32{nan, inf, -inf}[i%3]
	}
	lost.Generated, lost.Arrows, lost.Manifold, lost.ManifoldRows, lost.ManifoldCols = nil, nil, nil, 0, 0
	lost.Trace.Columns[1].Values = nil
	murky, even := drafted(50), drafted(50)
	for i := range murky.Field {
		murky.Field[i], even.Field[i] = nan, .5 // where it cannot tell
	}
	short, cut := drafted(50), drafted(50)
	short.Field, short.Manifold, short.Generated = short.Field[:7], short.Manifold[:5], short.Generated[:3]
	cut.Field, cut.Manifold, cut.Generated = nil, nil, cut.Generated[:2]
	nowhere := drafted(50)
	nowhere.Window = plot.Window{X0: nan, X1: 1, Y1: 1}
	for _, c := range []struct {
		name      string
		got, want *wire.Snapshot // which are to be drawn alike
	}{
		{"diverged", diverged.snapshot(), lost.snapshot()}, {"murky", murky.snapshot(), even.snapshot()}, {"short", short.snapshot(), cut.snapshot()},
		{"nowhere", nowhere.snapshot(), &wire.Snapshot{Trace: nowhere.Trace}}, {"empty", &wire.Snapshot{}, nil},
	} {
		for _, size := range [][2]int{{200, 150}, {1, 1}, {3, 200}} {
			for _, panel := range []func() view.Panel{
				func() view.Panel { return &view.Distribution{Shown: view.Shown{Layers: everything}} },
				func() view.Panel { return &view.Distribution{Shown: view.Shown{Layers: everything, Unbent: 0.5}} },
			} {
				p := drawing{panel: panel(), s: c.got, w: size[0], h: size[1], look: view.Look{Theme: plot.Dark, Scale: 1}}
				got := draw(t, p)
				p.panel, p.s = panel(), c.want
				if _, off, _ := difference(got, draw(t, p)); off > 1e-3 {
					t.Errorf("%s, %T, %v: it differs by %g of 255 from what is drawn without the broken parts", c.name, p.panel, size, off)
				}
			}
		}
	}
}

// BenchmarkPlane draws the plane with 20,000 samples of each kind, everything on.
func BenchmarkPlane(b *testing.B) {
	p := drawing{panel: &view.Distribution{Shown: view.Shown{Layers: everything}}, s: scene(20000), w: 1400, h: 1400, look: view.Look{Theme: plot.Light, Scale: 2}}
	b.ReportAllocs()
	benchmark(b, p)
}

func benchmark(b *testing.B, p drawing) {
	dst := ebiten.NewImage(p.w, p.h)
	defer dst.Deallocate()
	for b.Loop() {
		p.panel.Draw(dst, p.s, p.look)
		dst.At(0, 0) // waits for the GPU
	}
}
