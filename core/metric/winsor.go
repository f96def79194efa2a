package metric

import "slices"

// span is the part of an axis in which given points are compared by how far they lie from one another, in training's units.
type span struct{ low, high float64 }

// spans are those of all axes, from the first hundredth of the points to the last. What lies beyond is too few for a file to say how far
// out it is: of heavy tails, a part of a file says little of another's mean square, and nothing of the law's.
func (t *Target) spans(points []float32) []span {
	all := t.standard(points, everyPoint)
	out := make([]span, t.size())
	for k := range out {
		v := sorted(all, k)
		few := len(v) / 100
		if len(v) >= 10 {
			few = max(few, 1)
		}
		out[k] = span{v[few], v[len(v)-1-few]}
	}
	return out
}

// winsorised returns samples as standard does. Of given points, coordinates beyond their span count as at its end (winsorising: Tukey,
// 1962), so that a floor, which is of other parts of the same points, is as true of tails of any weight. A generator that is elsewhere is not drawn in:
// the span is widened to nine tenths of its points.
func (s *Samples) winsorised(most int) (generated, real []point, err error) {
	generated, real, err = s.standard(most)
	if err != nil || s.Target.given == nil {
		return generated, real, err
	}
	for k, a := range s.Target.given.spans {
		v := sorted(generated, k)
		a = span{min(a.low, v[len(v)/20]), max(a.high, v[len(v)-1-len(v)/20])}
		a.draw(generated, k)
		a.draw(real, k)
	}
	return generated, real, nil
}

// draw takes the points' coordinates on an axis into the span.
func (a span) draw(points []point, axis int) {
	for _, p := range points {
		p[axis] = min(max(p[axis], a.low), a.high)
	}
}

// sorted are the points' coordinates on an axis.
func sorted(points []point, axis int) []float64 {
	v := make([]float64, len(points))
	for i, p := range points {
		v[i] = p[axis]
	}
	slices.Sort(v)
	return v
}
