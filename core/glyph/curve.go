package glyph

// pieces is how many straight lines a curve has between two of its points. A character is some twenty pixels high and a piece some two long, so
// that a corner between pieces is less than a tenth of a pixel beside the curve.
const pieces = 5

// curve is the Catmull-Rom spline through points (Catmull and Rom, 1974), as straight lines. Between a point that stands twice there is nothing to
// draw, and the curve has a corner.
func curve(through []point) []point {
	line := []point{through[0]}
	for i := 0; i+1 < len(through); i++ {
		b, c := through[i], through[i+1]
		if b == c {
			continue
		}
		before, after := through[max(0, i-1)], through[min(len(through)-1, i+2)]
		for k := 1; k <= pieces; k++ {
			t := float64(k) / pieces
			line = append(line, point{spline(before.x, b.x, c.x, after.x, t), spline(before.y, b.y, c.y, after.y, t)})
		}
	}
	return line
}

// spline is one coordinate of the curve at t of the way from b to c: the cubic whose slopes at both are half of what lies between their neighbours.
func spline(a, b, c, d, t float64) float64 {
	m, n := (c-a)/2, (d-b)/2
	cubic := float64(2*(b-c)) + m + n
	square := float64(3*(c-b)) - float64(2*m) - n
	return float64((float64((float64(cubic*t)+square)*t)+m)*t) + b
}
