package imagefile

import (
	"math"
)

// scale takes a file's values to bytes.
type scale struct{ low, high float64 }

// scaleOf finds the scale of values by reading them once: bytes as they are, what lies between 0 and 1 or between -1 and 1 by these ends, and all
// else by the least and the greatest that there is. Bytes that never go beyond 16 are no bytes, but the levels of scikit-learn's digits.
func scaleOf(name string, each func(func(float64) error) error, bytes bool) (scale, error) {
	if bytes {
		return scale{0, 255}, nil
	}
	low, high, whole := math.Inf(1), math.Inf(-1), true
	err := each(func(v float64) error {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return refuse(name, "finite numbers", "a pixel of %v", v)
		}
		low, high, whole = min(low, v), max(high, v), whole && v == math.Floor(v)
		return nil
	})
	switch {
	case err != nil:
		return scale{}, err
	case low == high:
		return scale{}, refuse(name, "pixels of which two differ", "%v in every pixel", low)
	case low >= 0 && high <= 1:
		return scale{0, 1}, nil
	case low >= -1 && high <= 1:
		return scale{-1, 1}, nil
	case whole && low >= 0 && high > 16 && high <= 255:
		return scale{0, 255}, nil
	case whole && low >= 0 && high <= 16:
		return scale{0, high}, nil
	}
	return scale{low, high}, nil
}

// byte is the nearest byte of a value.
func (s scale) byte(v float64) uint8 {
	share := (v - s.low) / (s.high - s.low)
	return uint8(math.Floor(float64(255*max(0, min(1, share))) + .5))
}
