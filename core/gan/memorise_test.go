package gan

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// Half of the samples of a generator that learnt eight points lie closer than a tenth as far from one of them as half of the data does; one
// that learnt thousands keeps the data's distance from any eight of its points.
func TestPresetMemorising(t *testing.T) {
	sick, cured := preset(t, "memorising")
	train(t, sick, 2000)
	train(t, cured, 2000)
	a, b := nearness(sick), nearness(cured)
	t.Logf("samples lie at %.3f of the data's distance from eight training points; with more points at %.2f", a, b)
	if a > .1 || b < .7 {
		t.Errorf("samples lie at %g of the data's distance from eight training points, and with more points at %g", a, b)
	}
	// The measure's truths: 1 where every sample is nearer to training's points than fresh data is, and ½ where samples are like fresh data. A
	// generator that is not perfect keeps to where data are dense, and so a little nearer to training's points: it must be closer to ½ than to 1.
	a, b = memorised(t, sick), memorised(t, cured)
	t.Logf("memorisation is %.3f with eight training points, and %.3f with more", a, b)
	if a < .95 || b > .75 {
		t.Errorf("memorisation is %g with eight training points, and %g with more", a, b)
	}
}

func memorised(t *testing.T, tr *run.Run) float64 {
	t.Helper()
	s, err := experimentOf(tr).data.samples(tr.Slots())
	if err != nil {
		t.Fatal(err)
	}
	v, err := metric.Memorisation.Compute(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// nearness is the median distance of generated points from the first eight rows, as a share of fresh data's.
func nearness(tr *run.Run) float64 {
	rows := experimentOf(tr).data.rows
	median := func(points []float32) float64 {
		var out []float64
		for i := 0; i < 1000; i += 2 {
			least := math.Inf(1)
			for k := 0; k < 2*8; k += 2 {
				least = math.Min(least, math.Hypot(float64(points[i]-rows[k]), float64(points[i+1]-rows[k+1])))
			}
			out = append(out, least)
		}
		slices.Sort(out)
		return out[len(out)/2]
	}
	d := experimentOf(tr).data
	return median(shot(tr).Floats(probe.Samples)) / median(d.judge.Reference())
}
