package data

import (
	"math"
	"testing"

	"ganvas/core/random"
)

// drawnFrom is n points of a source, given as a file would give them.
func drawnFrom(t *testing.T, s Source, n int, seed uint32) Finite {
	t.Helper()
	values := make([]float32, Size(s)*n)
	s.Sample(random.New(seed, "data/clumps"), values)
	p, err := NewPoints(values, make([]string, Size(s))...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Files of the catalogue's shapes fall into as many parts as their laws have that do not touch, whatever the seed; a few stragglers join none.
func TestClumpsAreTheParts(t *testing.T) {
	for key, parts := range map[string]int{
		"circles": 2, "disjoint": 3, "ring8": 8, "ring8-sharp": 8, "grid25": 25, "two1": 2,
		"ring": 1, "line": 1, "swissroll": 1, "gaussians": 1, "checkerboard": 1, "normal1": 1, "uniform1": 1, "skewed1": 1,
	} {
		e, _ := Find(key)
		right := 0
		const files = 10
		for seed := range uint32(files) {
			shares := Clumps(drawnFrom(t, e.Source, 2048, seed))
			sum := 0.0
			for _, s := range shares {
				sum += s
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Fatalf("%s: shares %v", key, shares)
			}
			if len(shares) == parts {
				right++
			}
		}
		if t.Logf("%s: %d of %d files have %d parts", key, right, files, parts); right < files*8/10 {
			t.Errorf("%s: %d of %d files have %d parts", key, right, files, parts)
		}
	}
}

// A whole is cut into the fewest equal parts of which clumps are made.
func TestEqualParts(t *testing.T) {
	for _, c := range []struct {
		shares []float64
		parts  int
	}{
		{[]float64{1}, 1}, {[]float64{.5, .5}, 2}, {[]float64{.53, .47}, 2}, {[]float64{.667, .333}, 3}, {[]float64{.75, .25}, 4},
		{[]float64{.34, .33, .33}, 3}, {[]float64{.97, .03}, 1},
	} {
		if got := Equal(c.shares); got != c.parts {
			t.Errorf("%v is cut into %d parts, want %d", c.shares, got, c.parts)
		}
	}
}

// A column is told to be normal or uniform where it is, in nine files of ten, and where it is neither in none.
func TestFollows(t *testing.T) {
	const draws = 100
	for name, c := range map[string]struct {
		of              func(r *random.Source) float64
		normal, uniform bool
	}{
		"normal":      {func(r *random.Source) float64 { return 4 + 1.25*float64(r.Normal()) }, true, false},
		"uniform":     {func(r *random.Source) float64 { return float64(r.Float32())*30 - 7 }, false, true},
		"exponential": {func(r *random.Source) float64 { return -math.Log(1 - float64(r.Float32())) }, false, false},
		"two bumps":   {func(r *random.Source) float64 { return float64(3*r.IntN(2)) + float64(r.Normal()) }, false, false},
		"arcsine":     {func(r *random.Source) float64 { return math.Sin(2 * math.Pi * float64(r.Float32())) }, false, false},
	} {
		normal, uniform := 0, 0
		for draw := range draws {
			r, rows := random.New(uint32(draw), "data/follows"), Rows{Names: []string{"x"}}
			for range 1500 {
				rows.Values = append(rows.Values, c.of(r))
			}
			p, err := rows.Source()
			if err != nil {
				t.Fatal(err)
			}
			if Follows(p, NormalLaw) {
				normal++
			}
			if Follows(p, UniformLaw) {
				uniform++
			}
		}
		if c.normal && normal < 9*draws/10 || !c.normal && normal > draws/20 {
			t.Errorf("%s: %d of %d files are normal", name, normal, draws)
		}
		if c.uniform && uniform < 9*draws/10 || !c.uniform && uniform > draws/20 {
			t.Errorf("%s: %d of %d files are uniform", name, uniform, draws)
		}
	}
}
