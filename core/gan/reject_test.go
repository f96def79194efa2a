package gan

import (
	"math"
	"testing"

	"ganvas/core/random"
)

// Points of N(0, 1) on a line, weighed by the ratio of N(1, 1) to it, exp(x - ½), have that distribution after those have passed that may.
func TestPassedPointsHaveTheOtherDistribution(t *testing.T) {
	chance := random.New(1, "reject/test")
	points := make([]float32, 2*200_000)
	ratio := make([]float64, len(points)/2)
	for i := range ratio {
		points[2*i] = chance.Normal()
		ratio[i] = math.Exp(float64(points[2*i]) - .5)
	}
	got := passed(points, 2, ratio, chance)
	mean, square, n := 0.0, 0.0, float64(len(got)/2)
	for i := 0; i < len(got); i += 2 {
		mean += float64(got[i]) / n
		square += float64(got[i]) * float64(got[i]) / n
	}
	// With the weights above c = 2.326 capped, of N(1, 1) the mass Φ(c-1) = .9076 is left as it is, and beyond there is exp(c-½)(1-Φ(c)) = .0621; the
	// mean is .9076 over their sum, and the share of all that passes that sum over exp(c-½).
	if share := n / float64(len(ratio)); math.Abs(mean-.9360) > .015 || math.Abs(share-.1561) > .004 {
		t.Errorf("a share of %.4f has passed, with a mean of %.4f and a variance of %.4f", share, mean, square-mean*mean)
	}
}

// A generator in the middle of its training is mended by its discriminator: the divergence of what passes is less. By how much depends on the
// seed, from a tenth to two fifths: the discriminator of a few hundred steps is not the best.
func TestRejectionMendsAGenerator(t *testing.T) {
	for _, seed := range []string{"1", "2", "3"} {
		r := open(t, "loss=ns&r2=0&seed="+seed)
		train(t, r, 300)
		only(t, r, onlyD, 300)
		points, share, err := Accepted(r, MeasurePoints)
		if err != nil {
			t.Fatal(err)
		}
		d := experimentOf(r).data
		js := func(points []float32) float64 {
			for _, m := range d.judge.Measures(d.judge.Samples(points)) {
				if m.Key == "js" {
					return m.Compute().Value
				}
			}
			return math.NaN()
		}
		before, after := js(samplesOf(t, r, MeasurePoints)), js(points)
		t.Logf("seed %s: JS %.4f, of the %.3f that pass %.4f", seed, before, share, after)
		if !(after <= .9*before) || len(points) != 2*MeasurePoints {
			t.Errorf("seed %s: JS %.4f of all, %.4f of the %d that pass", seed, before, after, len(points)/2)
		}
	}
}
