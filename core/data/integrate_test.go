package data

import (
	"math"
	"testing"

	"ganvas/core/random"
	"github.com/google/go-cmp/cmp"
)

// power is the density x²y⁴, which six nodes integrate exactly.
type power struct{}

func (power) Sample(*random.Source, []float32) {}
func (power) Scale() float32                   { return 1 }
func (power) Density(at ...float64) float64    { return at[0] * at[0] * at[1] * at[1] * at[1] * at[1] }
func (power) mass(x0, x1, y0, y1 float64) float64 {
	return (x1*x1*x1 - x0*x0*x0) / 3 * (math.Pow(y1, 5) - math.Pow(y0, 5)) / 5
}

// Cells hold what the antiderivative says, of their part within the bound: those beyond it and those without width hold nothing.
func TestIntegrateStopsAtTheBound(t *testing.T) {
	const bound = 1.5
	inf := math.Inf(1)
	xs, ys := []float64{-inf, -2, -1, 0.5, 0.5, 1.5, 1.6, inf}, []float64{-inf, -1.5, 0, 3, 4, inf}
	got := integrate(power{}, xs, ys, bound, 0.4)
	cut := func(v float64) float64 { return min(max(v, -bound), bound) }
	for j := range len(ys) - 1 {
		for i := range len(xs) - 1 {
			want := power{}.mass(cut(xs[i]), cut(xs[i+1]), cut(ys[j]), cut(ys[j+1]))
			if g := got[j*(len(xs)-1)+i]; math.Abs(g-want) > 1e-14 {
				t.Errorf("from %g, %g to %g, %g: %g, want %g", xs[i], ys[j], xs[i+1], ys[j+1], g, want)
			}
		}
	}
}

// A point that is alone has no extent, points that differ in one coordinate have the other's.
func TestPointsOnALine(t *testing.T) {
	if _, err := NewPoints([]float32{3, 4, 3, 4, 3, 4}, "x", "y"); err == nil {
		t.Error("points that are all the same are taken")
	}
	for k := range 2 {
		xy := []float32{5, 5, 5, 5, 5, 5}
		xy[k], xy[2+k], xy[4+k] = -1, 0, 1
		p, err := NewPoints(xy, "x", "y")
		if err != nil {
			t.Fatal(err)
		}
		want := float32(math.Sqrt(2. / 3))
		if s := p.frame.Scale; math.Abs(float64(s[0]/want)-1) > 1e-6 || s[0] != s[1] {
			t.Errorf("points that differ along axis %d have the scales %v, want %v twice", k, s, want)
		}
	}
}

// A window about a single point is a square of side 2 about it, in training's units.
func TestWindowOfASinglePoint(t *testing.T) {
	if got := WindowOf(Dirac); !cmp.Equal(got, Window{[]float32{-1, -1}, []float32{1, 1}}) {
		t.Errorf("the window is %v", got)
	}
}
