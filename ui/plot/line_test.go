package plot

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// onLine is a snapshot of a run on the line from -1 to 3.
func onLine() *wire.Snapshot {
	return &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.LineWindow, []float32{-1, 3}, 2),
		wire.Floats(probe.LineReal, []float32{0, 0, 0, 1}, 4),
		wire.Floats(probe.LineSamples, []float32{1, 1, 7, 2}, 4),
		wire.Floats(probe.LineField, []float32{1, .5, 0}, 3),
		wire.Floats(probe.LineOptimal, []float32{1, .5, .25}, 3),
		wire.Floats(probe.LineDescent, []float32{1, -1, 0, .5}, 4),
		wire.Floats(probe.LineMap, []float32{0, 1, 2}, 1, 3),
	}}
}

// Histograms are densities: they sum to the share of the samples that lie in the window, and the highest leaves a little room above it.
func TestHistogramsAreDensities(t *testing.T) {
	l := Line{Frame: Frame{X: Scale{-1, 3, 0, 400}}}
	width := 4. / lineBins
	for _, c := range []struct {
		x    []float32
		want float64
	}{{[]float32{0, 0, 0, 1}, 1}, {[]float32{1, 1, 7, 2}, .75}, {[]float32{float32(math.NaN()), -9}, 0}} {
		sum := 0.
		for _, v := range l.histogram(c.x) {
			sum += float64(v) * width
		}
		if math.Abs(sum-c.want) > 1e-6 {
			t.Errorf("the density of %v has a mass of %v, want %v", c.x, sum, c.want)
		}
	}
	l, ok := LineOf(onLine(), Size{400, 300, 1})
	most := float32(0)
	for _, v := range append(l.real, l.made...) {
		most = max(most, v)
	}
	if !ok || math.Abs(float64(most)-1/lineFull) > 1e-6 {
		t.Errorf("the highest bin takes %v of the height", most)
	}
}

func TestValuesOverTheLine(t *testing.T) {
	l, _ := LineOf(onLine(), Size{400, 300, 1})
	for _, c := range []struct {
		x, want float64
		ok      bool
	}{{0, 1, true}, {100, .75, true}, {200, .5, true}, {400, 0, true}, {401, 0, false}} {
		if v, ok := l.At(onLine(), probe.LineField, c.x); ok != c.ok || math.Abs(v-c.want) > 1e-6 {
			t.Errorf("at %v D is %v, %v", c.x, v, ok)
		}
	}
	if l.Y.Of(1) >= l.Y.Of(.5) || l.Y.Of(0) != l.Bottom() || l.Latent <= l.Bottom() {
		t.Errorf("the axes lie at %v, %v and %v", l.Y.Of(1), l.Bottom(), l.Latent)
	}
	if _, ok := LineOf(&wire.Snapshot{}, Size{400, 300, 1}); ok {
		t.Error("a run without a line has one")
	}
}

// Each layer adds something of its own, and all stay within the picture but for the width of a stroke.
func TestLayersOfALine(t *testing.T) {
	s := onLine()
	l, _ := LineOf(s, Size{400, 300, 1})
	count := func(shown picture.Layers) (n int) {
		var g Geometry
		l.Draw(&g, s, shown, Light)
		for _, b := range g.Batches {
			n += len(b.Vertices)
			for _, v := range b.Vertices {
				if v.X < -3 || v.X > 403+50 || v.Y < -3 || v.Y > 303 || v.X != v.X || v.Y != v.Y {
					t.Fatalf("%v draws at %v, %v", shown, v.X, v.Y)
				}
			}
		}
		return n
	}
	none := count(0)
	for _, y := range picture.AllLayers {
		onPlane := slices.ContainsFunc(y.Of, func(name string) bool { return slices.Contains(planar, name) })
		if y.Bit != picture.Manifold && !onPlane && count(y.Bit) <= none { // the map is always there
			t.Errorf("%s adds nothing", y.Key)
		}
	}
}

// planar are the probes of layers that a line has not.
var planar = []string{probe.Density, probe.Components, probe.Score, probe.Path, probe.Restored}

func TestDashesAreHalfOfALine(t *testing.T) {
	var g Geometry
	g.dashes([]Point{{0, 0}, {60, 0}, {60, 40}}, 1, 10, RGBA{0, 0, 0, 1})
	n := 0
	for _, b := range g.Batches {
		n += len(b.Indices)
	}
	var one Geometry
	one.Stroke([]Point{{0, 0}, {10, 0}}, 1, RGBA{0, 0, 0, 1})
	if each := len(one.Batches[0].Indices); n < 5*each || n > 7*each {
		t.Errorf("100 pixels in dashes of 10 take %d indices, a dash %d", n, each)
	}
}
