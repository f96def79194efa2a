package metric

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"ganvas/core/data"
)

// A grid's cells and the outside share out all of a source's mass: edges ascend from -Inf to +Inf, the window's own among them.
func TestGridHoldsAllMass(t *testing.T) {
	for _, e := range data.All {
		target := NewTarget(e.Source)
		edges := target.cells.(grid).edges()
		xs, ys := edges[0], edges[1]
		for _, edges := range [][]float64{xs, ys} {
			if !slices.IsSorted(edges) || !math.IsInf(edges[0], -1) || !math.IsInf(edges[len(edges)-1], 1) || len(edges) != 30+3 {
				t.Errorf("%s: edges %v", e.Key, edges)
			}
		}
		w := target.Window
		near(t, e.Key+": the left edge", xs[1], float64(w.Low[0]), 0)
		near(t, e.Key+": the right edge", xs[30+1], float64(w.High[0]), 1e-6) // to the rounding of the width
		near(t, e.Key+": the lower edge", ys[1], float64(w.Low[1]), 0)
		near(t, e.Key+": the upper edge", ys[30+1], float64(w.High[1]), 1e-6)
		if target.masses == nil {
			continue
		}
		sum := 0.0
		for _, m := range target.masses {
			sum += m
		}
		near(t, e.Key+": the sum of all masses", sum, 1, 1e-6)
		if least := slices.Min(target.masses); least < 0 {
			t.Errorf("%s: a mass of %g", e.Key, least)
		}
	}
}

// A mode is covered from a fifth of its fair share on: of 8,000 points, 200 of 1,000.
func TestModesAtAFifth(t *testing.T) {
	target := NewTarget(data.Ring8)
	modes := data.Ring8.Modes()
	for _, c := range []struct{ last, want int }{{199, 7}, {200, 8}, {0, 7}} {
		var points []float32
		for i := range 8000 {
			k := i % 7
			if i < c.last {
				k = 7
			}
			points = append(points, float32(modes[k].At[0]), float32(modes[k].At[1]))
		}
		got, err := Modes.Compute(&Samples{Target: target, Generated: points, Real: points})
		if err != nil || got != float64(c.want) {
			t.Errorf("%d points in the last mode: %g modes (%v), want %d", c.last, got, err, c.want)
		}
	}
}

// Ten points are enough for every measure, and without what a measure needs it says so.
func TestTenPointsAreEnough(t *testing.T) {
	each(t, func(t *testing.T, m Measure, target *Target) {
		s := sampled(target, "")
		s.Generated, s.Real = s.Generated[:2*minPoints], s.Real[:2*minPoints]
		if s.Asked != nil {
			s.Asked = s.Asked[:minPoints]
		}
		if m.Key == Modes.Key || m.Key == JS.Key {
			if v, err := m.Compute(s); err != nil || math.IsNaN(v) {
				t.Errorf("of ten points: %g, %v", v, err)
			}
		}
	})
	spiral := NewTarget(data.Spiral)
	points := some(data.Spiral, "points", 20)
	for _, m := range []Measure{Modes, ModesAny, HighQuality, ModesKL, Spread, LabelAccuracy} {
		if _, err := m.Compute(spiral.Samples(points, points)); err == nil {
			t.Errorf("%s of data without modes is no error", m.Key)
		}
	}
}

// What takes long rests, in each of its loops, and one in sixteen is one in sixteen.
func TestMeasuresRest(t *testing.T) {
	rests := 0
	rest := Rest(func() { rests++ })
	for i := range 160 {
		rest.some(i)
	}
	if rests != 10 {
		t.Errorf("%d rests in 160", rests)
	}
	target := NewTarget(data.Ring8)
	for _, c := range []struct {
		m     Measure
		least int
	}{
		{LogLikelihood, few * 3 / 4 / 8}, {Sliced, 32}, {Energy, few}, {MMDTest, permutations}, {C2ST, few * 3 / 4 / 2}, {C2STLogistic, logisticSteps + few*3/4/8}, {Memorisation, few},
	} {
		rests = 0
		s := sampled(target, "")
		s.Rest = rest
		if _, err := c.m.Compute(s); err != nil {
			t.Fatal(err)
		}
		if rests < c.least {
			t.Errorf("%s rests %d times, want %d at least", c.m.Key, rests, c.least)
		}
	}
}

// The nearest neighbours' vote by its definition: all teachers sorted by their distance, the odd number nearest below the root of their
// number, raised to odd, the majority.
func TestC2STByDefinition(t *testing.T) {
	for n, k := range map[int]int{10: 5, 40: 9, 100: 15} { // of either kind to teach: √20, √80, √200
		target := NewTarget(data.Ring8)
		fakes, truths := some(data.Ring8, fmt.Sprint("a", n), 2*n), some(data.Moons, fmt.Sprint("b", n), 2*n)
		got, err := C2ST.Compute(&Samples{Target: target, Generated: fakes, Real: truths})
		if err != nil {
			t.Fatal(err)
		}
		type teacher struct {
			d    float64
			fake bool
		}
		judged := func(x, y float32) bool { // as a fake
			var all []teacher
			for i := range n {
				for _, of := range []struct {
					xy   []float32
					fake bool
				}{{fakes, true}, {truths, false}} {
					all = append(all, teacher{math.Hypot(float64(x-of.xy[2*i]), float64(y-of.xy[2*i+1])), of.fake})
				}
			}
			slices.SortFunc(all, func(a, b teacher) int {
				if a.d < b.d {
					return -1
				}
				return 1
			})
			votes := 0
			for _, v := range all[:k] {
				if v.fake {
					votes++
				}
			}
			return votes > k/2
		}
		right := 0
		for i := n; i < 2*n; i++ {
			if judged(fakes[2*i], fakes[2*i+1]) {
				right++
			}
			if !judged(truths[2*i], truths[2*i+1]) {
				right++
			}
		}
		near(t, fmt.Sprintf("accuracy of %d votes", k), got, float64(right)/float64(2*n), 1e-12)
	}
}
