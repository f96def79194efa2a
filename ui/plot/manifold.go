package plot

import (
	"math"
)

// Net is the generator's manifold as a snapshot carries it, placed in a frame: Rows by Cols vertices in pixels, row-major.
// Neighbours are equally likely apart.
type Net struct {
	Rows, Cols int
	At         []Point
	// Density is, for each vertex, the density of the cells around it in units of what a generator would have that spread
	// its samples evenly over the frame: 1 over area. A cell folded to nothing has a large but finite density.
	Density []float32
}

// NetOf places a manifold in a frame. Fewer numbers than rows by cols vertices make an empty net.
func NetOf(f Frame, rows, cols int, xy []float32) Net {
	if rows < 1 || cols < 1 || len(xy) < 2*rows*cols {
		return Net{}
	}
	n := Net{Rows: rows, Cols: cols, At: make([]Point, rows*cols), Density: make([]float32, rows*cols)}
	for i := range n.At {
		n.At[i].X, n.At[i].Y = f.Px(xy[2*i], xy[2*i+1])
	}
	n.spread((f.Right() - f.Left()) * (f.Bottom() - f.Top()))
	return n
}

// spread sets the densities, against an even spread over so many square pixels. A vertex's is the number of cells around it
// over their area together, which is the likeliest density there and tames single folded cells.
func (n *Net) spread(frame float64) {
	if n.Rows < 2 || n.Cols < 2 {
		n.spreadCurve(math.Sqrt(frame))
		return
	}
	cells := make([]float64, len(n.At))
	areas := make([]float64, len(n.At))
	for r := 0; r+1 < n.Rows; r++ {
		for c := 0; c+1 < n.Cols; c++ {
			a := n.cellArea(r, c)
			for _, v := range n.corners(r, c) {
				cells[v]++
				areas[v] += a
			}
		}
	}
	even := frame / float64((n.Rows-1)*(n.Cols-1))
	for v := range n.Density {
		n.Density[v] = density(even*cells[v], areas[v])
	}
}

// spreadCurve is spread for a curve, whose cells are lengths: against an even spread along a frame's side.
func (n *Net) spreadCurve(side float64) {
	last := len(n.At) - 1
	if last < 1 {
		return
	}
	even := side / float64(last)
	for v := range n.At {
		a, b := n.At[max(v-1, 0)], n.At[min(v+1, last)]
		p := n.At[v]
		length := hypot(p.X-a.X, p.Y-a.Y) + hypot(b.X-p.X, b.Y-p.Y)
		n.Density[v] = density(even*float64(min(v+1, last)-max(v-1, 0)), float64(length))
	}
}

// densest bounds densities: a cell a thousandth of its even size is as dense as can be told apart.
const densest = 1000

func density(even, area float64) float32 {
	if !(area > even/densest) { // NaN too
		return densest
	}
	return float32(even / area)
}

// corners are a cell's vertices, going around.
func (n *Net) corners(r, c int) [4]int {
	v := r*n.Cols + c
	return [4]int{v, v + 1, v + n.Cols + 1, v + n.Cols}
}

// cellArea is the area of a cell's two triangles in square pixels, whichever way they turn, so that a fold does not cancel out.
func (n *Net) cellArea(r, c int) float64 {
	v := n.corners(r, c)
	a, b, d, e := n.At[v[0]], n.At[v[1]], n.At[v[2]], n.At[v[3]]
	return triangleArea(a, b, d) + triangleArea(a, d, e)
}

func triangleArea(a, b, c Point) float64 {
	ux, uy := float64(b.X-a.X), float64(b.Y-a.Y)
	vx, vy := float64(c.X-a.X), float64(c.Y-a.Y)
	return math.Abs(ux*vy-uy*vx) / 2
}

// opacity rises with a vertex's density and saturates: 0 at 0, 1 at infinity. It is a half where a sheet is ten times as thick as an
// even spread, which is usual on a ring or a few modes, and where a curve is as thick as one laid straight across the frame.
func (n *Net) opacity(v int) float64 {
	half := 10.0
	if n.Rows < 2 || n.Cols < 2 {
		half = 1
	}
	d := float64(n.Density[v])
	return d / (d + half)
}

// NetFill adds the net's cells as a faint sheet whose opacity, up to most, rises with density. Folds lie over each other, so
// their opacities add up as their densities do.
func (g *Geometry) NetFill(n Net, colour Colour, most float64) {
	for r := 0; r+1 < n.Rows; r++ {
		for c := 0; c+1 < n.Cols; c++ {
			v := n.corners(r, c)
			if !n.finite(v) {
				continue
			}
			var q [4]Vertex
			for k, i := range v {
				q[k] = Vertex{n.At[i].X, n.At[i].Y, 0, 0, 1, colour.Alpha(most * n.opacity(i))}
			}
			g.quad(q[0], q[1], q[2], q[3])
		}
	}
}

func (n *Net) finite(vertices [4]int) bool {
	for _, v := range vertices {
		if !finite(n.At[v].X) || !finite(n.At[v].Y) {
			return false
		}
	}
	return true
}

// NetLines adds the net's rows and columns as thin lines, in pixels, whose opacity rises with density from least to most.
func (g *Geometry) NetLines(n Net, width float32, colour Colour, least, most float64) {
	line := make([]Point, 0, max(n.Rows, n.Cols))
	lay := func(start, step, count int) {
		line = line[:0]
		for i := 0; i < count; i++ {
			line = append(line, n.At[start+i*step])
		}
		g.StrokeShaded(line, width, func(i int) RGBA {
			return colour.Alpha(least + (most-least)*n.opacity(start+i*step))
		})
	}
	for r := 0; r < n.Rows && n.Cols > 1; r++ {
		lay(r*n.Cols, 1, n.Cols)
	}
	for c := 0; c < n.Cols && n.Rows > 1; c++ {
		lay(c, n.Cols, n.Rows)
	}
}

// Flat is the latent grid at rest, spread evenly over a window: what the generator bends into the manifold. A curve lies along
// the middle. dst is filled with rows by cols points, x before y, and returned.
func Flat(w Window, rows, cols int, dst []float32) []float32 {
	dst = dst[:0]
	for r := 0; r < rows; r++ {
		for c := 0; c < cols; c++ {
			dst = append(dst, between(w.X0, w.X1, c, cols), between(w.Y0, w.Y1, r, rows))
		}
	}
	return dst
}

// between is the i-th of n places evenly from a to b, leaving a tenth free on either side.
func between(a, b float32, i, n int) float32 {
	if n < 2 {
		return (a + b) / 2
	}
	t := 0.1 + 0.8*float32(i)/float32(n-1)
	return a + t*(b-a)
}

// Blend writes into dst the numbers a fraction t of the way from a to b, which are equally many, and returns it.
func Blend(dst, a, b []float32, t float32) []float32 {
	dst = dst[:0]
	for i := range min(len(a), len(b)) {
		dst = append(dst, a[i]+t*(b[i]-a[i]))
	}
	return dst
}
