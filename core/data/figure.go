package data

import "math"

// The kinds of figures, by class.
var figureNames = []string{"square", "ellipse", "triangle"}

const (
	aSquare = iota
	anEllipse
)

// beyond is how far, in pixels, a place is outside a figure about the origin, or with a minus inside; of the ellipse about that, near its edge.
// All have their farthest points about as far from the middle: the radius.
func beyond(class int, x, y, radius float64) float64 {
	switch class {
	case aSquare:
		return max(math.Abs(x), math.Abs(y)) - float64(.75*radius)
	case anEllipse: // half as high as wide
		r := math.Sqrt(float64(x*x) + float64(4*float64(y*y)))
		slope := math.Sqrt(float64(x*x) + float64(16*float64(y*y))) // of r, times r
		if slope == 0 {
			return -radius / 2
		}
		return (r - radius) * r / slope
	}
	const half, root = .5, .8660254037844386 // the cosine and the sine of 60 degrees
	x = math.Abs(x)
	return max(y, float64(root*x)-float64(half*y)) - float64(.5*radius)
}

// hue is a colour of the circle at a part of a turn, full or as dark as said: red at 0, green at a third, blue at two.
func hue(turn, light float64) []uint8 {
	rgb := make([]uint8, 3)
	for k := range rgb {
		away := turn - float64(k)/3
		away = math.Abs(away - math.Floor(away+.5)) // of a turn, at most a half
		full := max(0, min(1, 2-float64(6*away)))
		rgb[k] = uint8(math.Floor(float64(float64(255*light)*full) + .5))
	}
	return rgb
}

// mixed is a byte at a share of the way from one to another, to the nearest.
func mixed(from, to uint8, share float64) uint8 {
	return uint8(math.Floor(float64(from) + float64(share*(float64(to)-float64(from))) + .5))
}
