//go:build display

package golden

import (
	"ganvas/core/picture"
	"math"
	"testing"

	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// TestFieldShaderAgreesWithTheSpline holds the GPU's field to package plot's, in every pixel but the axes' marks.
func TestFieldShaderAgreesWithTheSpline(t *testing.T) {
	for _, size := range []int{7, 24, 64} {
		s := &draft{Window: plot.Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, FieldSize: size, Real: []float32{1, 1, 1.2, 1, -2, .5}}
		for j := range size {
			for i := range size {
				u, v := float64(i)/float64(size-1), float64(j)/float64(size-1)
				s.Field = append(s.Field, float32(0.5+0.49*math.Sin(4*u+1)*math.Cos(3*v)))
			}
		}
		for _, reach := range []float64{.2, .5} {
			for _, th := range plot.Themes {
				holdField(t, s, reach, th)
			}
		}
	}
}

func holdField(t *testing.T, s *draft, reach float64, th plot.Theme) {
	t.Helper()
	const side = 400
	p := drawing{panel: &view.Distribution{Shown: view.Shown{Layers: picture.Field, Reach: reach}}, s: s.snapshot(), w: side, h: side, look: view.Look{Theme: th, Scale: 1}}
	got := draw(t, p)
	frame := plot.Plane(s.Window, plot.Size{W: side, H: side, Scale: 1})
	field := plot.Field{Size: s.FieldSize, D: s.Field}
	trust := plot.Field{Size: s.FieldSize, D: plot.Trust(s.Window, s.FieldSize, s.Real, s.Generated)}
	const ticks = 6 // the marks of the axes stand inside
	for y := int(frame.Top()) + 1; y < int(frame.Bottom())-ticks; y++ {
		for x := int(frame.Left()) + ticks; x < int(frame.Right())-1; x++ {
			px, py := float64(x)+0.5, float64(y)+0.5
			want, have := th.FieldColour(field.AtPixel(frame, px, py), reach, trust.AtPixel(frame, px, py)), got.RGBAAt(x, y)
			if off(have.R, want.R) > 2 || off(have.G, want.G) > 2 || off(have.B, want.B) > 2 {
				t.Fatalf("size %d, reach %g, %s: pixel %d, %d is %v, want %s", s.FieldSize, reach, th.Key, x, y, have, want.Hex())
			}
		}
	}
}

func off(a, b uint8) int { return abs(int(a) - int(b)) }
