package plot

import (
	"math"

	"ganvas/core/wire"
)

// Alternation is how much images [..., height, width, channels] alternate from pixel to pixel: the root of the mean square, over all of them, of their
// amplitudes at the period 2 along rows, along columns and along both, in shares of white. A stride of 2 that is uneven leaves its checkerboard there.
// Without images it is 0.
func Alternation(a wire.Array) float64 {
	n := len(a.Shape)
	if n < 3 || len(a.Bytes) == 0 {
		return 0
	}
	high, wide, channels := a.Shape[n-3]&^1, a.Shape[n-2]&^1, a.Shape[n-1] // whole periods
	size := a.Shape[n-3] * a.Shape[n-2] * channels
	sum, count := 0., 0
	for at := 0; at+size <= len(a.Bytes); at += size {
		for c := range channels {
			var amplitude [3]float64
			for y := range high {
				for x := range wide {
					v := float64(a.Bytes[at+(y*a.Shape[n-2]+x)*channels+c]) / 255
					amplitude[0] += v * sign(y)
					amplitude[1] += v * sign(x)
					amplitude[2] += v * sign(x+y)
				}
			}
			for _, v := range amplitude {
				v /= float64(max(1, high*wide))
				sum += v * v
				count++
			}
		}
	}
	return math.Sqrt(sum / float64(max(1, count)))
}

func sign(n int) float64 { return float64(1 - n&1*2) }
