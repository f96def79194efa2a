package view

import (
	"image"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Wall is images side by side, with the discriminator's verdict under each, and a wedge on those that it takes for what they are not: real ones or
// generated.
type Wall struct {
	images, verdict, classes string // the probes that it shows

	brush  brush
	marks  plot.Geometry
	sheet  *ebiten.Image // all images without what is between them
	pixels []byte
}

func realWall() Panel {
	return &Wall{images: probe.RealImages, verdict: probe.RealVerdict, classes: probe.RealImagesClass}
}

func generatedWall() Panel {
	return &Wall{images: probe.Images, verdict: probe.ImagesVerdict, classes: probe.ImagesAsked}
}

// Choose implements Panel: there is nothing to choose.
func (*Wall) Choose(Shown) bool { return false }

// Draw implements Panel.
func (w *Wall) Draw(dst *ebiten.Image, s *wire.Snapshot, look Look) {
	dst.Fill(page(look.Theme))
	images := s.Array(w.images)
	place := plot.WallOf(size(dst, look), images, len(s.Bytes(w.classes)) > 0)
	if place.Across == 0 {
		return
	}
	w.drawImages(dst, images, place, look.Theme)
	w.drawVerdicts(dst, s.Floats(w.verdict), plot.ReachOf(s.Floats(probe.RealVerdict), s.Floats(probe.ImagesVerdict)), place, look)
}

func (w *Wall) drawImages(dst *ebiten.Image, images wire.Array, place plot.Wall, t plot.Theme) {
	high, wide := images.Dim(2), images.Dim(3)
	all := image.Rect(0, 0, place.Stride*wide, place.Down*high)
	if w.sheet == nil || w.sheet.Bounds() != all {
		if w.sheet != nil {
			w.sheet.Deallocate()
		}
		w.sheet = ebiten.NewImage(all.Dx(), all.Dy())
	}
	w.pixels = plot.Pixels(w.pixels, images, t)
	w.sheet.WritePixels(w.pixels)
	origin := dst.Bounds().Min
	for _, i := range place.Shown() {
		x, y := place.Corner(i)
		from := image.Rect(0, 0, wide, high).Add(image.Pt(i%place.Stride*wide, i/place.Stride*high))
		var o ebiten.DrawImageOptions
		o.GeoM.Scale(place.Width/float64(wide), place.Height/float64(high))
		o.GeoM.Translate(x+float64(origin.X), y+float64(origin.Y))
		dst.DrawImage(w.sheet.SubImage(from).(*ebiten.Image), &o)
	}
}

func (w *Wall) drawVerdicts(dst *ebiten.Image, verdict []float32, reach float64, place plot.Wall, look Look) {
	t := look.Theme
	if len(verdict) < place.Down*place.Stride {
		return
	}
	for _, i := range place.Shown() {
		d := verdict[i]
		left, _ := place.Corner(i)
		x0, x1, y := place.VerdictBar(i, d, reach)
		w.marks.Bar(left, left+place.Width, y, place.Bar, t.Grid.Alpha(1))
		ink := t.Real.Ink
		if d < .5 {
			ink = t.Generated.Ink
		}
		w.marks.Bar(x0, x1, y, place.Bar, ink.Alpha(1))
		if real := w.images == probe.RealImages; d == d && real != (d >= .5) { // what is not a number is not judged
			w.marks.Wrong(place, i, ink.Alpha(1))
		}
	}
	w.brush.paint(dst, dst.Bounds().Min, &w.marks)
	w.marks.Reset()
}
