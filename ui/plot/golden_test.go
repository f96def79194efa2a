package plot

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// The scene of the golden pictures: a ring of eight, samples of which half have found it, units that are planes in all directions, and weights that
// are waves. Nothing of it is by chance.
const goldenUnits = 12

func goldenRing(n int, radius func(i int) float64) (xy []float32) {
	for i := range n {
		angle := 2*math.Pi*float64(i%8)/8 + .09*math.Sin(7.3*float64(i))
		r := radius(i)
		xy = append(xy, float32(r*math.Cos(angle)), float32(r*math.Sin(angle)))
	}
	return xy
}

func goldenWeights(n int) (w []float32) {
	for i := range n {
		w = append(w, float32(math.Sin(1.7*float64(i)+.3)))
	}
	return w
}

func goldenScene() MachineScene {
	s := MachineScene{
		Real:    goldenRing(160, func(i int) float64 { return 2 + .1*math.Sin(3.1*float64(i)) }),
		Samples: goldenRing(160, func(i int) float64 { return 1.1 + .9*float64(i%5)/5 }),
		Reach:   3, Window: Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Inputs: [2]int{2, 2}, Above: [2]string{"2 hidden layers", "2 hidden layers"},
		Losses: [2]float64{.654, .741}, Number: func(v float64) string { return Fixed(v, 3) },
	}
	for i := range 160 {
		s.Noise = append(s.Noise, float32(2*math.Sin(2.3*float64(i))), float32(2*math.Cos(3.7*float64(i))))
		s.Verdicts = append(s.Verdicts, float32(.5+.09*math.Sin(5.1*float64(i))+.04*math.Copysign(1, 79.5-float64(i))))
	}
	s.Weights = [2][]float32{goldenWeights(2*goldenUnits + goldenUnits*goldenUnits + 2*goldenUnits), goldenWeights(2*goldenUnits + goldenUnits*goldenUnits + goldenUnits)}
	s.Theory = [2]*Reference{{Value: math.Ln2, Name: "log 2"}, {Value: math.Ln2, Name: "log 2"}}
	return s
}

func goldenStepping() *MachineStepping {
	return &MachineStepping{
		Lit: PartD | PartSamples | PartG, Returns: 2, Noise: []float32{.6, -.4}, Real: []float32{1.41, 1.41}, Made: []float32{.2, 1.2},
		Push: []float32{.3, .2}, Pushes: goldenWeights(320), After: []float32{.5, 1.4}, Says: []float64{.56, .43},
	}
}

// goldenSmall is what the small machine has besides.
func goldenSmall(s *MachineScene) {
	const side = 17
	s.Sheet, s.Field.Size = [2]int{side, side}, side
	for i := range side * side {
		u, v := float64(i%side)/8-1, float64(i/side)/8-1
		s.Bent = append(s.Bent, float32(2.2*u+.5*v*v), float32(2.2*v-.6*math.Sin(3*u)))
		s.Field.D = append(s.Field.D, float32(.5+.3*math.Tanh(u*u+v*v-.5)))
	}
}

func goldenCharts(th Theme) []Chart {
	n := 600
	curve := func(f func(x float64) float64) (values []float32) {
		for i := range n {
			values = append(values, float32(f(float64(i+1))))
		}
		return values
	}
	wave := func(x float64) float64 { return .02 * math.Sin(2.7*x) }
	losses := Losses(lossTrace(1, curve(func(x float64) float64 { return .69 - .2/math.Sqrt(x) + wave(x) }), curve(func(x float64) float64 { return .72 + .5/math.Sqrt(x) + wave(1.3*x) })), th,
		LossOptions{D: &Reference{Value: math.Ln2, Name: "log 2"}})
	losses.Smooth, losses.Events = 12, []Event{{Step: 250, Text: "D’s learning rate 0.03"}}
	js := curve(func(x float64) float64 { return .6/math.Sqrt(x) + .004 })
	measures := Chart{Stride: 1, Exact: true, ChartOptions: ChartOptions{Log: true}, Curves: []Curve{{Name: "JS", Values: js, Colour: th.Text}, {Name: "KL", Values: curve(func(x float64) float64 { return 2/math.Sqrt(x) + .01 }), Colour: th.Text, Dashed: true}},
		Bands: []Band{{Lo: .002, Hi: .004, Name: "a perfect generator"}}}
	part := losses
	part.ChartOptions = part.Looked(200, 400)
	return []Chart{losses, measures, part}
}

