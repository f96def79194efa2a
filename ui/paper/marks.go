package paper

import (
	"math"

	"ganvas/ui/plot"

	"gonum.org/v1/plot/vg"
)

// marks draws geometry: what a screen covers pixel by pixel (plot.Vertex) becomes the shapes that it stands for. A quad whose U and V grow both is a
// disc, one with U alone a stroke of which W is half the width, one with neither a polygon; rims that fade to nothing are left to whoever draws the
// shapes. What would stand out of the frame by more than a stroke is left out, for no canvas here clips.
func (p pen) marks(g *plot.Geometry, inside plot.Frame) {
	for i := range g.Batches {
		v, index := g.Batches[i].Vertices, g.Batches[i].Indices
		for k := 0; k+2 < len(index); {
			a := index[k]
			if k+5 < len(index) && isQuad(index[k:k+6]) {
				p.quad([4]plot.Vertex{v[a], v[a+1], v[a+2], v[a+3]}, inside)
				k += 6
				continue
			}
			p.shape([]plot.Vertex{v[a], v[index[k+1]], v[index[k+2]]}, inside)
			k += 3
		}
	}
}

// isQuad reports whether six indices are those that plot gives to a quad of its own.
func isQuad(i []uint16) bool {
	a := i[0]
	return i[1] == a+1 && i[2] == a+2 && i[3] == a && i[4] == a+2 && i[5] == a+3
}

func (p pen) quad(v [4]plot.Vertex, inside plot.Frame) {
	if v[0].U != 0 && v[0].V != 0 {
		p.disc((v[0].X+v[2].X)/2, (v[0].Y+v[2].Y)/2, v[0].W, v[0].Colour, inside)
		return
	}
	if v[0].U != 0 { // v[0] and v[3] lie across the stroke from each other, and so do v[1] and v[2]
		v[0], v[3] = narrow(v[0], v[3])
		v[1], v[2] = narrow(v[1], v[2])
	}
	p.shape(v[:], inside)
}

// narrow brings two vertices across a stroke to its edges.
func narrow(a, b plot.Vertex) (plot.Vertex, plot.Vertex) {
	x, y, t := (a.X+b.X)/2, (a.Y+b.Y)/2, a.W/float32(math.Abs(float64(a.U)))
	for _, v := range []*plot.Vertex{&a, &b} {
		v.X, v.Y = x+t*(v.X-x), y+t*(v.Y-y)
	}
	return a, b
}

func (p pen) disc(x, y, radius float32, c plot.RGBA, inside plot.Frame) {
	if !holds(inside, x, y) {
		return
	}
	centre := p.point(float64(x), float64(y))
	r := points(float64(radius))
	var path vg.Path
	path.Move(vg.Point{X: centre.X + r, Y: centre.Y})
	path.Arc(centre, r, 0, 2*math.Pi)
	path.Close()
	p.SetColor(plain(c))
	p.Fill(path)
}

// shape fills a polygon with the mean of its corners' colours.
func (p pen) shape(v []plot.Vertex, inside plot.Frame) {
	var mean plot.RGBA
	corners := make([]plot.Point, len(v))
	within := false
	for i := range v {
		if v[i].Colour[3] == 0 && v[i].W > 0 && v[i].U == 0 && len(v) == 3 {
			return // a rim
		}
		for k, x := range v[i].Colour {
			mean[k] += x / float32(len(v))
		}
		corners[i] = plot.Point{X: v[i].X, Y: v[i].Y}
		within = within || holds(inside, v[i].X, v[i].Y)
	}
	if within && mean[3] > 1./512 {
		p.polygon(corners, plain(mean))
	}
}

func holds(f plot.Frame, x, y float32) bool {
	const edge = 1
	return float64(x) >= f.Left()-edge && float64(x) <= f.Right()+edge && float64(y) >= f.Top()-edge && float64(y) <= f.Bottom()+edge
}
