package plot

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What lies under a brush are the points within its radius, wherever it lies, and it stays in its picture.
func TestBrush(t *testing.T) {
	m := LayMachine(1200, 600, []int{8}, []int{8})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "n")
		points := rapid.SliceOfN(rapid.Float32Range(-1, 1), 4*n, 4*n).Draw(t, "points")
		s := MachineScene{Noise: points[:2*n], Samples: points[2*n:], Reach: 1, Window: Window{-1, -1, 1, 1}, Verdicts: make([]float32, 2*n)}
		b := Brush{OnSamples: rapid.Bool().Draw(t, "on samples"), X: rapid.Float64Range(-100, 1300).Draw(t, "x"), Y: rapid.Float64Range(-100, 700).Draw(t, "y"), R: 20}.Within(m)
		box := b.Box(m)
		if b.X < box.X || b.X > box.X+box.W || b.Y < box.Y || b.Y > box.Y+box.H {
			t.Fatalf("the brush lies at %g, %g, outside of %+v", b.X, b.Y, box)
		}
		lit := m.Under(s, b)
		for i := range n {
			xy, scale := s.Noise[2*i:2*i+2], box.W/2.4
			if b.OnSamples {
				xy, scale = s.Samples[2*i:2*i+2], box.W/2
			}
			x, y := box.X+box.W/2+float64(xy[0])*scale, box.Y+box.H/2-float64(xy[1])*scale
			if d := math.Hypot(x-b.X, y-b.Y); math.Abs(d-b.R) > 1e-3 && slices.Contains(lit, i) != (d <= b.R) {
				t.Fatalf("point %d is %g from the middle, and lit %v", i, d, slices.Contains(lit, i))
			}
		}
		if text := s.BrushSays(b, lit); len(lit) > 0 && !strings.HasPrefix(text, Count(len(lit))+" of "+Count(n)) {
			t.Fatalf("%d are lit: %s", len(lit), text)
		}
	})
}
