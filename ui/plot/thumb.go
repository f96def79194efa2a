package plot

import (
	"math"

	"ganvas/core/wire"
)

// Thumb draws a shot, with the real points as Small has them, as side rows of side pixels from the top down, four bytes each: red, green, blue and
// opacity. It is framed by a line; without a shot it is the frame alone.
func Thumb(side int, th Theme, real []uint8, s *Shot) []byte {
	t := thumb{side, make([]Colour, side*side)}
	t.fill(th, s)
	if s != nil && s.Image.Len() > 0 {
		t.image(s.Image, th)
	} else if s != nil && s.Line != nil {
		t.line(real, s.Line, th)
	} else if s != nil {
		unit := math.Min(float64(side)/48, 2+float64(side-96)/250) // in a large picture dots need not be as large
		t.dots(real, 1.15*unit, th.Real.Ink, .3)
		t.dots(s.Samples, .95*unit, th.Generated.Ink, .9)
	}
	return t.framed(th.Rule)
}

type thumb struct {
	side   int
	pixels []Colour
}

// fill paints the page, and the shot's field on it.
func (t thumb) fill(th Theme, s *Shot) {
	for i := range t.pixels {
		t.pixels[i] = th.Page
		if s == nil || s.Field == nil {
			continue
		}
		scale := float64(shotSide-1) / float64(max(1, t.side-1))
		v := blend(s.Field, float64(i%t.side)*scale, float64(t.side-1-i/t.side)*scale)
		end := th.Real.Field
		if v < 0 {
			end = th.Generated.Field
		}
		t.pixels[i] = th.Page.Mix(end, math.Abs(v))
	}
}

// blend is a shot's field at (u, v) in grid steps from the bottom left corner, linear between the points around.
func blend(field []int8, u, v float64) float64 {
	i, j := min(int(u), shotSide-2), min(int(v), shotSide-2)
	du, dv := u-float64(i), v-float64(j)
	at := func(i, j int) float64 { return float64(field[j*shotSide+i]) / 127 }
	return (1-dv)*((1-du)*at(i, j)+du*at(i+1, j)) + dv*((1-du)*at(i, j+1)+du*at(i+1, j+1))
}

// image fills the picture with an image [height, width, channels].
func (t thumb) image(a wire.Array, th Theme) {
	high, wide, channels := a.Dim(0), a.Dim(1), a.Dim(2)
	pixels := Pixels(nil, wire.Bytes("", a.Bytes, 1, 1, high, wide, channels), th)
	for i := range t.pixels {
		p := pixels[4*(i/t.side*high/t.side*wide+i%t.side*wide/t.side):]
		t.pixels[i] = Colour{p[0], p[1], p[2]}
	}
}

// dots lays discs of a radius in pixels over the picture.
func (t thumb) dots(at []uint8, radius float64, ink Colour, opacity float64) {
	for k := 0; k+1 < len(at); k += 2 {
		x, y := float64(at[k])/255*float64(t.side-1), (1-float64(at[k+1])/255)*float64(t.side-1)
		for j := max(0, int(y-radius)); j <= min(t.side-1, int(y+radius+1)); j++ {
			for i := max(0, int(x-radius)); i <= min(t.side-1, int(x+radius+1)); i++ {
				cover := math.Max(0, math.Min(radius+.5-math.Hypot(float64(i)-x, float64(j)-y), 1))
				p := &t.pixels[j*t.side+i]
				*p = p.Mix(ink, cover*opacity)
			}
		}
	}
}

// framed is the picture's bytes, with a line around it.
func (t thumb) framed(line Colour) []byte {
	out := make([]byte, 0, 4*len(t.pixels))
	for i, c := range t.pixels {
		if x, y := i%t.side, i/t.side; x == 0 || y == 0 || x == t.side-1 || y == t.side-1 {
			c = line
		}
		out = append(out, c.R, c.G, c.B, 255)
	}
	return out
}
