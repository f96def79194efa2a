package metric

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gonum.org/v1/gonum/stat"

	"ganvas/core/data"
	"ganvas/core/random"
)

// few is how many points the catalogue's tests measure, and repeats how often.
const few, repeats = 400, 8

// The targets that the catalogue is held to: modes and a density, a density alone, and given points, of which there is neither.
func targets(t *testing.T) map[string]*Target {
	all, err := data.NewPoints(some(data.Moons, "points", few), "x", "y")
	if err != nil {
		t.Fatal(err)
	}
	train, held, err := all.Split(random.New(1, "metric/test"), few/4)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*Target{"ring8": NewTarget(data.Ring8), "moons": NewTarget(data.Moons), "points": NewGiven(train, held)}
}

// each runs a check on every measure and every target that it applies to.
func each(t *testing.T, check func(t *testing.T, m Measure, target *Target)) {
	for name, target := range targets(t) {
		for _, m := range All {
			if target.Has(m.Needs) {
				t.Run(m.Key+"/"+name, func(t *testing.T) { check(t, m, target) })
			}
		}
	}
}

// sampled returns points of the target's law, with others to train on, all of fresh streams: as many of either kind as there are to measure.
func sampled(target *Target, repeat string) *Samples {
	law, real := target.Source, few
	if target.given != nil { // they were drawn from
		law, real = data.Moons, few/4
	}
	s := target.Samples(some(law, "generated"+repeat, few*3/4), some(law, "real"+repeat, real))
	s.Train = some(law, "train"+repeat, few*3/4)
	if l, ok := target.Source.(data.Labelled); ok {
		s.Asked = make([]float32, few*3/4)
		l.SampleLabelled(random.New(7, "metric/test/generated"+repeat), s.Generated, s.Asked)
	}
	return s
}

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range All {
		if m.Key == "" || m.Label == "" || m.Doc == "" || m.Compute == nil || seen[m.Key] {
			t.Errorf("measure %q is doubled, or lacks a label, a sentence or a function", m.Key)
		}
		seen[m.Key] = true
		if got, ok := Find(m.Key); !ok || got.Label != m.Label {
			t.Errorf("Find(%q) does not find it", m.Key)
		}
	}
	if _, ok := Find("no such"); ok {
		t.Error("Find finds what is not there")
	}
}

// What is not finite, and what is too little, is refused with a reason.
func TestRefuses(t *testing.T) {
	each(t, func(t *testing.T, m Measure, target *Target) {
		for name, spoil := range map[string]func(*Samples){
			"none":     func(s *Samples) { s.Generated = nil },
			"too few":  func(s *Samples) { s.Generated = s.Generated[:2*minPoints-2] },
			"no real":  func(s *Samples) { s.Real = nil },
			"NaN":      func(s *Samples) { s.Generated[11] = float32(math.NaN()) },
			"infinite": func(s *Samples) { s.Generated[10] = float32(math.Inf(-1)) },
		} {
			s := sampled(target, "")
			spoil(s)
			if _, err := m.Compute(s); err == nil || err.Error() == "" {
				t.Errorf("%s: no error", name)
			}
		}
	})
}

