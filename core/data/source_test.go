package data

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"ganvas/core/random"
	"gonum.org/v1/gonum/floats"
)

// Every source in the catalogue passes every check that its interfaces allow.
func TestAll(t *testing.T) {
	checks := []struct {
		name  string
		check func(t *testing.T, s Source)
	}{
		{"deterministic", checkDeterministic},
		{"scale", checkScale},
		{"window", checkWindow},
		{"modes", checkModes},
		{"total", checkTotal},
		{"mass", checkMass},
		{"moments", checkMoments},
		{"histogram", checkHistogram},
		{"single", checkSingle},
	}
	for _, e := range All {
		for _, c := range checks {
			t.Run(e.Key+"/"+c.name, func(t *testing.T) { c.check(t, e.Source) })
		}
	}
}

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range All {
		if seen[e.Key] || e.Label == "" || e.Doc == "" {
			t.Errorf("entry %q is doubled, or has no label or sentence", e.Key)
		}
		seen[e.Key] = true
		if got, ok := Find(e.Key); !ok || got.Source != e.Source {
			t.Errorf("Find(%q) does not find it", e.Key)
		}
	}
	if _, ok := Find("no such"); ok {
		t.Error("Find finds what is not there")
	}
}

// draw returns n points of a source.
func draw(s Source, seed uint32, n int) []float32 {
	points := make([]float32, 2*n)
	s.Sample(random.New(seed, "data/test"), points)
	return points
}

func checkDeterministic(t *testing.T, s Source) {
	a, b, other := draw(s, 1, 100), draw(s, 1, 100), draw(s, 2, 100)
	if !slices.Equal(a, b) {
		t.Error("two samples of one seed differ")
	}
	if _, single := s.(Atom); slices.Equal(a, other) != single {
		t.Error("two seeds give the same sample, or two of an atom give different ones")
	}
}

// In training's units a coordinate's root mean square is about 1: within a tenth, which leaves room for published scales.
func checkScale(t *testing.T, s Source) {
	if _, single := s.(Atom); single {
		t.Skip("has no size")
	}
	points := draw(s, 3, 20000)
	FrameOf(s).In(points)
	sum := 0.0
	for _, v := range points {
		sum += float64(v) * float64(v)
	}
	if rms := math.Sqrt(sum / float64(len(points))); math.Abs(rms-1) > 0.1 {
		t.Errorf("root mean square in training's units is %.3f", rms)
	}
}

// The window holds all but outliers: of 20,000 points none of the catalogue's sources puts 1 in 1,000 outside.
func checkWindow(t *testing.T, s Source) {
	w, outside := WindowOf(s), 0
	points := draw(s, 4, 20000)
	for i := 0; i < len(points); i += 2 {
		if x, y := points[i], points[i+1]; x < w.Low[0] || x > w.High[0] || y < w.Low[1] || y > w.High[1] {
			outside++
		}
	}
	if outside > 20 {
		t.Errorf("%d of 20,000 points lie outside %v", outside, w)
	}
}

// All points of an atom are one.
func checkSingle(t *testing.T, s Source) {
	if _, single := s.(Atom); !single {
		t.Skip("has many points")
	}
	points := draw(s, 3, 1000)
	for i := 2; i < len(points); i++ {
		if points[i] != points[i%2] {
			t.Fatalf("point %d is another than the first", i/2)
		}
	}
}

// Modes have weights that sum to 1, and lie apart: their 3-sigma ellipses do not touch.
func checkModes(t *testing.T, s Source) {
	m, ok := s.(Moded)
	if !ok {
		t.Skip("has no modes")
	}
	modes, total := m.Modes(), 0.0
	for i, a := range modes {
		total += a.Weight
		for _, b := range modes[:i] {
			apart := floats.Distance(a.At, b.At, 2)
			if reach := 3 * (slices.Min(a.SD) + slices.Min(b.SD)); apart < reach {
				t.Errorf("modes at %v and %v lie %.2f apart, reach %.2f", a, b, apart, reach)
			}
		}
	}
	if math.Abs(total-1) > 1e-12 {
		t.Errorf("weights sum to %v", total)
	}
}

// spot is a point of a lattice and the mass that it stands for.
type spot struct{ x, y, mass float64 }

// lattices keeps what lattice has computed.
var lattices = map[Source][]spot{}

// lattice returns the midpoints of a lattice over the window, whose spacing h is a power of 2. Such a sum integrates a density
// blurred by noise of standard deviation s to about exp(-2π²s²/h²), and the checkerboard exactly.
func lattice(s Dense) (spots []spot, h float64) {
	w, across := WindowOf(s), 400.
	if _, ok := s.(*Curve); ok {
		across = 150 // their noise is a greater part of the window, and their densities are slower
	}
	h = math.Exp2(math.Floor(math.Log2(float64(w.High[0]-w.Low[0]) / across)))
	if lattices[s] == nil {
		for _, y := range midpoints(w.Low[1], w.High[1], h) {
			for _, x := range midpoints(w.Low[0], w.High[0], h) {
				lattices[s] = append(lattices[s], spot{x, y, s.Density(x, y) * h * h})
			}
		}
	}
	return lattices[s], h
}

func midpoints(a, b float32, h float64) (xs []float64) {
	for x := (math.Floor(float64(a)/h) + 0.5) * h; x < float64(b); x += h {
		xs = append(xs, x)
	}
	return xs
}

