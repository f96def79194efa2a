package metric

import (
	"slices"

	"ganvas/core/data"
)

// given is points of which there are no more: those that training draws from, and those held out from it.
type given struct {
	train, held data.Finite
	all         []float32 // the coordinates of both
	spans       []span    // by axis
}

// NewGiven prepares given points for measuring: those that training draws from, and those held out from it, two parts of one set with one frame.
// A perfect generator makes other points of the same law. What it scores against those held out is what other parts of the
// set, of as many points, score against one another.
func NewGiven(train, held data.Finite) *Target {
	t := newTarget(train)
	all := slices.Concat(train.Own(), held.Own())
	t.given = &given{train, held, all, t.spans(all)}
	t.cells = newTree(t, t.given.all)
	return t
}

// deal deals given points out anew.
func (g *given) deal(t *Target, generated, real int) *Samples {
	size := t.size()
	order := t.fakes.Perm(len(g.all) / size)
	take := func(n int) []float32 {
		points := make([]float32, 0, n)
		for len(points) < n && len(order) > 0 {
			points = append(points, g.all[order[0]*size:(order[0]+1)*size]...)
			order = order[1:]
		}
		return points
	}
	return t.Samples(take(generated), take(real))
}
