package plot

import (
	"math"
	"testing"
)

// A window fills a square, whatever its units are along either axis.
func TestPlaneIsASquare(t *testing.T) {
	for _, w := range []Window{{X0: -3, Y0: -3, X1: 3, Y1: 3}, {X0: 0, Y0: 0, X1: 1, Y1: 4}, {X0: -5, Y0: 2, X1: 9, Y1: 3}} {
		for _, s := range []Size{{700, 700, 1}, {1400, 900, 2}, {333, 777, 1.25}, {160, 90, 1}} {
			f := Plane(w, s)
			if side := math.Min(s.W, s.H); f.Right()-f.Left() != side || f.Bottom()-f.Top() != side {
				t.Errorf("%v in %v: the frame is %v by %v, want %v", w, s, f.Right()-f.Left(), f.Bottom()-f.Top(), side)
			}
			if f.Left() < 0 || f.Top() < 0 || f.Right() > s.W || f.Bottom() > s.H {
				t.Errorf("%v in %v: the frame %v, %v leaves the panel", w, s, f.X, f.Y)
			}
			if x, y := f.Px(w.X0, w.Y1); float64(x) != f.Left() || float64(y) != f.Top() {
				t.Errorf("%v: the top left corner is at %v, %v, want %v, %v: y points up", w, x, y, f.Left(), f.Top())
			}
		}
	}
}

// TestFramesAgreeAcrossScales: the page's labels are placed in CSS pixels, the canvas in the device's.
func TestFramesAgreeAcrossScales(t *testing.T) {
	w := Window{X0: -2, Y0: -2, X1: 2, Y1: 2}
	css := Plane(w, Size{600, 500, 1})
	for _, k := range []float64{1.25, 1.5, 2, 3} {
		f := Plane(w, Size{600 * k, 500 * k, k})
		if len(f.XTicks) != len(css.XTicks) || len(f.YTicks) != len(css.YTicks) {
			t.Fatalf("scale %v has %d and %d ticks, scale 1 %d and %d", k, len(f.XTicks), len(f.YTicks), len(css.XTicks), len(css.YTicks))
		}
		for i := range f.XTicks {
			if d := f.XTicks[i].Pixel/k - css.XTicks[i].Pixel; math.Abs(d) > 1 || f.XTicks[i].Label != css.XTicks[i].Label {
				t.Errorf("scale %v: tick %v lies %v CSS pixels off", k, f.XTicks[i], d)
			}
		}
	}
}

func TestSmallPanelsHaveNoLabels(t *testing.T) {
	if Labelled(Size{160, 120, 1}) || !Labelled(Size{700, 700, 1}) || Labelled(Size{320, 240, 2}) {
		t.Error("labels need 220 CSS pixels and no less")
	}
	if f := Plane(Window{X1: 1, Y1: 1}, Size{100, 100, 1}); f.Right()-f.Left() < 90 {
		t.Errorf("a thumbnail's frame is %v wide of 100", f.Right()-f.Left())
	}
}

func TestEmptyWindowAndPanel(t *testing.T) {
	for _, f := range []Frame{Plane(Window{}, Size{100, 100, 1}), Plane(Window{X1: 1, Y1: 1}, Size{0, 0, 1}), Plane(Window{X1: 1, Y1: 1}, Size{})} {
		for _, v := range []float64{f.Left(), f.Right(), f.Top(), f.Bottom()} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("frame %v, %v is not finite", f.X, f.Y)
			}
		}
	}
}