// The density integrates to 1. The window leaves out at most 1e-5 of it: it is drawn a sixth of its width beyond 4,096 points.
func checkTotal(t *testing.T, s Source) {
	d, ok := s.(Dense)
	if !ok {
		t.Skip("has no density")
	}
	spots, _ := lattice(d)
	total := 0.0
	for _, p := range spots {
		if !(p.mass >= 0) {
			t.Fatalf("density at %v, %v is negative", p.x, p.y)
		}
		total += p.mass
	}
	if math.Abs(total-1) > 1e-5 {
		t.Errorf("density integrates to %.9f", total)
	}
}

// Masses are the density's integrals over cells, and sum to 1 over the whole plane.
func checkMass(t *testing.T, s Source) {
	m, ok := s.(Massed)
	if !ok {
		t.Skip("has no masses")
	}
	spots, h := lattice(m)
	w, inf := WindowOf(s), math.Inf(1)
	edge := func(a, b float32, part float64) float64 { // on the lattice's own lines
		return h * math.Round((float64(a)+float64(b-a)*part)/h)
	}
	ex := []float64{-inf, edge(w.Low[0], w.High[0], .15), edge(w.Low[0], w.High[0], .43), edge(w.Low[0], w.High[0], .57), inf}
	ey := []float64{-inf, edge(w.Low[1], w.High[1], .28), edge(w.Low[1], w.High[1], .43), edge(w.Low[1], w.High[1], .7), inf}
	got, want := m.Mass(ex, ey), make([]float64, 16)
	for _, p := range spots {
		want[cell(ey, p.y)*4+cell(ex, p.x)] += p.mass
	}
	total := 0.0
	for k, g := range got {
		total += g
		// A lattice sum that ends at an edge is off by its boundary term, h²/24 times the density's slope there, along the
		// edge. Worst in the catalogue are curves with an edge along half a unit of them: a slope of exp(-½)/(L s² √2π),
		// for the moons 4, gives 8e-5 an edge.
		if math.Abs(g-want[k]) > 2e-4 {
			t.Errorf("cell %d has mass %.7f, its density integrates to %.7f", k, g, want[k])
		}
	}
	if math.Abs(total-1) > 1e-9 {
		t.Errorf("masses sum to 1%+.1e", total-1)
	}
}

// cell returns the interval that v lies in.
func cell(edges []float64, v float64) int {
	i := 0
	for v >= edges[i+1] {
		i++
	}
	return i
}

// Means and covariances of a sample are the density's, to 5 standard errors: of a covariance, 5 sqrt(E x²y² / n).
func checkMoments(t *testing.T, s Source) {
	d, ok := s.(Dense)
	if !ok {
		t.Skip("has no density")
	}
	const n = 100000
	features := func(x, y float64) [5]float64 { return [5]float64{x, y, x * x, x * y, y * y} }
	var want, square, got [5]float64
	spots, h := lattice(d)
	for _, p := range spots {
		for k, f := range features(p.x, p.y) {
			want[k] += p.mass * f
			square[k] += p.mass * f * f
		}
	}
	points := draw(s, 5, n)
	for i := 0; i < len(points); i += 2 {
		for k, f := range features(float64(points[i]), float64(points[i+1])) {
			got[k] += f / n
		}
	}
	for k := range got {
		se := math.Sqrt((square[k] - want[k]*want[k]) / n)
		if math.Abs(got[k]-want[k]) > 5*se+1e-4*h {
			t.Errorf("moment %d of a sample is %.5f, of the density %.5f ± %.5f", k, got[k], want[k], se)
		}
	}
}

// A histogram of 50,000 points over 24 by 24 cells agrees with the cells' masses: its chi-square stays under the quantile that
// a right sampler exceeds once in a million seeds.
func checkHistogram(t *testing.T, s Source) {
	m, ok := s.(Massed)
	if !ok {
		t.Skip("has no masses")
	}
	const n, side = 50000, 24
	w := WindowOf(s)
	xs, ys := edges(w.Low[0], w.High[0], side), edges(w.Low[1], w.High[1], side)
	masses, counts := m.Mass(xs, ys), make([]float64, (side+2)*(side+2))
	points := draw(s, 6, n)
	for i := 0; i < len(points); i += 2 {
		counts[cell(ys, float64(points[i+1]))*(side+2)+cell(xs, float64(points[i]))]++
	}
	chi2, cells, rareWant, rareGot := 0.0, 0, 0.0, 0.0
	add := func(got, want float64) { chi2 += (got - want) * (got - want) / want; cells++ }
	for k, p := range masses {
		if p*n < 5 { // the usual rule: pool what is too rare for the normal approximation
			rareWant, rareGot = rareWant+p*n, rareGot+counts[k]
			continue
		}
		add(counts[k], p*n)
	}
	if rareWant >= 5 {
		add(rareGot, rareWant)
	} else if rareGot > 30 {
		t.Errorf("%v points where %.2f are due", rareGot, rareWant)
	}
	if limit := (distuv.ChiSquared{K: float64(cells - 1)}).Quantile(1 - 1e-6); chi2 > limit {
		t.Errorf("chi-square %.1f over %d cells, limit %.1f", chi2, cells, limit)
	}
}

// edges cuts [a, b] into n cells, with one more to either side.
func edges(a, b float32, n int) []float64 {
	e := []float64{math.Inf(-1)}
	for i := range n + 1 {
		e = append(e, float64(a)+float64(b-a)*float64(i)/float64(n))
	}
	return append(e, math.Inf(1))
}
