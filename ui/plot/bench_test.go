package plot

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkDots places 20,000 dots and measures their crowding.
func BenchmarkDots(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	xy := make([]float32, 40000)
	for i := range xy {
		xy[i] = float32(r.NormFloat64())
	}
	f := Plane(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Size{700, 700, 1})
	var g Geometry
	b.ReportAllocs()
	for b.Loop() {
		g.Reset()
		g.Dots(f, xy, 2, black)
		Crowding(f, xy, 2)
	}
}

// BenchmarkBoundary traces D = 1/2 on a field of 64 by 64.
func BenchmarkBoundary(b *testing.B) {
	field := sampled(64, func(u, v float64) float64 { return 0.5 + 0.01*(u-v) + 0.002*(u-32)*(v-32)/8 })
	f := Plane(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Size{700, 700, 1})
	var g Geometry
	b.ReportAllocs()
	for b.Loop() {
		g.Reset()
		g.Boundary(f, field, 1.5, black)
	}
}
