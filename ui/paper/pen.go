package paper

import (
	"image"
	"image/color"

	"ganvas/ui/plot"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/vg"
)

// pen draws on a canvas, whose y goes up, in pixels whose y goes down from a line of it.
type pen struct {
	vg.Canvas
	zero float64 // how far above the canvas' foot y = 0 is
	fine float64 // pixels of images to one of CSS: viewers of drawings smooth what is between
}

// at is the pen of a panel that begins so far down.
func (p pen) at(y float64) pen { return pen{p.Canvas, p.zero - y, p.fine} }

func points(px float64) vg.Length { return vg.Length(0.75 * px) }

func (p pen) point(x, y float64) vg.Point { return vg.Point{X: points(x), Y: points(p.zero - y)} }

func solid(c plot.Colour) color.NRGBA { return color.NRGBA{c.R, c.G, c.B, 255} }

// plain is a vertex's colour, which is premultiplied, as images have it.
func plain(c plot.RGBA) color.NRGBA {
	if c[3] <= 0 {
		return color.NRGBA{}
	}
	byte := func(v float32) uint8 { return uint8(min(max(255*v/c[3], 0), 255) + 0.5) }
	return color.NRGBA{byte(c[0]), byte(c[1]), byte(c[2]), uint8(255*min(c[3], 1) + 0.5)}
}

func (p pen) polygon(corners []plot.Point, c color.NRGBA) {
	var path vg.Path
	for i, q := range corners {
		if i == 0 {
			path.Move(p.point(float64(q.X), float64(q.Y)))
		} else {
			path.Line(p.point(float64(q.X), float64(q.Y)))
		}
	}
	path.Close()
	p.SetColor(c)
	p.Fill(path)
}

func (p pen) rect(x0, y0, x1, y1 float64, c color.NRGBA) {
	at := func(x, y float64) plot.Point { return plot.Point{X: float32(x), Y: float32(y)} }
	p.polygon([]plot.Point{at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)}, c)
}

// line strokes a line through points; dash may be nil.
func (p pen) line(through []plot.Point, width float64, c color.NRGBA, dash ...vg.Length) {
	if len(through) < 2 {
		return
	}
	var path vg.Path
	path.Move(p.point(float64(through[0].X), float64(through[0].Y)))
	for _, q := range through[1:] {
		path.Line(p.point(float64(q.X), float64(q.Y)))
	}
	p.SetColor(c)
	p.SetLineWidth(points(width))
	p.SetLineDash(dash, 0)
	p.Stroke(path)
}

// picture draws an image into a rectangle.
func (p pen) picture(x0, y0, x1, y1 float64, img image.Image) {
	p.DrawImage(vg.Rectangle{Min: p.point(x0, y1), Max: p.point(x1, y0)}, img)
}

var fonts = font.NewCache(liberation.Collection())

// words writes a text; anchor says how much of its width lies before x: 0, 1/2 or 1.
func (p pen) words(x, y, size, anchor float64, text string, c plot.Colour) {
	face := fonts.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans"}, points(size))
	at := p.point(x, y)
	at.X -= vg.Length(anchor) * face.Width(text)
	p.SetColor(solid(c))
	p.FillString(face, at, text)
}
