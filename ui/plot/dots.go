package plot

import "math"

// Dots adds a disc of a radius in pixels at each point of xy (x before y, data units) that lies in the frame.
// Points that are not finite are skipped.
func (g *Geometry) Dots(f Frame, xy []float32, radius float32, c RGBA) {
	r := radius + 1 // room for the soft rim
	for i := 0; i+1 < len(xy); i += 2 {
		x, y := f.Px(xy[i], xy[i+1])
		if !f.near(x, y, r) {
			continue
		}
		g.quad(Vertex{x - r, y - r, -r, -r, radius, c}, Vertex{x + r, y - r, r, -r, radius, c},
			Vertex{x + r, y + r, r, r, radius, c}, Vertex{x - r, y + r, -r, r, radius, c})
	}
}

// Halo is the width in pixels of the rim of page around each dot of n in a frame, which sets dots off from what lies below. Where dots are many
// it would only hide that, and there is none.
func Halo(f Frame, n int) float32 {
	return float32(math.Min(1, math.Max(0, 2-float64(n)/1500)) * 0.8 * f.Scale)
}

// near says whether a finite pixel lies within a distance of the frame.
func (f Frame) near(x, y, by float32) bool {
	return x >= float32(f.Left())-by && x <= float32(f.Right())+by &&
		y >= float32(f.Top())-by && y <= float32(f.Bottom())+by
}

// DotRadius is the radius of a sample's dot, in pixels: it grows with the picture, more slowly than it, and shrinks a little
// where there are thousands.
func DotRadius(f Frame, n int) float32 {
	r := 2.3 * math.Sqrt(math.Max(f.Side(), 60)/640)
	if n > 1500 {
		r *= math.Max(0.62, math.Pow(1500/float64(n), 0.2))
	}
	return float32(math.Max(r, 1) * f.Scale)
}

// RealRadius is that of a real sample's dot, which is large and pale: a generated one is seen on it.
func RealRadius(f Frame, n int) float32 { return 1.7 * DotRadius(f, n) }

// crowdingCells is the side of the grid on which Crowding counts.
const crowdingCells = 64

// Crowding is how many discs of a radius, in pixels, cover a typical point's own place, itself among them: the mean over the points
// of the count in its neighbourhood times the disc's share of it. It is at least 1. Opacity divided by it keeps dense
// clusters from flattening to one colour.
func Crowding(f Frame, xy []float32, radius float32) float64 {
	var count [crowdingCells * crowdingCells]float64
	n := 0
	for i := 0; i+1 < len(xy); i += 2 {
		u := (float64(xy[i]) - f.X.From) / (f.X.To - f.X.From) * crowdingCells
		v := (float64(xy[i+1]) - f.Y.From) / (f.Y.To - f.Y.From) * crowdingCells
		if u >= 0 && u < crowdingCells && v >= 0 && v < crowdingCells { // false for NaN
			count[int(v)*crowdingCells+int(u)]++
			n++
		}
	}
	if n == 0 {
		return 1
	}
	others := 0.0
	for _, c := range count {
		others += c * (c - 1)
	}
	cell := (f.Right() - f.Left()) * (f.Bottom() - f.Top()) / (crowdingCells * crowdingCells)
	disc := math.Pi * float64(radius) * float64(radius)
	return 1 + others/float64(n)*math.Min(1, disc/cell)
}

// RealOpacity is the opacity of a real sample's dot among so much crowding.
func RealOpacity(crowding float64) float64 {
	return math.Max(0.12, 0.45/math.Pow(math.Max(1, crowding/4), 0.5))
}
