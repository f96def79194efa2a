package metric

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/random"
)

// Optimal finds the best discriminator against the generator of a moment, D* = p/(p+q), as far as the cells of a grid and a finite
// sample of that generator can tell.
//
// p and q are probabilities of the cells around the points of a square grid: p exact, by quadrature of the data's density, and q the
// share of the generated points in each cell. Both are of the same cells, so that D* is the best of the discriminators that
// are constant on each, and only q has noise. It is used by one goroutine.
type Optimal struct {
	window data.Window
	size   int
	source data.Massed
	p      []float64 // of size² cells, and last of all that lies outside
	floors map[int]float64
}

// Best is the optimal discriminator against one sample of a generator.
type Best struct {
	// Field is D* at the points of the grid, rows from the bottom up. Half a generated point is added to p and to q of every
	// cell: where neither has as much, there is nothing to judge, and D* reads ½.
	Field []float32
	// Noise is the standard error of Field, as a root mean square over where both players' points are.
	Noise float64
	// Value is V* = E log D*(x) + E log(1-D*(G)) = -log 4 + 2 JSD(p, q) of the cells, in nats. Cells see less than points do,
	// which makes it less than the whole truth; q's noise makes it more, by about the number of filled cells, less one,
	// over 4 times the number of points.
	Value float64
	// Floor is what as many points of the data itself score: -log 4 and that excess.
	Floor float64
}

// NewOptimal prepares a grid of size points along each side of the target's window. It is false where the source does not know its
// density.
func NewOptimal(t *Target, size int) (*Optimal, bool) {
	m, ok := t.Source.(data.Massed)
	if !ok {
		return nil, false
	}
	o := &Optimal{window: t.Window, size: size, source: m, floors: map[int]float64{}}
	w := t.Window
	o.p = o.pooled(m.Mass(o.around(w.X0, w.X1), o.around(w.Y0, w.Y1)))
	return o, true
}

// Against returns the optimal discriminator against a generator, given some of its points. It refuses points that are too few or not
// finite.
func (o *Optimal) Against(generated []float32) (Best, error) {
	if err := checkPoints("generated", generated); err != nil {
		return Best{}, err
	}
	n := len(generated) / 2
	if _, ok := o.floors[n]; !ok {
		perfect := make([]float32, 2*n)
		o.source.Sample(random.New(0, "metric/optimal"), perfect)
		o.floors[n] = valueOf(o.p, o.shares(perfect))
	}
	q := o.shares(generated)
	b := Best{Value: valueOf(o.p, q), Floor: o.floors[n]}
	b.Field, b.Noise = judge(o.p, q, n)
	return b, nil
}

// judge returns D* of every cell but the last, and its noise, for shares q of n points.
func judge(p, q []float64, n int) (field []float32, noise float64) {
	half := .5 / float64(n)
	field = make([]float32, len(p)-1)
	square := 0.0
	for i := range field {
		a, b := p[i]+half, q[i]+half
		field[i] = float32(a / (a + b))
		// D* falls by a/(a+b)² with q, whose standard error is √(q(1-q)/n).
		slope := a / ((a + b) * (a + b))
		square += (p[i] + q[i]) / 2 * slope * slope * b * (1 - q[i]) / float64(n)
	}
	return field, math.Sqrt(square)
}

// valueOf is -log 4 + 2 JSD(p, q).
func valueOf(p, q []float64) float64 { return 2*jensenShannon(p, q) - math.Log(4) }

// around returns the edges of cells around size points from a to b, both included, with the outside's.
func (o *Optimal) around(a, b float32) []float64 {
	edges := []float64{math.Inf(-1)}
	step := float64(b-a) / float64(o.size-1)
	for i := range o.size + 1 {
		edges = append(edges, float64(a)+(float64(i)-.5)*step)
	}
	return append(edges, math.Inf(1))
}

// pooled keeps the inner cells of a grid with a border, and puts the border's sum last. Masses that underflow count as none.
func (o *Optimal) pooled(bordered []float64) []float64 {
	side, inner, outside := o.size+2, []float64(nil), 0.0
	for i, v := range bordered {
		if v < 1e-300 {
			v = 0
		}
		if r, c := i/side, i%side; r == 0 || c == 0 || r == side-1 || c == side-1 {
			outside += v
		} else {
			inner = append(inner, v)
		}
	}
	return append(inner, outside)
}

// shares returns how many of the points lie in each cell, as shares of 1.
func (o *Optimal) shares(points []float32) []float64 {
	q := make([]float64, o.size*o.size+1)
	share, w := 2/float64(len(points)), o.window
	for k := 0; k+1 < len(points); k += 2 {
		i, j := o.cell(points[k], w.X0, w.X1), o.cell(points[k+1], w.Y0, w.Y1)
		if i < 0 || j < 0 {
			q[len(q)-1] += share
		} else {
			q[j*o.size+i] += share
		}
	}
	return q
}

// cell returns which cell between a and b a coordinate lies in, or -1.
func (o *Optimal) cell(v, a, b float32) int {
	at := math.Floor(float64(v-a)/float64(b-a)*float64(o.size-1) + .5)
	if !(at >= 0 && at < float64(o.size)) {
		return -1
	}
	return int(at)
}
