package simd

import (
	"slices"

	"ganvas/core/plan"
)

// access says how a loop that takes four elements at a time reads or writes one view of the arena.
type access uint8

const (
	unit    access = iota // four neighbours
	splat                 // one element, four times
	strided               // four elements apart from one another
	// Of pairs, where the loop goes along two dimensions of which the last is 2:
	period // x0 x1 x0 x1: a view that repeats along the first
	repeat // x0 x0 x1 x1: a view that repeats along the last
)

// lane is a view as the innermost loop sees it.
type lane struct {
	offset int // float32s
	access access
	stride int   // float32s from one element to the next, where strided
	steps  []int // bytes to go for one more along each outer dimension, and, last, for one more vector
}

// invariant says whether the view is the same for every vector of the innermost loop.
func (v lane) invariant() bool { return v.steps[len(v.steps)-1] == 0 }

// constant says whether the view is the same throughout.
func (v lane) constant() bool {
	return !slices.ContainsFunc(v.steps, func(s int) bool { return s != 0 })
}

// mapPlan is a loop nest for a Map: dims outer loops around a loop over n elements, four at a time.
type mapPlan struct {
	dims []int
	n    int
	in   []lane
	out  []lane
}

// planMap chooses the dimension along which lanes lie: the cheapest, in instructions.
func planMap(m *plan.Map) mapPlan {
	dims, views := collapse(m)
	in, out := views[:len(m.In)], views[len(m.In):]
	if pairable(dims, views, len(in)) {
		return pairPlan(dims, in, out)
	}
	best, least := 0, 0
	for d := range dims {
		if c := mapCost(dims, views, d, len(m.Code.Instrs)); d == 0 || c <= least {
			best, least = d, c
		}
	}
	outer := slices.Delete(slices.Clone(dims), best, best+1)
	lanes, room := make([]lane, len(views)), make([]int, len(views)*len(dims))
	for i, v := range views {
		lanes[i] = laneAlong(v, best, room[i*len(dims):][:0:len(dims)])
	}
	return mapPlan{dims: outer, n: dims[best], in: lanes[:len(in)], out: lanes[len(in):]}
}

// laneAlong is v as a loop along dimension d sees it, inside loops along the others; steps has room for as many as there are dimensions.
func laneAlong(v plan.View, d int, steps []int) lane {
	l := lane{offset: v.Offset, stride: v.Strides[d], access: accessOf(v.Strides[d]), steps: steps}
	for e, s := range v.Strides {
		if e != d {
			l.steps = append(l.steps, 4*s)
		}
	}
	l.steps = append(l.steps, 16*v.Strides[d])
	return l
}

func accessOf(stride int) access {
	switch stride {
	case 0:
		return splat
	case 1:
		return unit
	}
	return strided
}

// mapCost estimates the instructions that a loop nest with lanes along dimension d runs.
func mapCost(dims []int, views []plan.View, d, code int) int {
	outer, vector := 1, code
	for e, n := range dims {
		if e != d {
			outer *= n
		}
	}
	for _, v := range views {
		vector += [...]int{unit: 1, splat: 0, strided: 6}[accessOf(v.Strides[d])]
	}
	return outer * (6 + (dims[d]+3)/4*vector)
}

// collapse drops dimensions of 1 and joins neighbours that every view, of the inputs and then the outputs, walks as one.
func collapse(m *plan.Map) (dims []int, views []plan.View) {
	views = slices.Concat(m.In, m.Out)
	strides := make([][]int, len(views))
	for i, v := range views {
		strides[i] = v.Strides
	}
	dims, strides = plan.Loop(m.Dims, strides, 1)
	for i := range views {
		views[i].Strides = strides[i]
	}
	return dims, views
}

// pairable says whether the last two dimensions, the last being 2, can be walked as one whose vectors hold two pairs.
func pairable(dims []int, views []plan.View, ins int) bool {
	d := len(dims) - 1
	if d < 1 || dims[d] != 2 {
		return false
	}
	for i, v := range views {
		s := [2]int{v.Strides[d-1], v.Strides[d]}
		switch s {
		case [2]int{2, 1}:
		case [2]int{0, 1}, [2]int{1, 0}, [2]int{0, 0}:
			if i >= ins {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// pairPlan plans a Map that is pairable.
func pairPlan(dims []int, in, out []plan.View) mapPlan {
	d := len(dims) - 1
	lane := func(v plan.View) lane {
		l := lane{offset: v.Offset}
		for _, s := range v.Strides[:d-1] {
			l.steps = append(l.steps, 4*s)
		}
		step := 0
		switch [2]int{v.Strides[d-1], v.Strides[d]} {
		case [2]int{2, 1}:
			l.access, step = unit, 16
		case [2]int{0, 1}:
			l.access = period
		case [2]int{1, 0}:
			l.access, step = repeat, 8
		case [2]int{0, 0}:
			l.access = splat
		}
		l.steps = append(l.steps, step)
		return l
	}
	p := mapPlan{dims: dims[:d-1], n: 2 * dims[d-1]}
	for _, v := range in {
		p.in = append(p.in, lane(v))
	}
	for _, v := range out {
		p.out = append(p.out, lane(v))
	}
	return p
}
