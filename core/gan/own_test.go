package gan

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// table is a file of so many rows of normal numbers, in columns of other units each.
func table(rows, columns int) []byte {
	r := random.New(1, "gan/table")
	text := []string{"# columns: " + strings.Join(slices.Repeat([]string{"x"}, columns), ", ")}
	for range rows {
		cells := make([]string, columns)
		for k := range cells {
			cells[k] = fmt.Sprint(float64(k) + math.Pow(10, float64(k%5))*float64(r.Normal()))
		}
		text = append(text, strings.Join(cells, ","))
	}
	return []byte(strings.Join(text, "\n"))
}

// openOwn starts a run on own points.
func openOwn(t *testing.T, spec string, own []byte) *run.Run {
	t.Helper()
	r, err := Open("data=csv&"+spec, run.Options{Own: own})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

// Training sees three quarters of own points, each as often as the others, and never a point that is held out; the seed says which.
func TestOwnPointsAreHeldOut(t *testing.T) {
	own := table(200, 2)
	held := map[uint32][]float32{}
	for _, seed := range []uint32{1, 1, 2} {
		r := openOwn(t, fmt.Sprintf("%sseed=%d", strings.Replace(small, "rows=64", "rows=600", 1), seed), own)
		d := experimentOf(r).data
		reference := d.judge.Reference()
		counts := map[[2]float32]int{}
		for i := 0; i < len(d.rows); i += 2 {
			counts[[2]float32(d.rows[i:])]++
		}
		if len(counts) != 150 || len(reference) != 2*50 {
			t.Fatalf("training draws from %d points, %d are held out; want 150 and 50", len(counts), len(reference)/2)
		}
		for p, n := range counts {
			if n != 4 {
				t.Fatalf("point %v comes %d times in 600 rows of 150", p, n)
			}
		}
		for i := 0; i < len(reference); i += 2 {
			if counts[[2]float32(reference[i:])] > 0 {
				t.Fatalf("point %v is held out and trained on", reference[i:i+2])
			}
		}
		if before, ok := held[seed]; ok && !slices.Equal(before, reference) {
			t.Error("the same seed holds out other points")
		}
		held[seed] = reference
	}
	if slices.Equal(held[1], held[2]) {
		t.Error("two seeds hold out the same points")
	}
}

// Measures of own points have a floor with its range, and memorisation beside them; of so few that none is held out there is nothing to say.
func TestOwnPointsAreMeasured(t *testing.T) {
	byKey := map[string]wire.Measure{}
	for _, m := range openOwn(t, small, table(200, 2)).MeasureAll() {
		if byKey[m.Key] = m; math.IsNaN(m.Value) || !(m.Low <= m.Floor && m.Floor <= m.High) {
			t.Errorf("%s is %g; its floor %g is not between %g and %g", m.Key, m.Value, m.Floor, m.Low, m.High)
		}
	}
	if _, ok := byKey[metric.Memorisation.Key]; !ok || len(byKey) < 10 {
		t.Errorf("of %d measures none is memorisation", len(byKey))
	}
	if list := openOwn(t, small, table(39, 2)).MeasureAll(); len(list) > 0 {
		t.Errorf("of 39 points there are %d measures", len(list))
	}
}

// Points of any number of columns are trained on whole, measured whole, and shown as their first two.
func TestPointsOfManyColumns(t *testing.T) {
	for _, columns := range []int{1, 3, 64} {
		r := openOwn(t, small+"z=4", table(200, columns))
		train(t, r, 5)
		s := r.Snapshot([]string{probe.Samples, probe.Field, probe.Descent, probe.LineSamples, probe.LineField}, true, false)
		if err := probe.Check(s); err != nil {
			t.Fatalf("%d columns: %v", columns, err)
		}
		fresh := samplesOf(t, r, 500)
		if len(fresh) != 500*columns {
			t.Fatalf("%d columns: %d numbers of 500 samples", columns, len(fresh))
		}
		if columns > 1 && len(s.Floats(probe.Samples)) != 2*probePoints || columns == 1 && len(s.Floats(probe.LineSamples)) != probePoints {
			t.Errorf("%d columns: samples are not shown", columns)
		}
		d := experimentOf(r).data
		perfect := d.judge.Samples(d.judge.Split.Train.Own())
		moved := slices.Clone(perfect.Generated)
		for i := columns - 1; i < len(moved); i += columns { // the last column alone
			moved[i] += 3 * d.frame.Scale[columns-1]
		}
		for _, m := range []metric.Measure{metric.Frechet, metric.Marginals, metric.Energy, metric.Sliced} {
			a, errA := m.Compute(perfect)
			b, errB := m.Compute(d.judge.Samples(moved))
			if errA != nil || errB != nil || !(b > a) {
				t.Errorf("%d columns: %s is %g, and %g where the last column is moved (%v, %v)", columns, m.Key, a, b, errA, errB)
			}
		}
	}
}

// A table whose columns say their classes trains with them, in any number of dimensions.
func TestOwnClasses(t *testing.T) {
	r := random.New(1, "gan/classes")
	text := "# columns: x, y, further, class\n"
	for i := range 120 {
		text += fmt.Sprintf("%g,%g,%g,\"%s\"\n", float64(10*(i%2))+float64(r.Normal()), r.Normal(), r.Normal(), []string{"left", "right"}[i%2])
	}
	run := openOwn(t, small+"condition=concat", []byte(text))
	train(t, run, 3)
	landed := run.Snapshot([]string{probe.Landed}, true, false).Array(probe.Landed)
	if len(landed.Bytes) != probePoints {
		t.Errorf("%d samples have landed", len(landed.Bytes))
	}
	if l := experimentOf(run).data.source.(data.Labelled); l.Class(0, 0, 0) != 0 || l.Class(10, 0, 0) != 1 {
		t.Error("classes are not told by the points about a place")
	}
	for _, m := range run.Measure() {
		if m.Key == metric.LabelAccuracy.Key && !(m.Floor > .95) {
			t.Errorf("the floor of label accuracy is %g where classes lie apart", m.Floor)
		}
	}
}
