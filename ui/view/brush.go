package view

import (
	_ "embed"
	"image"

	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

//go:embed cover.kage
var coverSource []byte

var cover = shader{source: coverSource}

// shader is compiled when it is first drawn with, since there is no graphics context before.
type shader struct {
	source   []byte
	compiled *ebiten.Shader
}

func (s *shader) get() *ebiten.Shader {
	if s.compiled == nil {
		c, err := ebiten.NewShader(s.source)
		if err != nil {
			panic(err) // the source is part of the program
		}
		s.compiled = c
	}
	return s.compiled
}

// brush draws geometry; its memory is used again from call to call.
type brush struct{ vertices []ebiten.Vertex }

// paint draws geometry over what is there, with smooth edges. Its pixels count from the top left corner of origin, the panel;
// dst, which may be a part of it, clips.
func (b *brush) paint(dst *ebiten.Image, origin image.Point, g *plot.Geometry) {
	var options ebiten.DrawTrianglesShaderOptions
	for i := range g.Batches {
		if t := &g.Batches[i]; len(t.Indices) > 0 {
			b.load(t.Vertices, origin)
			dst.DrawTrianglesShader(b.vertices, t.Indices, cover.get(), &options)
		}
	}
}

func (b *brush) load(vertices []plot.Vertex, origin image.Point) {
	if cap(b.vertices) < len(vertices) {
		b.vertices = make([]ebiten.Vertex, len(vertices))
	}
	b.vertices = b.vertices[:len(vertices)]
	x, y := float32(origin.X), float32(origin.Y)
	for i := range vertices {
		v := &vertices[i]
		b.vertices[i] = ebiten.Vertex{
			DstX: v.X + x, DstY: v.Y + y, SrcX: v.U, SrcY: v.V, Custom0: v.W,
			ColorR: v.Colour[0], ColorG: v.Colour[1], ColorB: v.Colour[2], ColorA: v.Colour[3],
		}
	}
}

// inside is the part of a panel that its frame encloses.
func inside(dst *ebiten.Image, f plot.Frame) *ebiten.Image {
	o := dst.Bounds().Min
	r := image.Rect(int(f.Left()+0.5), int(f.Top()+0.5), int(f.Right()+0.5), int(f.Bottom()+0.5))
	return dst.SubImage(r.Add(o)).(*ebiten.Image)
}
