//go:build display

package golden

import (
	"math"
	"testing"

	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"
)

// line is a run of two bumps on a line whose generator has found one of them: what there is follows from the normal distribution's quantiles.
func line() *wire.Snapshot {
	const n, places = 400, 129
	real, made, way, bend := make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, 64)
	for i := range n {
		z := math.Sqrt2 * math.Erfinv(2*(float64(i*7%n)+.5)/n-1)
		real[i] = float32(-1.5 + 3*float64(i%2) + .4*z)
		made[i] = float32(1.3 + .5*z)
		way[i] = float32(1.5 - 1.3 - .1*z)
	}
	for i := range bend {
		bend[i] = float32(1.3 + .5*math.Sqrt2*math.Erfinv(2*(float64(i)+.5)/64-1))
	}
	normal := func(x, m, sd float64) float64 {
		return math.Exp(-(x-m)*(x-m)/(2*sd*sd)) / (sd * math.Sqrt(2*math.Pi))
	}
	p, d, best := make([]float32, places), make([]float32, places), make([]float32, places)
	for i := range places {
		x := -4 + 8*float64(i)/(places-1)
		density := (normal(x, -1.5, .4) + normal(x, 1.5, .4)) / 2
		p[i] = float32(density)
		best[i] = float32(density / (density + normal(x, 1.3, .5) + 1e-12))
		d[i] = float32(1 / (1 + math.Exp(x)))
	}
	return &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.LineWindow, []float32{-4, 4}, 2),
		wire.Floats(probe.LineReal, real, n), wire.Floats(probe.LineDensity, p, places), wire.Floats(probe.LineSamples, made, n),
		wire.Floats(probe.LineDescent, way, n), wire.Floats(probe.LineField, d, places), wire.Floats(probe.LineOptimal, best, places), wire.Floats(probe.LineMap, bend, 1, 64),
	}}
}

func TestGoldenLine(t *testing.T) {
	for _, theme := range plot.Themes {
		panel := view.New("line")
		panel.Choose(view.Shown{Layers: everything | picture.Optimal})
		p := drawing{"line-" + theme.Key, panel, line(), 500, 500, view.Look{Theme: theme, Scale: 1}}
		t.Run(p.name, func(t *testing.T) { compare(t, p.name, draw(t, p)) })
	}
}
