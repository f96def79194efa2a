package plan

import (
	"math"
	"slices"
)

// fuse decides which element-wise values are computed in one loop. Two that are argument and result of each other, in one
// shape, belong together if no other kind of value lies on a way from one to the other.
//
// Each value gets a stage such that a stage never falls from argument to result, and rises wherever the two are not element-wise in
// one shape. Then a way between two values of one stage passes through element-wise values of that stage alone, so
// that everything of one stage that hangs together may share a loop. Stages are as late as can be: what an
// optimiser computes from a moment alone then joins the loop that has the gradient.
func fuse(b *body) {
	for _, v := range b.values {
		v.stage = math.MaxInt
	}
	for i := len(b.values) - 1; i >= 0; i-- {
		v := b.values[i]
		for _, a := range v.args {
			s := v.stage
			if !joins(a, v) {
				s--
			}
			a.stage = min(a.stage, s)
		}
	}
}

// joins says whether a, an argument of v, can be computed in v's loop.
func joins(a, v *value) bool {
	return a.elementwise() != nil && v.elementwise() != nil && slices.Equal(a.shape, v.shape)
}

// groups returns the sets of element-wise values that share a loop, each in the order of b.values, ordered by their first values.
func groups(b *body) [][]*value {
	for _, v := range b.values {
		if v.elementwise() == nil {
			continue
		}
		v.leader = v
		for _, a := range v.args {
			if joins(a, v) && a.stage == v.stage {
				a.lead().leader = v
			}
		}
	}
	// First how many groups there are, and of what sizes; then who is in them.
	var sizes []int
	for _, v := range b.values {
		if v.elementwise() == nil {
			continue
		}
		l := v.lead()
		if !l.grouped {
			l.grouped, l.group = true, len(sizes)
			sizes = append(sizes, 0)
		}
		sizes[l.group]++
	}
	out := lists(sizes)
	for _, v := range b.values {
		if v.elementwise() != nil {
			l := v.lead()
			out[l.group] = append(out[l.group], v)
		}
	}
	return out
}

// lead returns the value that stands for all that share v's loop, as far as is known.
func (v *value) lead() *value {
	if v.leader != v {
		v.leader = v.leader.lead()
	}
	return v.leader
}
