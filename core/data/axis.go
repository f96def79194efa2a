package data

import (
	"math"
	"slices"
)

// axis is how one coordinate of given points is centred and scaled: in float64, and so that any affine image of the points that float64 holds exactly
// comes to the same bits in training's units. The middle and the spread come first, both from order alone; only what is then free of
// the points' own units is averaged.
type axis struct {
	middle, spread float64 // a median, and the distance between two quantiles
	low, high      float64 // beyond these a point is outside
	mean, scale    float64 // of the points inside: the mean in spreads from the middle, and the standard deviation in own units
	deviation      float64 // the same in spreads
}

// newAxis is the axis of every size-th number.
func newAxis(values []float64, size int) axis {
	var v []float64
	for i := 0; i < len(values); i += size {
		v = append(v, values[i])
	}
	slices.Sort(v)
	n := len(v)
	a := axis{middle: v[n/2], spread: v[n-1-n/10] - v[n/10]}
	a.low, a.high = fences(v)
	if a.spread == 0 { // most are one number
		a.spread = v[n-1] - v[0]
	}
	if a.spread > 0 {
		a.moments(v)
	}
	return a
}

// fences are the bounds beyond which one of the sorted numbers lies outside: at most a hundredth at either end, or one of few, where they lie
// farther from the others than these extend.
func fences(v []float64) (low, high float64) {
	n := len(v)
	k := 0
	if n >= 10 {
		k = max(1, n/100)
	}
	low, high = v[k], v[n-1-k]
	if k == 0 || high == low {
		return v[0], v[n-1]
	}
	width := high - low
	return low - width, high + width
}

// moments sets the mean and the deviation of the numbers inside, summed in order.
func (a *axis) moments(v []float64) {
	n, sum := 0., 0.
	for _, x := range v {
		if a.holds(x) {
			n++
			sum += a.from(x)
		}
	}
	a.mean = sum / n
	sum = 0
	for _, x := range v {
		if a.holds(x) {
			d := a.from(x) - a.mean
			sum += float64(d * d)
		}
	}
	a.deviation = math.Sqrt(sum / n)
	a.scale = a.spread * a.deviation
}

// from is a number in spreads from the middle.
func (a *axis) from(x float64) float64 { return (x - a.middle) / a.spread }

// in is a number in training's units.
func (a *axis) in(x float64) float32 { return float32((a.from(x) - a.mean) / a.deviation) }

// holds says whether a number is not outside.
func (a *axis) holds(x float64) bool { return x >= a.low && x <= a.high }

// centre is the mean.
func (a *axis) centre() float64 { return a.middle + float64(a.spread*a.mean) }

// flat gives an axis without extent the scale of the other.
func (a *axis) flat(scale float64) { a.spread, a.mean, a.deviation, a.scale = scale, 0, 1, scale }

// origin is what own units are counted from: zero, or the middle where that is so far that float32 would lose more than ten of its 24 bits.
func (a *axis) origin() float64 {
	if c := a.centre(); c > 1024*a.scale || c < -1024*a.scale {
		return a.middle
	}
	return 0
}
