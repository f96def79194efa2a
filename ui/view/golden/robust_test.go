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

// TestBrokenSnapshotsDraw: what a diverged or a cut-off run may hold leaves marks out; it never stops the page.
func TestBrokenSnapshotsDraw(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	diverged := scene(50)
	for _, column := range [][]float32{diverged.Generated, diverged.Arrows, diverged.Manifold, diverged.Field, diverged.Trace.LossD, diverged.Trace.LossG} {
		for i := range column {
			column[i] = []float32{nan, inf, -inf, 1e38}[i%4]
		}
	}
	short := scene(50)
	short.Field, short.Manifold, short.Generated = short.Field[:7], short.Manifold[:5], short.Generated[:3]
	nowhere := scene(50)
	nowhere.Window = wire.Window{X0: nan, X1: 1, Y1: 1}
	for name, s := range map[string]*wire.Snapshot{"diverged": diverged, "short": short, "nowhere": nowhere, "empty": {}, "none": nil} {
		for _, size := range [][2]int{{200, 150}, {1, 1}, {3, 200}} {
			for _, panel := range []view.Panel{&view.Distribution{Layers: view.AllLayers}, &view.Distribution{Layers: view.AllLayers, Unbent: 0.5}} {
				p := picture{name: name, panel: panel, s: s, w: size[0], h: size[1], look: view.Look{Theme: plot.Dark, Scale: 1}}
				if got := draw(t, p).RGBAAt(0, 0); got.A != 255 {
					t.Errorf("%s, %T, %v: the panel's corner is %v, want the page", name, panel, size, got)
				}
			}
		}
	}
}

// BenchmarkPlane draws the plane with 20,000 samples of each kind, everything on.
func BenchmarkPlane(b *testing.B) {
	p := picture{panel: &view.Distribution{Layers: view.AllLayers}, s: scene(20000), w: 1400, h: 1400, look: view.Look{Theme: plot.Light, Scale: 2}}
	b.ReportAllocs()
	benchmark(b, p)
}

func benchmark(b *testing.B, p picture) {
	dst := ebiten.NewImage(p.w, p.h)
	defer dst.Deallocate()
	for b.Loop() {
		p.panel.Draw(dst, p.s, p.look)
		dst.At(0, 0) // waits for the GPU
	}
}
