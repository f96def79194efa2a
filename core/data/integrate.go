package data

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// integrate returns the masses of the cells between the edges, by Gauss-Legendre quadrature of the density in panels of at
// most the given size, each with 6 by 6 nodes. Nothing is taken to lie beyond the bound in either coordinate.
func integrate(d Dense, xs, ys []float64, bound, panel float64) []float64 {
	cells, at := make([]float64, 0, (len(xs)-1)*(len(ys)-1)), make([]float64, 2)
	for j := range len(ys) - 1 {
		y, wy := nodes(ys[j], ys[j+1], bound, panel)
		for i := range len(xs) - 1 {
			x, wx := nodes(xs[i], xs[i+1], bound, panel)
			sum := 0.0
			for b := range y {
				for a := range x {
					at[0], at[1] = x[a], y[b]
					sum += wy[b] * wx[a] * d.Density(at...)
				}
			}
			cells = append(cells, sum)
		}
	}
	return cells
}

// nodes returns the nodes and weights of a composite rule on the part of [a, b] within the bound.
func nodes(a, b, bound, panel float64) (x, w []float64) {
	const order = 6
	a, b = max(a, -bound), min(b, bound)
	if b <= a {
		return nil, nil
	}
	n := int(math.Ceil((b - a) / panel))
	x, w = make([]float64, n*order), make([]float64, n*order)
	for p := range n {
		at, to := a+(b-a)*float64(p)/float64(n), a+(b-a)*float64(p+1)/float64(n)
		quad.Legendre{}.FixedLocations(x[p*order:(p+1)*order], w[p*order:(p+1)*order], at, to)
	}
	return x, w
}
