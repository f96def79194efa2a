package plot

import "math"

// Arrows has the measures of arrows, in CSS pixels.
type Arrows struct {
	Longest float64 // no arrow gets longer
	// Half is the slope that draws an arrow of half that length: nats of loss that a sample would gain by crossing a sixth of
	// the window. Longer slopes are compressed, shorter ones are nearly to scale, so a gradient that vanishes is seen to vanish.
	Half float64
	Most int // arrows are drawn
}

// ArrowsFor are the measures that suit a frame.
func ArrowsFor(f Frame) Arrows {
	// One arrow to every 45 by 45 CSS pixels, were they spread out: they gather, and still leave the dots to be seen.
	return Arrows{Longest: math.Min(58, math.Max(12, f.Side()/12)), Half: 1, Most: int(f.Side() * f.Side() / (45 * 45))}
}

// shortest is the length in CSS pixels under which an arrow is not drawn.
const shortest = 2.5

// Length is the length of an arrow in pixels for a gradient's length in units of loss over data units.
func (a Arrows) Length(f Frame, gradient float64) float64 {
	slope := gradient * math.Abs(f.X.To-f.X.From) / 6
	return a.Longest * f.Scale * slope / (slope + a.Half)
}

// Arrows adds an arrow from each point of tails along each gradient (both x before y, in data units). Those that are not finite,
// too short to see or outside the frame are skipped, and so are those after the first Most points.
func (g *Geometry) Arrows(f Frame, a Arrows, tails, gradients []float32, c RGBA) {
	for i := 0; i+1 < min(len(tails), len(gradients), 2*a.Most); i += 2 {
		gx, gy := float64(gradients[i]), float64(gradients[i+1])
		norm := math.Sqrt(gx*gx + gy*gy)
		length := a.Length(f, norm)
		x, y := f.Px(tails[i], tails[i+1])
		if !(length >= shortest*f.Scale) || !f.near(x, y, 0) {
			continue
		}
		// Pixels have y down.
		g.arrow(Point{x, y}, float32(gx/norm), float32(-gy/norm), float32(length), float32(f.Scale), c)
	}
}

// arrow adds one from tail along the unit direction (dx, dy): a shaft and a filled head, which takes up at most 45 % of
// the length so that even short arrows point.
func (g *Geometry) arrow(tail Point, dx, dy, length, scale float32, c RGBA) {
	head := min(6.5*scale, 0.45*length)
	wide := head * 0.42
	along := func(t, across float32) Point { return Point{tail.X + dx*t - dy*across, tail.Y + dy*t + dx*across} }
	g.Stroke([]Point{tail, along(length-head*0.8, 0)}, 1.15*scale, c)
	g.Polygon([]Point{along(length, 0), along(length-head, wide), along(length-head*0.8, 0), along(length-head, -wide)}, c)
}
