package metric

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// A sharp source's masses fall below every float64 a few cells away; its divergences from a blurred generator are numbers still.
func TestSharpSourcesHaveDivergences(t *testing.T) {
	for _, source := range []data.Source{data.Ring8Sharp, data.Grid25} {
		points := make([]float32, 4000)
		source.Sample(random.New(1, "sharp"), points)
		real := append([]float32(nil), points...)
		r := random.New(1, "blur")
		for i := range points {
			points[i] += .3 * r.Normal()
		}
		s := NewTarget(source).Samples(points, real)
		for _, m := range []Measure{JS, KL, ReverseKL, TotalVariation} {
			v, err := m.Compute(s)
			if err != nil || math.IsNaN(v) || v <= 0 || m.Key == JS.Key && v >= math.Ln2 {
				t.Errorf("%s is %g, %v", m.Key, v, err)
			}
		}
	}
}
