package empirical

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
	"ganvas/core/random"
	"ganvas/core/run"
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

// segments is a file of two vertical segments of 400 points each, one at x = 0 and one at x = φ, and of their names.
func segments(phi float64) []byte {
	var b strings.Builder
	b.WriteString("# columns: x, y, class\n# scale: one\nx,y,side\n")
	for i := range 400 {
		y := (float64(i) + .5) / 400
		fmt.Fprintf(&b, "0,%g,\"data\"\n%g,%g,\"made\"\n", y, phi, y)
	}
	return []byte(b.String())
}

// opened is a run of a Spec with the reader's own points.
func opened(t *testing.T, spec string, own []byte) *run.Run {
	t.Helper()
	r, err := run.Open(spec, run.Options{Families: []run.Family{Entry.Family}, Own: own})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	ft.Train(t, r, 1)
	return r
}

func measured(r *run.Run) map[string]float64 {
	out := map[string]float64{}
	for _, m := range r.MeasureAll() {
		out[m.Key] = m.Value
	}
	return out
}

// A generator that is set by hand makes points of other data, or of the reader's own, and is measured against the data: two segments at a distance φ
// have JS log 2 at any, and φ is what has to be moved; other data are as far as they are, and fresh points of the same at the floor.
func TestSetByHand(t *testing.T) {
	for _, phi := range []float64{.25, 1} {
		r := opened(t, "family=empirical&data=csv&rows=400&q=csv", segments(phi))
		for _, x := range ft.Samples(t, r, 50) {
			if float64(x) < 0 || float64(x) > math.Max(1, phi) {
				t.Fatalf("a sample has the coordinate %g", x)
			}
		}
		m, scale := measured(r), float64(r.Experiment().(family.Learner).Points().Frame.Scale[0])
		if math.Abs(m["js"]-math.Ln2) > 1e-6 {
			t.Errorf("φ = %g: JS is %g, want log 2", phi, m["js"])
		}
		// 100 points of either kind, at chance heights, cannot be matched level: up to .1.
		if w := m["w1"] * scale; w < .99*phi || w > phi+.1 {
			t.Errorf("φ = %g: W₁ is %g", phi, w)
		}
	}
	r := opened(t, "family=empirical&data=moons&rows=5000&q=ring8", nil)
	if m := measured(r); m["js"] < .5 {
		t.Errorf("a ring among the moons has the JS %g", m["js"])
	}
	same := opened(t, "family=empirical&data=moons&rows=16384&q=moons", nil)
	for _, m := range same.Measure() {
		if m.Key == "js" && (m.Value < m.Floor/2 || m.Value > 2*m.Floor) {
			t.Errorf("fresh points of the moons have the JS %g, their floor is %g", m.Value, m.Floor)
		}
	}
	_, err := run.Open("family=empirical&data=csv&q=csv", run.Options{Families: []run.Family{Entry.Family}, Own: []byte("x,y\n1,2\n3,4\n")})
	var f *experiment.FieldError
	if !errors.As(err, &f) || f.Field != "q" || !strings.Contains(f.Allowed, "class") {
		t.Errorf("points without classes against themselves: %v", err)
	}
}

// Of three equal blobs a generator makes two: q is 3/2 p there and 0 on the third. JS is ½(⅓ log 2 + ⅔ log ⅘ + log 6/5), by its definition.
func TestTwoOfThreeBlobs(t *testing.T) {
	want := (math.Ln2/3 + 2./3*math.Log(.8) + math.Log(1.2)) / 2
	var own strings.Builder
	own.WriteString("x,y\n")
	modes := data.Disjoint.Modes()
	points := make([]float32, 2*9000)
	data.Disjoint.Sample(random.New(1, "empirical/blobs"), points)
	for i := 0; i < len(points); i += 2 {
		x, y := float64(points[i]), float64(points[i+1])
		if math.Hypot(x-modes[0].At[0], y-modes[0].At[1]) > math.Min(math.Hypot(x-modes[1].At[0], y-modes[1].At[1]), math.Hypot(x-modes[2].At[0], y-modes[2].At[1])) {
			fmt.Fprintf(&own, "%g,%g\n", x, y)
		}
	}
	r := opened(t, "family=empirical&data=disjoint&rows=6000&q=csv", []byte(own.String()))
	for _, m := range r.Measure() {
		if m.Key == "js" && math.Abs(m.Value-want) > 2*m.Floor {
			t.Errorf("JS is %g, want %g within twice the floor %g", m.Value, want, m.Floor)
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
