package plot

import "math"

// Colour is an opaque sRGB colour.
type Colour struct{ R, G, B uint8 }

// RGBA is a colour as vertices carry it: sRGB components from 0 to 1, premultiplied by the opacity, which is last.
type RGBA [4]float32

// Hex is the colour as CSS writes it: "#1f6fb5".
func (c Colour) Hex() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#',
		digits[c.R>>4], digits[c.R&15],
		digits[c.G>>4], digits[c.G&15],
		digits[c.B>>4], digits[c.B&15]})
}

// Alpha is the colour at an opacity from 0 to 1.
func (c Colour) Alpha(a float64) RGBA {
	f := float32(math.Min(math.Max(a, 0), 1)) / 255
	return RGBA{float32(c.R) * f, float32(c.G) * f, float32(c.B) * f, f * 255}
}

// Mix is the colour a fraction t of the way to another, in sRGB.
func (c Colour) Mix(to Colour, t float64) Colour {
	m := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + t*(float64(b)-float64(a)))) }
	return Colour{m(c.R, to.R), m(c.G, to.G), m(c.B, to.B)}
}

// Linear returns the components as light, each from 0 to 1 (IEC 61966-2-1).
func (c Colour) Linear() [3]float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return [3]float64{f(c.R), f(c.G), f(c.B)}
}
