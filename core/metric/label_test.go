package metric

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// accuracy is the label accuracy of points that were asked for classes.
func accuracy(t *testing.T, target *Target, points, asked []float32) float64 {
	t.Helper()
	s := target.Samples(points, points)
	s.Asked = asked
	v, err := LabelAccuracy.Compute(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The data itself is of the classes that it says, but where classes overlap; the two gaussians lie √(1.6²+1.2²) apart, and are told
// apart as well as two blobs this wide can be. Classes asked for in vain are right by chance.
func TestLabelAccuracy(t *testing.T) {
	const n = 10_000
	for name, c := range map[string]struct {
		source *data.Mixture
		least  float64
	}{"ring8": {data.Ring8, 1}, "grid25": {data.Grid25, 1}, "gaussians": {data.Gaussians, .95}} {
		points, labels := make([]float32, 2*n), make([]float32, n)
		c.source.SampleLabelled(random.New(1, "label"), points, labels)
		target := NewTarget(c.source)
		own := accuracy(t, target, points, labels)
		if own < c.least {
			t.Errorf("%s: the data is of its own classes at %g", name, own)
		}
		// The floor is the same of four such samples: six standard errors of the two.
		floor := target.Floor(LabelAccuracy, target.Samples(points, points))
		near(t, name+"'s floor", floor.Mean, own, 6*math.Sqrt(own*(1-own)/n*1.25)+1e-12)
		for i := range labels {
			labels[i] = float32(i % c.source.Classes())
		}
		k := float64(c.source.Classes())
		// Six standard errors of a share.
		if got := accuracy(t, target, points, labels); math.Abs(got-1/k) > 6*math.Sqrt(1/k*(1-1/k)/n) {
			t.Errorf("%s: other classes are right at %g, by chance %g are", name, got, 1/k)
		}
	}
}

// Where nothing was asked for, or the data has no classes, there is no accuracy, and none is measured.
func TestLabelAccuracyNeedsLabels(t *testing.T) {
	for _, s := range []data.Source{data.Ring8, data.SwissRoll} {
		target := NewTarget(s)
		samples := target.Samples(some(s, "generated", few), some(s, "real", few))
		if s == data.SwissRoll {
			samples.Asked = make([]float32, few)
		}
		if _, err := LabelAccuracy.Compute(samples); err == nil {
			t.Errorf("%T: no error", s)
		}
		for _, r := range target.Measure(samples, Cheap) {
			if r.Key == LabelAccuracy.Key {
				t.Errorf("%T: measured as %g", s, r.Value)
			}
		}
	}
}

// Labelled samples are the plain ones.
func TestLabelledSamplesAreTheSamples(t *testing.T) {
	plain, labelled := make([]float32, 200), make([]float32, 200)
	data.Grid25.Sample(random.New(7, "x"), plain)
	data.Grid25.SampleLabelled(random.New(7, "x"), labelled, make([]float32, 100))
	for i := range plain {
		if plain[i] != labelled[i] {
			t.Fatal("a labelled sample differs")
		}
	}
}
