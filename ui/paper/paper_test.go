package paper

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// two is a run of which everything is known: the window from -1 to 1, one real point at (-½, ½), one generated at (½, -½), D = 1 at the left and 0 at
// the right, and two losses.
func two() *wire.Snapshot {
	const n = 8
	d := make([]float32, n*n)
	for i := range d {
		if d[i] = 1; i%n >= n/2 {
			d[i] = 0
		}
	}
	return &wire.Snapshot{Step: 4, Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{-1, -1, 1, 1}, 4),
		wire.Floats(probe.Real, []float32{-.5, .5}, 1, 2), wire.Floats(probe.Samples, []float32{.5, -.5}, 1, 2),
		wire.Floats(probe.Field, d, n, n),
	}, Trace: wire.Trace{Stride: 1, Columns: []wire.Column{
		{Key: probe.LossD, Values: []float32{1, 2, 3, 4}}, {Key: probe.LossG, Values: []float32{4, 3, 2, 1}},
	}}}
}

func figure(panels ...string) Figure {
	return Figure{Snapshot: two(), Spec: experiment.Default(), Theme: plot.Light, Panels: panels, Layers: app.DefaultLayers, Width: 200}
}

func write(t *testing.T, f Figure, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Points stand where the window puts them, in the colours of the theme, over a field that is blue where D says real.
func TestPNGHasThePlane(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(write(t, figure(Plane), "png")))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 400 || b.Dy() != 400 {
		t.Fatalf("the picture is %v", b)
	}
	at := func(x, y float64) color.NRGBA {
		return color.NRGBAModel.Convert(img.At(int(400*x), int(400*y))).(color.NRGBA)
	}
	near := func(what string, got, want color.NRGBA) {
		for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
			if d*d > 9 {
				t.Errorf("%s is %v, want %v", what, got, want)
				return
			}
		}
	}
	near("the generated point", at(.75, .75), solid(plot.Light.Generated.Ink))
	real := at(.25, .25)
	if int(real.B)-int(real.R) < 60 {
		t.Errorf("the real point is %v, not blue", real)
	}
	left, right := at(.2, .6), at(.8, .4)
	if left.B <= left.R || right.R <= right.B {
		t.Errorf("the field is %v where D says real and %v where it says generated", left, right)
	}
}

// An SVG is well-formed, as large as asked for, and holds a circle for each point with its rim, and every label of the axes.
func TestSVGHasMarksAndLabels(t *testing.T) {
	f := figure(Plane, "losses")
	text := string(write(t, f, "svg"))
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if w, h := f.Size(); w != 200 || h != 200+64+titleRoom || !strings.Contains(text, `width="150pt" height="217.5pt"`) {
		t.Errorf("the figure is %g by %g, and its text begins %.200s", w, h, text)
	}
	if n := strings.Count(text, plot.Light.Generated.Ink.Hex()); n == 0 && !strings.Contains(text, strings.ToUpper(plot.Light.Generated.Ink.Hex())) {
		t.Error("nothing has the colour of what is generated")
	}
	frame := plot.PlaneOf(f.Snapshot, plot.Size{W: 200, H: 200, Scale: 1})
	for _, k := range frame.XTicks {
		if k.Pixel > 24 && k.Pixel < 176 && !strings.Contains(text, ">"+k.Label+"<") {
			t.Errorf("the label %s is missing", k.Label)
		}
	}
	if !strings.Contains(text, ">Losses<") || !strings.Contains(text, ">L_D<") {
		t.Error("the chart has no title or no keys")
	}
}

func TestPDFIsOne(t *testing.T) {
	b := write(t, figure(Plane, "losses", "verdicts"), "pdf")
	if !bytes.HasPrefix(b, []byte("%PDF-")) || !bytes.Contains(b, []byte("%%EOF")) || !bytes.Contains(b, []byte("/MediaBox")) {
		t.Errorf("it begins with %q", b[:20])
	}
}

func TestUnknownFormatIsRefused(t *testing.T) {
	if err := figure(Plane).Write(io.Discard, "bmp"); err == nil || !strings.Contains(err.Error(), "bmp") || !strings.Contains(err.Error(), "svg") {
		t.Errorf("the error is %v", err)
	}
}

// A curve with a gap is two lines, and a spike is cut at the frame.
func TestCurvesHaveGaps(t *testing.T) {
	nan := float32(math.NaN())
	c := plot.Chart{Stride: 1, Curves: []plot.Curve{{Name: "x", Values: []float32{1, 2, nan, 3, 1e9}}}}
	a := c.Axes(plot.Size{W: 100, H: 100, Scale: 1})
	a.Lo, a.Hi = 0, 4
	got := pieces(c, a, c.Curves[0].Values)
	if len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 2 {
		t.Fatalf("pieces %v", got)
	}
	if y := float64(got[1][1].Y); y != a.Top-3 {
		t.Errorf("the spike ends at %g, want %g", y, a.Top-3)
	}
	if y := float64(got[0][0].Y); math.Abs(y-(a.Bottom-(a.Bottom-a.Top)/4)) > 1e-4 {
		t.Errorf("1 of 4 lies at %g", y)
	}
}

// A stroke of some width is a polygon as wide, though its geometry has room for a soft rim.
func TestStrokesAreAsWideAsAskedFor(t *testing.T) {
	var g plot.Geometry
	g.Stroke([]plot.Point{{X: 10, Y: 20}, {X: 30, Y: 20}}, 4, plot.Light.Text.Alpha(1))
	v := g.Batches[0].Vertices
	a, d := narrow(v[0], v[3])
	if w := math.Abs(float64(a.Y - d.Y)); math.Abs(w-4) > 1e-5 {
		t.Errorf("the stroke is %g wide", w)
	}
}
