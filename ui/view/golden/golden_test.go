//go:build display

package golden

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"ganvas/core/picture"
	"ganvas/core/wire"
	"ganvas/ui/plot"
	"ganvas/ui/view"

	"github.com/hajimehoshi/ebiten/v2"
)

// everything is what most drawings show.
const everything = picture.Field | picture.Boundary | picture.Manifold | picture.Real | picture.Generated | picture.Arrows

// drawing is one panel drawn in one way.
type drawing struct {
	name  string
	panel view.Panel
	s     *wire.Snapshot
	w, h  int // device pixels
	look  view.Look
}

func pictures() []drawing {
	s, dense, even := scene(800), scene(20000), equilibrium()
	var all []drawing
	for _, t := range plot.Themes {
		look := view.Look{Theme: t, Scale: 1}
		sharp := view.Look{Theme: t, Scale: 2}
		plane := func(l picture.Layers) view.Panel { return &view.Distribution{Shown: view.Shown{Layers: l}} }
		samples := picture.Field | picture.Real | picture.Generated
		all = append(all,
			drawing{"plane-" + t.Key, plane(everything), s, 700, 700, look},
			drawing{"sharp-" + t.Key, plane(samples | picture.Arrows), s, 640, 480, sharp},
			drawing{"small-" + t.Key, plane(everything), s, 350, 350, look},
			drawing{"thumb-" + t.Key, plane(everything), s, 160, 120, look},
			drawing{"dense-" + t.Key, plane(picture.Real | picture.Generated), dense, 350, 350, look},
			drawing{"manifold-" + t.Key, plane(picture.Manifold), s, 350, 350, look},
			drawing{"unbent-" + t.Key, &view.Distribution{Shown: view.Shown{Layers: picture.Manifold, Unbent: 0.6}}, s, 350, 350, look},
			drawing{"equilibrium-" + t.Key, plane(everything), even, 350, 350, look},
			drawing{"empty-" + t.Key, plane(everything), nil, 160, 120, look},
		)
	}
	return all
}

func TestGolden(t *testing.T) {
	for _, p := range pictures() {
		t.Run(p.name, func(t *testing.T) { compare(t, p.name, draw(t, p)) })
	}
}

// draw puts the panel in the middle of a larger image, as on a stage, and reads it back. The panel must not draw outside itself.
func draw(t *testing.T, p drawing) *image.RGBA {
	t.Helper()
	const edge = 13
	whole := ebiten.NewImage(p.w+2*edge, p.h+2*edge)
	defer whole.Deallocate()
	inner := image.Rect(edge, edge, edge+p.w, edge+p.h)
	p.panel.Draw(whole.SubImage(inner).(*ebiten.Image), p.s, p.look)

	all := image.NewRGBA(whole.Bounds())
	whole.ReadPixels(all.Pix)
	out := image.NewRGBA(image.Rect(0, 0, p.w, p.h))
	for y := range all.Rect.Dy() {
		for x := range all.Rect.Dx() {
			c := all.RGBAAt(x, y)
			if (image.Point{X: x, Y: y}).In(inner) {
				out.SetRGBA(x-edge, y-edge, c)
			} else if c.A != 0 {
				t.Fatalf("the panel drew outside itself, at %d, %d", x-edge, y-edge)
			}
		}
	}
	return out
}

// Pictures may differ by the rounding of another GPU or driver: in no pixel by more than loud levels of 255 but for a few, and on
// average by less than quiet.
const (
	loud  = 24
	few   = 1e-3
	quiet = 0.5
)

// compare holds a picture to its golden, and saves what differs.
func compare(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		save(t, path, got)
		return
	}
	want := load(t, path)
	if want.Rect != got.Rect {
		t.Fatalf("%s is %v, its golden %v", name, got.Rect.Size(), want.Rect.Size())
	}
	diff, mean, share := difference(got, want)
	if mean < quiet && share < few {
		return
	}
	dir := filepath.Join(os.TempDir(), "ganvas-golden")
	save(t, filepath.Join(dir, name+".got.png"), got)
	save(t, filepath.Join(dir, name+".diff.png"), diff)
	t.Errorf("%s differs from %s: by %.3f of 255 on average, by more than %d in %.3f %% of the pixels; see %s", name, path, mean, loud, 100*share, dir)
}

// difference is the pixels' greatest differences as a picture, their mean, and the share of those over loud.
func difference(a, b *image.RGBA) (diff *image.Gray, mean, share float64) {
	diff = image.NewGray(a.Rect)
	sum, over := 0.0, 0
	for i := range diff.Pix {
		d := 0
		for k := range 4 {
			d = max(d, abs(int(a.Pix[4*i+k])-int(b.Pix[4*i+k])))
		}
		sum += float64(d)
		if d > loud {
			over++
		}
		diff.Pix[i] = uint8(min(255, 8*d))
	}
	n := float64(len(diff.Pix))
	return diff, sum / n, float64(over) / n
}

func abs(v int) int { return max(v, -v) }

func save(t *testing.T, path string, m image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, m); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("no golden: %v; look at it and write it with -update", err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	out := image.NewRGBA(m.Bounds())
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			out.Set(x, y, color.RGBAModel.Convert(m.At(x, y)))
		}
	}
	return out
}
