package plot

import "math"

// Steepness is how fast the field changes at a point, per grid step.
func (f Field) Steepness(u, v float64) float64 {
	const h = 0.5
	du := f.At(u+h, v) - f.At(u-h, v)
	dv := f.At(u, v+h) - f.At(u, v-h)
	return math.Sqrt(du*du+dv*dv) / (2 * h)
}

// Boundary adds the lines D = 1/2 of a field over a frame, in pixels of width. Where D hardly changes the boundary is hardly there:
// it fades with the slope, so that a discriminator that can tell nothing apart draws no scribble.
func (g *Geometry) Boundary(f Frame, field Field, width float32, c RGBA) {
	if field.Size < 2 || len(field.D) < field.Size*field.Size {
		return
	}
	steps := float64(field.Size - 1)
	// Change of D over the whole window at which the boundary is half there.
	const half = 1
	for _, line := range field.Softened().Contours(0.5) {
		line = Smooth(line, 2)
		px := make([]Point, len(line))
		for i, p := range line {
			px[i] = Point{float32(f.X.At + float64(p.X)/steps*(f.X.Until-f.X.At)), float32(f.Y.At + float64(p.Y)/steps*(f.Y.Until-f.Y.At))}
		}
		g.StrokeShaded(px, width, func(i int) RGBA {
			s := field.Steepness(float64(line[i].X), float64(line[i].Y)) * steps
			fade := float32(s * s / (s*s + half*half))
			return RGBA{c[0] * fade, c[1] * fade, c[2] * fade, c[3] * fade}
		})
	}
}
