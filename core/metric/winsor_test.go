package metric

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// givenOf is a target of given points of two coordinates.
func givenOf(t *testing.T, points []float32) *Target {
	t.Helper()
	all, err := data.NewPoints(points, "x", "y")
	if err != nil {
		t.Fatal(err)
	}
	train, held, err := all.Split(random.New(1, "data/split"), len(points)/8)
	if err != nil {
		t.Fatal(err)
	}
	return NewGiven(train, held)
}

// distances are the measures that one point far out can make as large as it likes.
var distances = []Measure{Frechet, Marginals, Sliced, Transport, Energy}

// Of given points a few far out are as far out as the others: a hundred times farther changes no distance. Of a law it does.
func TestFewPointsFarOutAreNoFarther(t *testing.T) {
	for _, m := range distances {
		file := some(gauss(0, 0, 1), "file", 800)
		fresh := some(gauss(0, 0, 1), "fresh", 600)
		target, law := givenOf(t, file), NewTarget(gauss(0, 0, 1))
		at := func(target *Target, far float32) float64 {
			g := slices.Clone(fresh)
			g[0], g[1] = far, -far
			v, err := m.Compute(target.Samples(g, target.points(random.New(2, "real"), 1200)))
			if err != nil {
				t.Fatal(m.Key, err)
			}
			return v
		}
		if a, b := at(target, 10), at(target, 1000); a != b {
			t.Errorf("%s of given points: %g, a hundred times farther %g", m.Key, a, b)
		}
		if a, b := at(law, 10), at(law, 1000); a >= b {
			t.Errorf("%s of a law: %g, a hundred times farther %g", m.Key, a, b)
		}
	}
}

// A generator that is elsewhere is not drawn in: beside a segment, one at any distance is at that distance, and a cloud moved by a is moved by a but
// for its last twentieth.
func TestDistancesToElsewhereAreWhole(t *testing.T) {
	r := random.New(3, "segment")
	segment := make([]float32, 800)
	for i := 1; i < len(segment); i += 2 {
		segment[i] = r.Float32()
	}
	moved := func(points []float32, a float32) []float32 {
		points = slices.Clone(points)
		for i := 0; i < len(points); i += 2 {
			points[i] += a
		}
		return points
	}
	cloud := some(gauss(0, 0, 1), "cloud", 800)
	for _, c := range []struct {
		points []float32
		within float64 // training's units
	}{{segment, 1e-5}, {cloud, .03}} {
		target := givenOf(t, c.points)
		for _, a := range []float32{.5, 3, 40} {
			want := float64(a / target.Frame.Scale[0])
			got, err := Marginals.Compute(target.Samples(moved(c.points, a), c.points))
			if err != nil || math.Abs(2*got-want) > c.within {
				t.Errorf("moved by %g it is %g away, want %g (%v)", a, 2*got, want, err)
			}
			got, err = Frechet.Compute(target.Samples(moved(c.points, a), c.points))
			if err != nil || math.Abs(math.Sqrt(got)-want) > 2*c.within {
				t.Errorf("moved by %g the root of Fréchet's is %g, want %g (%v)", a, math.Sqrt(got), want, err)
			}
		}
	}
}
