package plot

import "math"

// raster is a plain rasteriser, the reference for what the GPU makes of a Geometry: it samples each pixel's centre in each triangle, applies
// the coverage rule of Vertex and blends over what is there.
type raster struct {
	w, h   int
	pixels []RGBA
}

func newRaster(w, h int) *raster { return &raster{w, h, make([]RGBA, w*h)} }

func (r *raster) draw(g *Geometry) *raster {
	for _, b := range g.Batches {
		for i := 0; i+2 < len(b.Indices); i += 3 {
			r.triangle(b.Vertices[b.Indices[i]], b.Vertices[b.Indices[i+1]], b.Vertices[b.Indices[i+2]])
		}
	}
	return r
}

func (r *raster) triangle(a, b, c Vertex) {
	whole := edge(a, b, c.X, c.Y)
	if whole == 0 {
		return
	}
	for y := range r.h {
		for x := range r.w {
			px, py := float32(x)+0.5, float32(y)+0.5
			wa, wb := edge(b, c, px, py)/whole, edge(c, a, px, py)/whole
			wc := 1 - wa - wb
			if wa < 0 || wb < 0 || wc < 0 {
				continue
			}
			mix := func(p, q, s float32) float32 { return float32(wa)*p + float32(wb)*q + float32(wc)*s }
			u, v, w := mix(a.U, b.U, c.U), mix(a.V, b.V, c.V), mix(a.W, b.W, c.W)
			cover := min(max(w-hypot(u, v)+0.5, 0), 1)
			at := &r.pixels[y*r.w+x]
			alpha := cover * mix(a.Colour[3], b.Colour[3], c.Colour[3])
			for k := range at {
				at[k] = at[k]*(1-alpha) + cover*mix(a.Colour[k], b.Colour[k], c.Colour[k])
			}
		}
	}
}

// edge is twice the signed area of a, b and a point.
func edge(a, b Vertex, x, y float32) float64 {
	return float64(b.X-a.X)*float64(y-a.Y) - float64(b.Y-a.Y)*float64(x-a.X)
}

// ink is the sum of opacities: the area covered, in pixels, where the colour is opaque.
func (r *raster) ink() float64 {
	sum := 0.0
	for _, p := range r.pixels {
		sum += float64(p[3])
	}
	return sum
}

// darkest is the greatest opacity anywhere.
func (r *raster) darkest() float64 {
	most := 0.0
	for _, p := range r.pixels {
		most = math.Max(most, float64(p[3]))
	}
	return most
}
