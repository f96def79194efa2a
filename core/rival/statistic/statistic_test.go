package statistic

import (
	"ganvas/core/form"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	ft "ganvas/core/family/familytest"
	"ganvas/core/run"
)

// momentsOf are the means and the variances of points.
func momentsOf(points []float32) (m [4]float64) {
	var x, y []float64
	for i := 0; i < len(points); i += 2 {
		x, y = append(x, float64(points[i])), append(y, float64(points[i+1]))
	}
	m[0], m[2] = stat.MeanVariance(x, nil)
	m[1], m[3] = stat.MeanVariance(y, nil)
	return m
}

// apartBy is the greatest difference of a run's moments from the data's.
func apartBy(t *testing.T, r *run.Run) (worst float64) {
	a, b := momentsOf(ft.Samples(t, r, 20_000)), momentsOf(ft.Held(r, 20_000))
	for i := range a {
		worst = max(worst, math.Abs(a[i]-b[i]))
	}
	return worst
}

// Means and variances can be right where all else is wrong; kernels find every blob.
func TestMomentsAreNotEnough(t *testing.T) {
	for _, seed := range ft.Seeds(1) {
		few := ft.Trained(t, Entry.Family, "family=statistic&statistic=moments&steps=1000"+seed)
		all := ft.Trained(t, Entry.Family, "family=statistic"+seed)
		off, wrong, right := apartBy(t, few), ft.Measured(few, "js"), ft.Measured(all, "js")
		t.Logf("%s: moments off by %.3f, JS %.3f; by MMD JS %.3f, %.0f modes, %.2f within three deviations", seed, off, wrong, right, ft.Measured(all, "modes"), ft.Measured(all, "high_quality"))
		// The ring's moments are 0 and 2.01.
		if !(off < .1 && wrong > .3) {
			t.Errorf("%s: the moments are off by %.3f, JS is %.3f; want the same moments and another distribution", seed, off, wrong)
		}
		if m := ft.Measured(all, "modes"); m != 8 || !(right < wrong/2) {
			t.Errorf("%s: by MMD %.0f modes, JS %.3f", seed, m, right)
		}
	}
}

func TestSameBits(t *testing.T) {
	for _, s := range []string{form.MMD, form.Moments, form.Means} {
		ft.SameBits(t, Entry.Family, "family=statistic&batch=32&rows=500&g=16&statistic="+s, 12)
	}
}
