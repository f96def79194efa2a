package gan

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// A conditional generator makes what it is asked for: after a few seconds at least 95 of 100 samples are nearest to the mode whose label
// they were asked for; by chance one in eight is.
func TestConditionalSamplesAreOfTheirClass(t *testing.T) {
	for _, spec := range []string{"condition=concat", "condition=projection"} {
		tr := open(t, spec+"&steps=800")
		first := accuracy(t, tr)
		train(t, tr, 800)
		m := measured(tr)
		t.Logf("%s: accuracy %.3f at first, then %.4f; %g modes, %.3f high quality", spec, first, m[metric.LabelAccuracy.Key], m["modes"], m["high_quality"])
		if m[metric.LabelAccuracy.Key] < .95 || first > .5 || m["modes"] != 8 {
			t.Errorf("%s: accuracy %g at first, then %g", spec, first, m[metric.LabelAccuracy.Key])
		}
	}
	if _, told := measured(open(t, ""))[metric.LabelAccuracy.Key]; told {
		t.Error("an unconditional run has a label accuracy")
	}
}

func accuracy(t *testing.T, tr *run.Run) float64 {
	t.Helper()
	points, asked, err := Sample(tr, 4000)
	if err != nil {
		t.Fatal(err)
	}
	samples := metric.NewTarget(experimentOf(tr).data.source).Samples(points, points)
	samples.Asked = asked
	v, err := metric.LabelAccuracy.Compute(samples)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Rows keep their labels: a minibatch's points are of the classes that come with them, and classes are asked for as often as the data has
// them.
func TestLabelsGoWithTheirRows(t *testing.T) {
	tr := open(t, "data=grid25&condition=concat&rows=500&g=8&d=8&batch=64")
	for i := range experimentOf(tr).data.labels {
		if got := data.Grid25.Class(float64(experimentOf(tr).data.rows[2*i]), float64(experimentOf(tr).data.rows[2*i+1])); got != int(experimentOf(tr).data.labels[i]) {
			t.Fatalf("row %d is of class %g, labelled %d", i, experimentOf(tr).data.labels[i], got)
		}
	}
	counts := map[float32]float64{}
	for _, y := range experimentOf(tr).data.labels {
		counts[y] += 1. / 500
	}
	_, asked, err := Sample(tr, 20_000)
	if err != nil {
		t.Fatal(err)
	}
	for _, y := range asked {
		counts[y] -= 1. / 20_000
	}
	for y, off := range counts {
		// Six standard errors of a share of 1/25 among 20,000.
		if off > .0084 || off < -.0084 {
			t.Errorf("class %g is asked for %g less than the data has it", y, off)
		}
	}
}

// A snapshot tells of its points what they are, what they were asked for and what they are taken for; together the last two are the
// label accuracy. Snapshots of players that are told nothing have none.
func TestSnapshotHoldsClasses(t *testing.T) {
	for _, spec := range []string{"condition=concat", "condition=projection&rows=100"} {
		tr := open(t, "g=8&d=8&batch=16&"+spec)
		train(t, tr, 20)
		s := shot(tr)
		if len(s.Bytes(probe.RealClass)) != len(s.Floats(probe.Real))/2 || len(s.Bytes(probe.Asked)) != probePoints || len(s.Bytes(probe.Landed)) != probePoints {
			t.Fatalf("%d, %d and %d classes", len(s.Bytes(probe.RealClass)), len(s.Bytes(probe.Asked)), len(s.Bytes(probe.Landed)))
		}
		for i, c := range s.Bytes(probe.RealClass) {
			if got := data.Ring8.Class(float64(s.Floats(probe.Real)[2*i]), float64(s.Floats(probe.Real)[2*i+1])); got != int(c) {
				t.Fatalf("real point %d is of class %d, labelled %d", i, got, c)
			}
		}
		asked, right := tr.Slots().Read("probe.class"), 0.
		for i, c := range s.Bytes(probe.Asked) {
			if float32(c) != asked[i] {
				t.Fatalf("point %d was asked for %g, the snapshot says %d", i, asked[i], c)
			}
			if c == s.Bytes(probe.Landed)[i] {
				right += 1. / probePoints
			}
		}
		samples := metric.NewTarget(experimentOf(tr).data.source).Samples(s.Floats(probe.Samples), s.Floats(probe.Real))
		samples.Asked = asked
		if v, err := metric.LabelAccuracy.Compute(samples); err != nil || math.Abs(v-right) > 1e-9 {
			t.Errorf("%g of the points landed where they were asked to, the measure says %g, %v", right, v, err)
		}
	}
	if s := shot(open(t, "g=8&d=8&batch=16")); s.Bytes(probe.RealClass) != nil || s.Bytes(probe.Asked) != nil || s.Bytes(probe.Landed) != nil {
		t.Error("an unconditional run has classes")
	}
}

// Every source's classes fit a byte.
func TestClassesFitBytes(t *testing.T) {
	for _, e := range data.All {
		if l, ok := e.Source.(data.Labelled); ok && l.Classes() > 256 {
			t.Errorf("%s has %d classes", e.Key, l.Classes())
		}
	}
}

// The slope that penalties hold is by the point alone: a class has none.
func TestPenaltiesTakeNoSlopeByTheClass(t *testing.T) {
	// At first weights of 0 but in the class's columns, the slope by the point is 0 and so is R1, whatever the class does.
	tr := open(t, "condition=concat&d=&g=&batch=16&rows=64&r1=1&r2=0")
	w := tr.Slots().Read("d/0/weight") // [2+8, 1]
	for i := range w {
		w[i] = 1
		if i < 2 {
			w[i] = 0
		}
	}
	tr.Slots().Write("d/0/weight", w)
	train(t, tr, 1)
	if p := shot(tr).Trace.Column(probe.Penalty)[0]; p != 0 {
		t.Errorf("the slope by the class is penalised: %g", p)
	}
}
