package data

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Clumps are the shares of the parts that given points fall into, parts that do not touch, the largest first; one share of 1 where they are one. They
// are the components of the graph in which two points are joined where each is among the other's nearest (Maier, Hein and von Luxburg, 2009). What
// is left over, stragglers, is counted to none; where that is much, the points are one.
//
// Distances are in training's units. Of many points clumpPoints are looked at, evenly spread over the list.
func Clumps(p Finite) []float64 {
	g := newNearGraph(p)
	sizes := g.components()
	n, found := len(g.rows), 0
	var shares []float64
	for _, s := range sizes {
		if s >= max(len(g.near[0]), n/50) {
			shares = append(shares, float64(s))
			found += s
		}
	}
	if found*10 < n*9 || len(shares) < 2 {
		return []float64{1}
	}
	for i := range shares {
		shares[i] /= float64(found)
	}
	slices.SortFunc(shares, func(a, b float64) int { return cmp.Compare(b, a) })
	return shares
}

// clumpPoints is how many points are looked at: all pairs of them take some milliseconds.
const clumpPoints = 1000

// nearGraph is points with the numbers of their nearest.
type nearGraph struct {
	rows [][]float32
	near [][]int
}

// newNearGraph finds twice as many nearest as a number of points has bits: with fewer, a line of points would now and then be torn.
func newNearGraph(p Finite) *nearGraph {
	g := &nearGraph{}
	in, size := p.In(), p.Frame().Size()
	for i, n := 0, min(p.Len(), clumpPoints); i < n; i++ {
		at := i * p.Len() / n * size
		g.rows = append(g.rows, in[at:at+size])
	}
	n := len(g.rows)
	k := min(n-1, 2*bits.Len(uint(n)))
	for i := range g.rows {
		g.near = append(g.near, g.nearest(i, k))
	}
	return g
}

// nearest are the k points nearest to point i, in no order; of as near ones those that stand nearest to it in the list, so that of many equal ones
// each has its neighbours there for its nearest.
func (g *nearGraph) nearest(i, k int) []int {
	list, far := make([]int, 0, k), make([]float32, 0, k)
	worst := 0
	for step := 2; step < 2*len(g.rows); step++ {
		j := i + step/2
		if step%2 == 1 {
			j = i - step/2
		}
		if j < 0 || j >= len(g.rows) {
			continue
		}
		d := float32(0)
		for c, v := range g.rows[j] {
			x := v - g.rows[i][c]
			d += float32(x * x)
		}
		switch {
		case len(list) < k:
			list, far = append(list, j), append(far, d)
		case d < far[worst]:
			list[worst], far[worst] = j, d
		default:
			continue
		}
		for c := range far {
			if c == 0 || far[c] >= far[worst] {
				worst = c
			}
		}
	}
	return list
}

// components are the sizes of the graph's components.
func (g *nearGraph) components() (sizes []int) {
	seen := make([]bool, len(g.rows))
	for i := range g.rows {
		if seen[i] {
			continue
		}
		size, open := 0, []int{i}
		for seen[i] = true; len(open) > 0; size++ {
			at := open[len(open)-1]
			open = open[:len(open)-1]
			for _, j := range g.near[at] {
				if !seen[j] && slices.Contains(g.near[j], at) {
					seen[j] = true
					open = append(open, j)
				}
			}
		}
		sizes = append(sizes, size)
	}
	return sizes
}

// equalWithin is how far a clump's share may be from that of its parts.
const equalWithin = .07

// Equal is into how many equal parts a whole must be cut so that clumps of these shares are each of some of them, or nearly; 1 where that would be many more
// than there are clumps.
func Equal(shares []float64) int {
	for parts := len(shares); parts <= 2*len(shares)+3; parts++ {
		fits := true
		for _, s := range shares {
			whole := math.Max(1, math.Floor(s*float64(parts)+.5))
			fits = fits && math.Abs(s-whole/float64(parts)) <= equalWithin
		}
		if fits {
			return parts
		}
	}
	return 1
}
