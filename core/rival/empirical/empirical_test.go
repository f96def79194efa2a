package empirical

import (
	"math"
	"testing"

	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
)

// Without kernels every sample is a point of the data, and there is no density.
func TestSamplesAreTheData(t *testing.T) {
	for _, seed := range ft.Seeds(3) {
		r := ft.Trained(t, Entry.Family, "family=empirical&data=moons&rows=100"+seed)
		known := map[[2]float32]bool{}
		rows := r.Experiment().(family.Learner).Points().Rows
		for i := 0; i < len(rows); i += 2 {
			known[[2]float32{rows[i], rows[i+1]}] = true
		}
		got, seen := ft.Samples(t, r, 2000), map[[2]float32]bool{}
		for i := 0; i < len(got); i += 2 {
			near := false
			for p := range known { // training's units and back cost the last digits
				if math.Abs(float64(p[0]-got[i]))+math.Abs(float64(p[1]-got[i+1])) < 1e-6 {
					near, seen[p] = true, true
				}
			}
			if !near {
				t.Fatalf("%s: (%g, %g) is no point of the data", seed, got[i], got[i+1])
			}
		}
		// A point is missed by 2,000 draws of 100 with probability e^-20.
		if len(seen) != len(known) {
			t.Errorf("%s: %d of %d points were drawn", seed, len(seen), len(known))
		}
		if r.Model().LogDensity != nil {
			t.Errorf("%s: it has a density", seed)
		}
	}
}

// With kernels the density is their sum.
func TestKernelsAddUp(t *testing.T) {
	for _, width := range []string{"0.01", "0.1", "1"} {
		r := ft.Trained(t, Entry.Family, "family=empirical&data=moons&rows=50&width="+width)
		d := r.Experiment().(family.Learner).Points()
		at := ft.Held(r, 200)
		h := map[string]float64{"0.01": .01, "0.1": .1, "1": 1}[width] * float64(d.Frame.Scale[0])
		for i, got := range ft.LogDensity(t, r, at) {
			nearest, sum := math.Inf(-1), 0.0
			terms := make([]float64, 0, 50)
			for j := 0; j < len(d.Rows); j += 2 {
				dx, dy := float64(at[2*i]-d.Rows[j])/h, float64(at[2*i+1]-d.Rows[j+1])/h
				terms = append(terms, -(dx*dx+dy*dy)/2)
				nearest = max(nearest, terms[len(terms)-1])
			}
			for _, x := range terms {
				sum += math.Exp(x - nearest)
			}
			want := nearest + math.Log(sum/50/(2*math.Pi*h*h))
			if math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
				t.Fatalf("width %s: the log density at (%g, %g) is %g, want %g", width, at[2*i], at[2*i+1], got, want)
			}
		}
	}
}

// Narrow kernels are likely for their own points alone: of 50 points of the moons, those at hand have a log density of 3.5 in training's units, fresh
// ones of less than -100.
func TestLearningByHeartIsUnlikely(t *testing.T) {
	for _, seed := range ft.Seeds(3) {
		r := ft.Trained(t, Entry.Family, "family=empirical&data=moons&rows=50&width=0.01"+seed)
		d := r.Experiment().(family.Learner).Points()
		area := 2 * math.Log(float64(d.Frame.Scale[0]))
		own, fresh := mean(ft.LogDensity(t, r, d.Rows))+area, mean(ft.LogDensity(t, r, ft.Held(r, 2000)))+area
		if own < 3.4 || own > 3.7 || fresh > -100 {
			t.Errorf("%s: %.2f at its own points, %.2f at fresh ones", seed, own, fresh)
		}
	}
}

func mean(xs []float64) (m float64) {
	for _, x := range xs {
		m += x / float64(len(xs))
	}
	return m
}

func TestSameBits(t *testing.T) {
	ft.SameBits(t, Entry.Family, "family=empirical", 3)
	ft.SameBits(t, Entry.Family, "family=empirical&width=0.1&data=moons", 3)
}
