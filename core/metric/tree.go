package metric

import (
	"cmp"
	"math"
	"slices"
)

// leafPoints is how many of the points that place them cells hold at least; mostCells bounds the cells.
const (
	leafPoints = 10
	mostCells  = 1024
	treePoints = 10_000 // of a law, which place its cells
)

// tree is cells placed by points, each cut in the middle of its points across where they spread the most, so that all hold about as
// many. No cut goes through a point, so that a column of few values has its values inside of cells, and one of a single value is not cut.
//
// Where a column has one value, whatever differs from it by more than flatReach is outside of all cells: there is no data.
type tree struct {
	target *Target
	root   *branch
	leaves int
	flat   []flat
}

// flat is a column of one value, and how far from it cells reach.
type flat struct {
	axis         int
	value, reach float32
}

// flatReach is in training's units: as much as nobody sees in a picture.
const flatReach = .01

// branch is a cut, or, where it has none, a cell.
type branch struct {
	axis         int
	cut          float32
	below, above *branch
	cell         int
}

func newTree(t *Target, points []float32) *tree {
	size := len(t.Frame.Scale)
	var rows [][]float32
	for ; len(points) >= size; points = points[size:] {
		if t.Window.Holds(points[:size]) {
			rows = append(rows, points[:size])
		}
	}
	out := &tree{target: t, flat: flatAxes(t, rows)}
	out.root = out.grow(rows, leastIn(len(rows)))
	return out
}

// flatAxes are the columns of rows that have one value.
func flatAxes(t *Target, rows [][]float32) (out []flat) {
	for k, scale := range t.Frame.Scale {
		if len(rows) > 0 && !slices.ContainsFunc(rows, func(r []float32) bool { return r[k] != rows[0][k] }) {
			out = append(out, flat{k, rows[0][k], flatReach * scale})
		}
	}
	return out
}

// leastIn is how many of n points a cell holds at least. With more points there are more cells, and their sum is the surer: cells must hold
// the more, so that what a few points more or less in each of them do to it stays within what chance does.
func leastIn(n int) int {
	return max(leafPoints, int(math.Sqrt(float64(n))/3), n/mostCells)
}

// grow cuts until a cell would hold fewer points than least.
func (t *tree) grow(rows [][]float32, least int) *branch {
	if len(rows) >= 2*least {
		for _, axis := range t.byWidth(rows) {
			slices.SortFunc(rows, func(a, b []float32) int { return cmp.Compare(a[axis], b[axis]) })
			if k := middle(rows, axis); k >= least && len(rows)-k >= least {
				return &branch{axis: axis, cut: between(rows[k-1][axis], rows[k][axis]), below: t.grow(rows[:k], least), above: t.grow(rows[k:], least)}
			}
		}
	}
	t.leaves++
	return &branch{cell: t.leaves - 1}
}

// byWidth is the axes, those first along which points spread the most in training's units.
func (t *tree) byWidth(rows [][]float32) []int {
	scale := t.target.Frame.Scale
	axes, width := make([]int, len(scale)), make([]float32, len(scale))
	for k := range axes {
		low, high := rows[0][k], rows[0][k]
		for _, r := range rows {
			low, high = min(low, r[k]), max(high, r[k])
		}
		axes[k], width[k] = k, (high-low)/scale[k]
	}
	slices.SortStableFunc(axes, func(a, b int) int { return cmp.Compare(width[b], width[a]) })
	return axes
}

// middle is the number of the first point of the upper half: the place nearest the middle where the axis has a step; 0 where it has none.
func middle(rows [][]float32, axis int) int {
	n := len(rows)
	for d := range n/2 + 1 {
		for _, k := range [2]int{n/2 - d, n/2 + d} {
			if k > 0 && k < n && rows[k-1][axis] < rows[k][axis] {
				return k
			}
		}
	}
	return 0
}

// between is a number above a and at most b, half-way as far as there is one.
func between(a, b float32) float32 {
	if m := a + (b-a)/2; m > a {
		return m
	}
	return b
}

func (t *tree) count() int { return t.leaves }

func (t *tree) of(point []float32) int {
	if !t.target.Window.Holds(point) {
		return t.leaves
	}
	for _, f := range t.flat {
		if d := point[f.axis] - f.value; d > f.reach || d < -f.reach {
			return t.leaves
		}
	}
	b := t.root
	for b.below != nil {
		if point[b.axis] < b.cut {
			b = b.below
		} else {
			b = b.above
		}
	}
	return b.cell
}