// Golden pictures, in both themes, of what the page draws without a graphics card: the machine, a step-through of it, and charts, as text that any
// browser shows. What changes them must be looked at.
func TestGoldenDrawings(t *testing.T) {
	for _, th := range Themes {
		hidden := []int{goldenUnits, goldenUnits}
		scene := goldenScene()
		golden(t, "machine-"+th.Key+".svg", []byte(LayMachine(1392, 560, hidden, hidden).SVG(th, scene)))
		scene.Stepping = goldenStepping()
		golden(t, "stepping-"+th.Key+".svg", []byte(LayMachine(1392, 430, hidden, hidden).SVG(th, scene)))
		scene.Stepping = nil
		goldenSmall(&scene)
		golden(t, "small-"+th.Key+".svg", []byte(LaySmall(624, 330).SVG(th, scene)))
		golden(t, "narrow-"+th.Key+".svg", []byte(LaySmall(344, 420).SVG(th, scene)))
		for i, c := range goldenCharts(th) {
			golden(t, []string{"losses-", "measures-", "part-"}[i]+th.Key+".svg", []byte(c.SVG(Size{W: 424, H: 240, Scale: 1}, th, []float64{300, math.NaN(), 300}[i])))
		}
	}
}

// And of what is pixels: units' responses, the film strip's pictures of a plane, of a line and of nothing, maps inside a network, and a sheet of images
// as on the latent map.
func TestGoldenPixels(t *testing.T) {
	for _, th := range Themes {
		var units []float32
		for k := range 6 {
			for i := range probe.MachineSide * probe.MachineSide {
				x, y := float64(i%probe.MachineSide)/probe.MachineSide-.5, float64(i/probe.MachineSide)/probe.MachineSide-.5
				units = append(units, float32(math.Max(0, x*math.Cos(float64(k))+y*math.Sin(float64(k)))))
			}
		}
		goldenPixels(t, "units-"+th.Key+".png", probe.MachineSide, Responses(th, units))

		var film []byte
		real := Small(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, goldenScene().Real)
		for k := range 4 {
			shot := Shot{Step: uint64(k), Samples: Small(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, goldenRing(120, func(i int) float64 { return .5*float64(k) + .3*math.Sin(float64(i)) }))}
			for i := range shotSide * shotSide {
				shot.Field = append(shot.Field, int8(float64(30*k)*math.Sin(float64(i%shotSide)/3)))
			}
			film = append(film, Thumb(54, th, real, &shot)...)
		}
		goldenPixels(t, "film-"+th.Key+".png", 54, append(film, Thumb(54, th, real, nil)...))

		m := MapsOf([]int{7, 7, 12})
		w, _ := m.Size()
		goldenPixels(t, "layers-"+th.Key+".png", w, m.Pixels(th, goldenWeights(m.Len()), 1))

		images := make([]byte, 3*4*12*12)
		for i := range images {
			images[i] = uint8(128 + 127*math.Sin(float64(i)/9)*math.Cos(float64(i/12)/5))
		}
		sheet := wire.Bytes(probe.LatentMap, images, 3, 4, 12, 12, 1)
		goldenPixels(t, "latent-"+th.Key+".png", 4*12, Pixels(nil, sheet, th))
	}
}

// golden holds a text to its file.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden: %v; look at it and write it with -update", err)
	}
	if !bytes.Equal(got, want) {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("%s differs, from byte %d: %q, want %q", name, i, around(got, i), around(want, i))
	}
	if strings.HasSuffix(name, ".svg") {
		wellFormed(t, string(got))
	}
}

func around(text []byte, i int) []byte { return text[max(0, i-30):min(len(text), i+50)] }

// goldenPixels holds rows of pixels of a width to their file, in every byte.
func goldenPixels(t *testing.T, name string, width int, rgba []byte) {
	t.Helper()
	m := &image.NRGBA{Pix: rgba, Stride: 4 * width, Rect: image.Rect(0, 0, width, len(rgba)/4/width)}
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
		return
	}
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatalf("no golden: %v; look at it and write it with -update", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != m.Rect {
		t.Fatalf("%s is %v, want %v", name, m.Rect, want.Bounds())
	}
	for y := range m.Rect.Dy() {
		for x := range width {
			r, g, b, a := m.At(x, y).RGBA()
			if R, G, B, A := want.At(x, y).RGBA(); r != R || g != G || b != B || a != A {
				t.Fatalf("%s differs at %d, %d: %v, want %v", name, x, y, m.At(x, y), want.At(x, y))
			}
		}
	}
}
