package metric

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/random"
)

// Optimal finds the best discriminator against the generator of a moment, D* = p/(p+q), as far as the cells of a grid and a finite
// sample of that generator can tell.
//
// p and q are probabilities of the cells around the points of a grid: p exact, by quadrature of the data's density, and q the
// share of the generated points in each cell. Both are of the same cells, so that D* is the best of the discriminators that
// are constant on each, and only q has noise. It is used by one goroutine.
type Optimal struct {
	target *Target
	grid   grid
	p      []float64 // of the cells, and last of all that lies outside
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
// density, or has more dimensions than a grid can.
func NewOptimal(t *Target, size int) (*Optimal, bool) {
	m, ok := t.Source.(data.Massed)
	if !ok || t.size() > 2 {
		return nil, false
	}
	g := around(t.Window, size)
	return &Optimal{t, g, g.masses(m), map[int]float64{}}, true
}

// Against returns the optimal discriminator against a generator, given some of its points. It refuses points that are too few or not
// finite.
func (o *Optimal) Against(generated []float32) (Best, error) {
	if err := o.target.check("generated", generated); err != nil {
		return Best{}, err
	}
	n := o.target.count(generated)
	if _, ok := o.floors[n]; !ok {
		o.floors[n] = valueOf(o.p, o.shares(o.target.points(random.New(0, "metric/optimal"), len(generated))))
	}
	q := o.shares(generated)
	b := Best{Value: valueOf(o.p, q), Floor: o.floors[n]}
	b.Field, b.Noise = judge(o.p, q, n)
	return b, nil
}

// shares returns how many of the points lie in each cell, as shares of 1.
func (o *Optimal) shares(points []float32) []float64 { return shares(o.grid, points, o.target.size()) }

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
