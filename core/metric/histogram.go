package metric

import "math"

// gridSide is the number of the grid's cells along each side of the target's window. With GAN Lab's 30, 10,000 points put
// about 10 into each cell of a source that fills its window, and a ring's blob of width 0.1 spans several cells.
const gridSide = 30

// histograms are the cell probabilities of the data and of the generator: gridSide² cells, and one for all that lies outside.
type histograms struct {
	p, q []float64 // of the data and of the generator, each summing to 1
	// m and n are the numbers of points behind p and q. Where the source knows its masses, p is exact, and m is n.
	m, n float64
}

// edges returns the grid's cuts, with those of the outside.
func (t *Target) edges() (xs, ys []float64) {
	return cuts(t.Window.X0, t.Window.X1), cuts(t.Window.Y0, t.Window.Y1)
}

func cuts(a, b float32) []float64 {
	e := make([]float64, gridSide+3)
	for i := range gridSide + 1 {
		e[i+1] = float64(a) + float64(b-a)*float64(i)/gridSide
	}
	e[0], e[gridSide+2] = math.Inf(-1), math.Inf(1)
	return e
}

// pool keeps the inner cells of a grid with a border, and adds the border up into one last cell. Far from a sharp source masses
// underflow: half of the least float64 is zero, which a divergence would divide by. So what is below 1e-300 counts as none.
func pool(bordered []float64) []float64 {
	const side = gridSide + 2
	cells, outside := make([]float64, 0, gridSide*gridSide+1), 0.0
	for j := range side {
		for i := range side {
			if v := bordered[j*side+i]; i == 0 || j == 0 || i == side-1 || j == side-1 {
				outside += v
			} else {
				cells = append(cells, v)
			}
		}
	}
	cells = append(cells, outside)
	for i, v := range cells {
		if v < 1e-300 {
			cells[i] = 0
		}
	}
	return cells
}

// histogram returns the shares of points in the target's cells.
func (t *Target) histogram(points []float32) []float64 {
	cells := make([]float64, gridSide*gridSide+1)
	w, share := t.Window, 2/float64(len(points))
	for k := 0; k+1 < len(points); k += 2 {
		i, j := bin(points[k], w.X0, w.X1), bin(points[k+1], w.Y0, w.Y1)
		if i < 0 || j < 0 {
			cells[gridSide*gridSide] += share
		} else {
			cells[j*gridSide+i] += share
		}
	}
	return cells
}

// bin returns the cell of v between a and b, or -1.
func bin(v, a, b float32) int {
	if !(v >= a && v < b) {
		return -1
	}
	return min(gridSide-1, int(float64(v-a)/float64(b-a)*gridSide))
}

// grid returns the samples' histograms, counted once.
func (s *Samples) grid() (*histograms, error) {
	if s.counted != nil {
		return s.counted, nil
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	h := &histograms{q: s.Target.histogram(s.Generated), n: float64(len(s.Generated) / 2)}
	if h.p, h.m = s.Target.masses, h.n; h.p == nil {
		h.p, h.m = s.Target.histogram(s.Real), float64(len(s.Real)/2)
	}
	s.counted = h
	return h, nil
}

// onGrid makes a measure of a function of the histograms.
func onGrid(f func(*histograms) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		h, err := s.grid()
		if err != nil {
			return 0, err
		}
		return f(h), nil
	}
}
