package data

import (
	"fmt"
	"slices"

	"ganvas/core/random"
)

// The parts of own points.
const (
	mostHeld   = 10_000 // what measures look at
	heldShare  = 4      // one in four is held out,
	fewestHeld = 10     // of which there are ten at least, or none: measures take no fewer
)

// HeldOut is how many of n own points are held out from training, to measure by.
func HeldOut(n int) int {
	if n < heldShare*fewestHeld {
		return 0
	}
	return min(n/heldShare, mostHeld)
}

// Split implements Finite; both parts keep the whole's frame and window, and the order of the points. Measures need points that training never
// saw. It refuses a split that leaves either side empty.
func (p *Points) Split(r *random.Source, hold int) (train, held Finite, err error) {
	if hold < 1 || hold >= p.Len() {
		return nil, nil, fmt.Errorf("holding out %d of %d points; allowed is 1 to %d", hold, p.Len(), p.Len()-1)
	}
	order := r.Perm(p.Len())
	slices.Sort(order[:hold])
	slices.Sort(order[hold:])
	return p.part(order[hold:]).source(), p.part(order[:hold]).source(), nil
}

// part is the points of these numbers.
func (p *Points) part(of []int) *Points {
	e := *p
	e.own, e.in, e.labels = nil, nil, nil
	for _, i := range of {
		e.own, e.in = append(e.own, p.row(p.own, i)...), append(e.in, p.row(p.in, i)...)
		if p.labels != nil {
			e.labels = append(e.labels, p.labels[i])
		}
	}
	return &e
}

// Where implements Finite.
func (p *Points) Where(keep func(class int) bool) Finite {
	var of []int
	for i, l := range p.labels {
		if keep(int(l)) {
			of = append(of, i)
		}
	}
	if of == nil {
		return nil
	}
	e := p.part(of)
	e.labels, e.classes = nil, nil
	return e
}
