package data

import "ganvas/core/random"

// labelledPoints is Points whose rows have classes.
type labelledPoints struct {
	*Points
	cells classMap
}

func newLabelledPoints(p *Points) *labelledPoints {
	l := &labelledPoints{Points: p}
	l.cells.fill(p.in, p.labels, len(p.classes))
	return l
}

// Classes implements Labelled.
func (l *labelledPoints) Classes() int { return len(l.classes) }

// ClassNames implements Named.
func (l *labelledPoints) ClassNames() []string { return l.classes }

// SampleLabelled implements Labelled.
func (l *labelledPoints) SampleLabelled(r *random.Source, dst, labels []float32) {
	for i := range labels {
		k := r.IntN(l.Len())
		dst[2*i], dst[2*i+1], labels[i] = l.xy[2*k], l.xy[2*k+1], l.labels[k]
	}
}

// Class implements Labelled: the class that most points of the same small cell have, or of the next cell that has some.
func (l *labelledPoints) Class(x, y float64) int {
	at := [2]float32{float32(x), float32(y)}
	l.frame.In(at[:])
	return int(l.cells[cellOf(at[1])*classCells+cellOf(at[0])])
}

// Named is a Classed source whose classes have names.
type Named interface {
	Classed
	// ClassNames are the classes' names, by their numbers.
	ClassNames() []string
}

// classMap is the class of each cell of a square of training's units, from -classReach to classReach; what lies beyond has that of the edge.
type classMap [classCells * classCells]uint8

const (
	classCells = 64
	classReach = 4
)

// cellOf is the cell of a coordinate, on one axis.
func cellOf(v float32) int {
	i := int((v + classReach) * (classCells / (2 * classReach)))
	if v < -classReach {
		i = 0
	}
	return max(0, min(classCells-1, i))
}

// fill gives each cell the class that most of its points have, and then each empty one that of the next.
func (m *classMap) fill(in, labels []float32, classes int) {
	counts := make([]int, len(m)*classes)
	known := make([]bool, len(m))
	for i, l := range labels {
		cell := cellOf(in[2*i+1])*classCells + cellOf(in[2*i])
		counts[cell*classes+int(l)]++
		known[cell] = true
	}
	var edge []int
	for cell := range m {
		for class, best := 0, 0; class < classes; class++ {
			if n := counts[cell*classes+class]; n > best {
				best, m[cell] = n, uint8(class)
			}
		}
		if known[cell] {
			edge = append(edge, cell)
		}
	}
	m.spread(edge, known)
}

// spread goes out from the known cells, ring by ring.
func (m *classMap) spread(edge []int, known []bool) {
	for len(edge) > 0 {
		cell := edge[0]
		edge = edge[1:]
		x, y := cell%classCells, cell/classCells
		for _, step := range [4][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			nx, ny := x+step[0], y+step[1]
			if nx < 0 || ny < 0 || nx >= classCells || ny >= classCells || known[ny*classCells+nx] {
				continue
			}
			next := ny*classCells + nx
			known[next], m[next] = true, m[cell]
			edge = append(edge, next)
		}
	}
}
