package view

import (
	_ "embed"

	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

//go:embed field.kage
var fieldSource []byte

var fieldShader = shader{source: fieldSource}

// fieldImage holds D on its grid as an image: 16 bits to a point in red and green, how far D can be trusted there in blue; bottom row first.
type fieldImage struct {
	image *ebiten.Image
	bytes []byte
}

// upload writes the field, and how far it can be trusted, into the image.
func (i *fieldImage) upload(f plot.Field, trust []float32) {
	if i.image == nil || i.image.Bounds().Dx() != f.Size {
		if i.image != nil {
			i.image.Deallocate()
		}
		i.image = ebiten.NewImage(f.Size, f.Size)
		i.bytes = make([]byte, 4*f.Size*f.Size)
	}
	for p, d := range f.D[:f.Size*f.Size] {
		v := level(d)
		b := i.bytes[4*p : 4*p+4]
		b[0], b[1], b[2], b[3] = byte(v>>8), byte(v), byte(255*trust[p]+0.5), 255
	}
	i.image.WritePixels(i.bytes)
}

// level is D in 16 bits. What is not a number is 1/2: no colour.
func level(d float32) uint16 {
	switch {
	case d != d:
		return 0x8000
	case d <= 0:
		return 0
	case d >= 1:
		return 0xffff
	}
	return uint16(d*65535 + 0.5)
}

// draw fills the frame with the field's colours, on a scale of some reach. trust has a value for each point of the field.
func (i *fieldImage) draw(dst *ebiten.Image, f plot.Frame, field plot.Field, reach float64, trust []float32, t plot.Theme) {
	if field.Size < 2 || len(field.D) < field.Size*field.Size {
		return
	}
	i.upload(field, trust)
	o := dst.Bounds().Min
	last := float32(field.Size - 1)
	corner := func(x, y float64, u, v float32) ebiten.Vertex {
		return ebiten.Vertex{DstX: float32(x) + float32(o.X), DstY: float32(y) + float32(o.Y), SrcX: u, SrcY: v, ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1}
	}
	vertices := []ebiten.Vertex{
		corner(f.Left(), f.Top(), 0, last), corner(f.Right(), f.Top(), last, last),
		corner(f.Right(), f.Bottom(), last, 0), corner(f.Left(), f.Bottom(), 0, 0),
	}
	options := ebiten.DrawTrianglesShaderOptions{Uniforms: map[string]any{
		"Page": rgb(t.Page), "LowField": rgb(t.Generated.Field), "HighField": rgb(t.Real.Field), "Grid": float32(field.Size), "Reach": float32(reach),
	}}
	options.Images[0] = i.image
	dst.DrawTrianglesShader(vertices, []uint16{0, 1, 2, 0, 2, 3}, fieldShader.get(), &options)
}

func rgb(c plot.Colour) []float32 {
	return []float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
}
