package data

import (
	"cmp"
	"slices"

	"ganvas/core/random"
)

// labelledPoints is Points whose rows have classes.
type labelledPoints struct {
	*Points
	near *neighbours
}

func newLabelledPoints(p *Points) *labelledPoints { return &labelledPoints{p, newNeighbours(p)} }

// Classes implements Labelled.
func (l *labelledPoints) Classes() int { return len(l.classes) }

// ClassNames implements Named.
func (l *labelledPoints) ClassNames() []string { return l.classes }

// SampleLabelled implements Labelled.
func (l *labelledPoints) SampleLabelled(r *random.Source, dst, labels []float32) {
	for i := range labels {
		k := r.IntN(l.Len())
		copy(dst[i*l.size():], l.row(l.own, k))
		labels[i] = l.labels[k]
	}
}

// Class implements Labelled: the class that most of the nearest points have, in training's units.
func (l *labelledPoints) Class(at ...float64) int {
	point := make([]float32, len(at))
	for k, v := range at {
		point[k] = float32(v)
	}
	l.frame.In(point)
	return l.near.vote(point)
}

// Named is a Classed source whose classes have names.
type Named interface {
	Classed
	// ClassNames are the classes' names, by their numbers.
	ClassNames() []string
}

// voters is how many of the nearest points say which class a place has; mostVoters bounds how many are looked through.
const (
	voters     = 5
	mostVoters = 1 << 14
)

// neighbours finds the classes of points about a place, by a k-d tree (Bentley, 1975): the points in an order in which the middle one of each
// range cuts it across the range's axis.
type neighbours struct {
	points  *Points
	order   []int32
	axes    []uint8 // of the cut at each place
	classes int
}

func newNeighbours(p *Points) *neighbours {
	n := &neighbours{points: p, classes: len(p.classes)}
	every := (p.Len() + mostVoters - 1) / mostVoters
	for i := 0; i < p.Len(); i += every {
		n.order = append(n.order, int32(i))
	}
	n.axes = make([]uint8, len(n.order))
	n.build(0, len(n.order))
	return n
}

// in is a coordinate of a point in training's units.
func (n *neighbours) in(place, axis int) float32 {
	return n.points.in[int(n.order[place])*n.points.size()+axis]
}

func (n *neighbours) build(from, to int) {
	if to-from < 2 {
		return
	}
	axis, most := 0, float32(-1)
	for k := range n.points.size() {
		low, high := n.in(from, k), n.in(from, k)
		for i := from + 1; i < to; i++ {
			low, high = min(low, n.in(i, k)), max(high, n.in(i, k))
		}
		if high-low > most {
			axis, most = k, high-low
		}
	}
	size, in := n.points.size(), n.points.in
	slices.SortFunc(n.order[from:to], func(a, b int32) int { return cmp.Compare(in[int(a)*size+axis], in[int(b)*size+axis]) })
	middle := (from + to) / 2
	n.axes[middle] = uint8(axis)
	n.build(from, middle)
	n.build(middle+1, to)
}

// vote is the class that most of the nearest have; of as many, the nearest one's.
func (n *neighbours) vote(at []float32) int {
	var found nearestFew
	n.search(at, 0, len(n.order), &found)
	best, most := 0, 0
	counts := make([]int, n.classes)
	for _, f := range found.list[:found.n] {
		class := int(n.points.labels[f.point])
		if counts[class]++; counts[class] > most {
			best, most = class, counts[class]
		}
	}
	return best
}

func (n *neighbours) search(at []float32, from, to int, found *nearestFew) {
	if from >= to {
		return
	}
	middle := (from + to) / 2
	found.add(n.order[middle], n.distance2(at, n.order[middle]))
	axis := int(n.axes[middle])
	off := at[axis] - n.in(middle, axis)
	near, far := [2]int{from, middle}, [2]int{middle + 1, to}
	if off >= 0 {
		near, far = far, near
	}
	n.search(at, near[0], near[1], found)
	if float32(off*off) < found.reach() {
		n.search(at, far[0], far[1], found)
	}
}

func (n *neighbours) distance2(at []float32, point int32) float32 {
	sum := float32(0)
	for k, v := range n.points.row(n.points.in, int(point)) {
		d := at[k] - v
		sum += float32(d * d)
	}
	return sum
}

// nearestFew is the nearest points found, the nearest first.
type nearestFew struct {
	n    int
	list [voters]struct {
		point     int32
		distance2 float32
	}
}

// reach is the squared distance within which a point would be among them.
func (f *nearestFew) reach() float32 {
	if f.n < voters {
		return float32(1e38)
	}
	return f.list[f.n-1].distance2
}

func (f *nearestFew) add(point int32, distance2 float32) {
	if distance2 >= f.reach() {
		return
	}
	f.n = min(f.n+1, voters)
	i := f.n - 1
	for ; i > 0 && f.list[i-1].distance2 > distance2; i-- {
		f.list[i] = f.list[i-1]
	}
	f.list[i].point, f.list[i].distance2 = point, distance2
}
