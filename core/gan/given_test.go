package gan

import (
	"math"
	"strconv"
	"testing"

	"ganvas/core/metric"
	"ganvas/core/probe"
)

// A generator whose weights are typed makes of z what they say, in the data's units, whatever training's are, and with a rate of 0 keeps to it.
func TestWeightsAreGiven(t *testing.T) {
	r := open(t, "data=normal1&g.weights=-2,7&g.lr=0&g.ema=0")
	train(t, r, 20)
	mean, sd := 0., 0.
	points := samplesOf(t, r, 50_000)
	for _, x := range points {
		mean += float64(x) / float64(len(points))
	}
	for _, x := range points {
		sd += (float64(x) - mean) * (float64(x) - mean) / float64(len(points))
	}
	// Five standard errors.
	if math.Abs(mean-7) > .05 || math.Abs(math.Sqrt(sd)-2) > .035 {
		t.Errorf("samples have the mean %.3f and the deviation %.3f, want 7 and 2", mean, math.Sqrt(sd))
	}
	line := r.Snapshot([]string{probe.LineMap}, true, false).Floats(probe.LineMap)
	if line[0] < line[len(line)-1] {
		t.Error("a slope below 0 is drawn upwards")
	}
}

// Two segments at a distance, x = 0 and x = φ, of y from 0 to 1: their Jensen-Shannon divergence is log 2 however near they are, and what is to be
// moved is φ (Arjovsky et al., 2017, example 1).
func TestTwoSegments(t *testing.T) {
	own := "x,y\n"
	for i := range 512 {
		own += "0," + number((float64(i)+.5)/512) + "\n"
	}
	for _, phi := range []float64{.5, .1, .05} {
		r := openOwn(t, "z=1&noise=uniform&g=&g.lr=0&g.ema=0&d=8&batch=16&rows=384&g.weights=0,"+number(phi)+"/0.5,0.5", []byte(own))
		d := experimentOf(r).data
		got := measured(r)
		scale := float64(d.frame.Scale[0])
		if math.Abs(got["js"]-math.Ln2) > 1e-9 {
			t.Errorf("φ = %g: JS is %g, want log 2", phi, got["js"])
		}
		// The y of 384 and of 128 points differ by chance: a hundredth or two of what y extends.
		for _, m := range r.MeasureAll() {
			if m.Key == metric.Transport.Key && math.Abs(m.Value*scale-phi) > .03+.1*phi {
				t.Errorf("φ = %g: W₁ is %g in the data's units", phi, m.Value*scale)
			}
		}
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
