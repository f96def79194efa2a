//go:build display

package golden

import (
	"math"
	"testing"

	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// TestFieldShaderAgreesWithTheSpline holds the GPU's field to package plot's, in every pixel that no line covers.
func TestFieldShaderAgreesWithTheSpline(t *testing.T) {
	for _, size := range []int{7, 24, 64} {
		s := &draft{Window: plot.Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, FieldSize: size}
		for j := range size {
			for i := range size {
				u, v := float64(i)/float64(size-1), float64(j)/float64(size-1)
				s.Field = append(s.Field, float32(0.5+0.49*math.Sin(4*u+1)*math.Cos(3*v)))
			}
		}
		for _, th := range plot.Themes {
			const side = 400
			p := picture{panel: &view.Distribution{Layers: view.Field}, s: s.snapshot(), w: side, h: side, look: view.Look{Theme: th, Scale: 1}}
			got := draw(t, p)
			frame := plot.Plane(s.Window, plot.Size{W: side, H: side, Scale: 1})
			field := plot.Field{Size: size, D: s.Field}
			compared := 0
			for y := int(frame.Top()) + 1; y < int(frame.Bottom())-1; y++ {
				for x := int(frame.Left()) + 1; x < int(frame.Right())-1; x++ {
					d := field.AtPixel(frame, float64(x)+0.5, float64(y)+0.5)
					if nearLine(d, frame) {
						continue
					}
					compared++
					want, have := th.FieldColour(d), got.RGBAAt(x, y)
					if off(have.R, want.R) > 2 || off(have.G, want.G) > 2 || off(have.B, want.B) > 2 {
						t.Fatalf("size %d, %s: pixel %d, %d is %v, want %s for D = %.4f", size, th.Key, x, y, have, want.Hex(), d)
					}
				}
			}
			if compared < side*side/4 {
				t.Errorf("size %d: only %d pixels were compared", size, compared)
			}
		}
	}
}

// nearLine says whether D is so close to a line's level that the line could cover the pixel: by four pixels at the steepest slope.
func nearLine(d float64, frame plot.Frame) bool {
	const steepest = 0.49 * 4.2 // of D over the window
	reach := 4 * steepest / (frame.Right() - frame.Left())
	for _, l := range []float64{0.1, 0.3, 0.5, 0.7, 0.9} {
		if math.Abs(d-l) < reach {
			return true
		}
	}
	return false
}

func off(a, b uint8) int { return abs(int(a) - int(b)) }