// A measure looks at as many points as it says, and at no other.
func TestPoints(t *testing.T) {
	const times = 3 // as many points as it takes
	target := NewTarget(data.Ring8)
	for _, m := range All {
		if m.Points == 0 {
			continue
		}
		t.Run(m.Key, func(t *testing.T) {
			score := func(spoilt int) float64 {
				n := times * m.Points
				s := target.Samples(some(target.Source, "generated", n), some(target.Source, "real", n))
				s.Train = some(target.Source, "train", few)
				for i := spoilt; i < n; i += times {
					s.Generated[2*i], s.Real[2*i] = 50, -50
				}
				v, err := m.Compute(s)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
			whole := score(times * m.Points)
			for spoilt := range times {
				if got := score(spoilt); (got == whole) != (spoilt != 0) {
					t.Errorf("%g, and %g when the points %d of every %d are elsewhere", whole, got, spoilt, times)
				}
			}
		})
	}
}

// A measure leaves its samples as they were, and gives the same value again.
func TestDeterministic(t *testing.T) {
	each(t, func(t *testing.T, m Measure, target *Target) {
		a, b := sampled(target, ""), sampled(target, "")
		first, err := m.Compute(a)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := m.Compute(&Samples{Target: target, Generated: a.Generated, Real: a.Real, Train: a.Train, Asked: a.Asked})
		if fresh, _ := m.Compute(b); first != again || first != fresh {
			t.Errorf("values %v, %v, %v", first, again, fresh)
		}
		for i := range a.Generated {
			if a.Generated[i] != b.Generated[i] {
				t.Fatal("a measure changed its samples")
			}
		}
	})
}

// scores returns a measure of several samples, less those that it refuses.
func scores(m Measure, n int, make func(repeat string) *Samples) (v []float64) {
	for i := range n {
		if x, err := m.Compute(make(string(rune('a' + i)))); err == nil {
			v = append(v, x)
		}
	}
	return v
}

// A perfect generator scores the floor. The floor's own error is at most that of one value; with it, the mean over eight has
// an error of sd sqrt(1 + 1/8), and sd, itself of eight, is off by a quarter: 6 of them leave one failure in a million.
//
// And of three bad generators, moved, collapsed and copying, every measure sees at least one: it scores every such sample on the
// wrong side of every perfect one, and a sample of which half is bad no worse.
func TestPerfectAndBad(t *testing.T) {
	each(t, func(t *testing.T, m Measure, target *Target) {
		perfect := scores(m, repeats, func(repeat string) *Samples { return sampled(target, repeat) })
		if len(perfect) < repeats {
			t.Fatal("refuses perfect samples")
		}
		mean, sd := stat.MeanStdDev(perfect, nil)
		floor := target.Floor(m, sampled(target, "")).Mean
		near(t, "a perfect generator", mean, floor, 6*sd*math.Sqrt(1+1./repeats)+1e-12)
		for _, kind := range []string{"moved", "collapsed", "copied"} {
			if sees(m, target, kind, perfect) {
				return
			}
		}
		t.Error("sees no bad generator")
	})
}

// sees says whether a measure tells bad generators from perfect ones.
func sees(m Measure, target *Target, kind string, perfect []float64) bool {
	bad := scores(m, 3, func(repeat string) *Samples { return spoilt(target, repeat, kind, 1) })
	half := scores(m, 1, func(repeat string) *Samples { return spoilt(target, repeat, kind, 0.5) })
	if len(bad) < 3 || len(half) < 1 {
		return false
	}
	low, high := slices.Min(perfect), slices.Max(perfect)
	above := slices.Min(bad) > high && half[0] <= slices.Max(bad)
	below := slices.Max(bad) < low && half[0] >= slices.Min(bad)
	return above && m.Direction != Higher && m.Direction != Chance || below && m.Direction != Lower
}

// spoilt returns the target's samples with a generator of which a share is bad, in the way of kind.
func spoilt(target *Target, repeat, kind string, share float64) *Samples {
	s := sampled(target, repeat)
	scale := target.Source.Scale()
	at := point{float64(s.Real[0]), float64(s.Real[1])}
	if moded, ok := target.Source.(data.Moded); ok {
		mode := moded.Modes()[0]
		at = mode.At // some points of data lie as far from a mode as is usual, and spread is right there
	}
	for i := 0; i < int(share*few*3/4); i++ {
		x, y := &s.Generated[2*i], &s.Generated[2*i+1]
		switch kind {
		case "moved": // far to the right and up
			*x, *y = *x+1.5*scale, *y+0.7*scale
		case "collapsed": // onto one mode's centre, or else the first point of data, nearly
			*x, *y = float32(at[0]+(float64(*x)-at[0])*1e-3), float32(at[1]+(float64(*y)-at[1])*1e-3)
		case "copied":
			*x, *y = s.Train[2*i], s.Train[2*i+1]
		}
	}
	return s
}

// What costs little takes points in any order.
func TestOrderDoesNotMatter(t *testing.T) {
	each(t, func(t *testing.T, m Measure, target *Target) {
		if m.Cost != Cheap {
			t.Skip("takes some of the points only")
		}
		s := sampled(target, "")
		want, _ := m.Compute(s)
		n := len(s.Generated)
		back := make([]float32, n)
		for i := 0; i < n; i += 2 {
			back[i], back[i+1] = s.Generated[n-2-i], s.Generated[n-1-i]
		}
		slices.Reverse(s.Asked)
		got, _ := m.Compute(&Samples{Target: target, Generated: back, Real: s.Real, Asked: s.Asked})
		near(t, "the value of points turned round", got, want, 1e-12)
	})
}

// Measure returns what applies and is affordable, each with its value and its floor.
func TestTargetMeasure(t *testing.T) {
	for name, target := range targets(t) {
		s := sampled(target, "")
		s.Train = nil
		for _, most := range []Cost{Cheap, Heavy} {
			results, k := target.Measure(s, most), 0
			for _, m := range All {
				if m.Cost > most || m.Needs == NeedsTrain || !target.Has(m.Needs) {
					continue
				}
				if want, _ := m.Compute(s); k >= len(results) || !cmp.Equal(results[k], Result{m.Key, want, target.Floor(m, s)}, cmpopts.EquateNaNs()) {
					t.Fatalf("%s: result %d of %v is not %s", name, k, results, m.Key)
				}
				k++
			}
			if k != len(results) || k == 0 {
				t.Errorf("%s: %d results, want %d", name, len(results), k)
			}
		}
	}
}
