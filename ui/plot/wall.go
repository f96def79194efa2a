package plot

import (
	"math"

	"ganvas/core/wire"
)

// Wall is where images lie that are shown side by side, row by row, with a bar under each. Lengths are in the pixels of its Size.
type Wall struct {
	Down, Across  int     // rows and columns that are shown
	Stride        int     // columns that there are
	Left, Top     float64 // of the first image
	Width, Height float64 // of an image
	Gap           float64 // between two images, to the side
	Below         float64 // between two images, downwards: the bar is there
	Bar           float64 // the bar's height
}

// In CSS pixels.
const (
	wallGutter = 22 // for the rows' names
	wallGap    = 5
	wallBar    = 4
	wallAbove  = 2 // between an image and its bar

	leastColumns = 5
	wallWedge    = 5 // wedges to an image's side
)

// WallOf lays out an array [down, across, height, width, channels] of images, all of its rows, and of its columns as many as leave the images as large
// as the rows let them be, but at least leastColumns. named rows have room for a name on their left. Without images it is empty.
func WallOf(s Size, images wire.Array, named bool) Wall {
	w := Wall{Down: images.Dim(0), Across: images.Dim(1), Stride: images.Dim(1)}
	high, wide := float64(images.Dim(2)), float64(images.Dim(3))
	if w.Down*w.Across == 0 || high*wide == 0 {
		return Wall{}
	}
	w.Gap, w.Bar, w.Below = wallGap*s.Scale, wallBar*s.Scale, (wallAbove+wallBar+wallGap)*s.Scale
	if named {
		w.Left = wallGutter * s.Scale
	}
	down := s.H/float64(w.Down) - w.Below
	if fit := (s.W - w.Left + w.Gap) / (down/high*wide + w.Gap); down > 0 && fit < float64(w.Across) {
		w.Across = min(w.Across, max(leastColumns, int(fit)))
	}
	across := ((s.W-w.Left+w.Gap)/float64(w.Across) - w.Gap) / wide * high
	w.Height = math.Floor(math.Max(1, math.Min(down, across)))
	w.Width = math.Floor(math.Max(1, w.Height/high*wide))
	return w
}

// Shown are the images that are shown, by their places in the array.
func (w Wall) Shown() (out []int) {
	for row := range w.Down {
		for col := range w.Across {
			out = append(out, row*w.Stride+col)
		}
	}
	return out
}

// Corner is the top left corner of an image, by its place in the array.
func (w Wall) Corner(i int) (x, y float64) {
	row, col := i/w.Stride, i%w.Stride
	return w.Left + float64(col)*(w.Width+w.Gap), w.Top + float64(row)*(w.Height+w.Below)
}

// At is the image at a place, its bar with it.
func (w Wall) At(x, y float64) (i int, ok bool) {
	if w.Across == 0 || x < w.Left || y < w.Top {
		return 0, false
	}
	col, row := int((x-w.Left)/(w.Width+w.Gap)), int((y-w.Top)/(w.Height+w.Below))
	if col >= w.Across || row >= w.Down {
		return 0, false
	}
	i = row*w.Stride + col
	left, top := w.Corner(i)
	return i, x < left+w.Width && y < top+w.Height+w.Below-w.Gap
}

// VerdictBar is the bar under an image: from its middle, D = 1/2, to the right where D says real and to the left where it says generated, full
// at a reach from 1/2. What is not a number has none.
func (w Wall) VerdictBar(i int, d float32, reach float64) (x0, x1, y float64) {
	left, top := w.Corner(i)
	y = top + w.Height + w.Below - w.Gap - w.Bar
	middle := left + w.Width/2
	share := math.Max(-1, math.Min(1, (float64(d)-.5)/reach))
	if share != share {
		share = 0
	}
	end := middle + share*w.Width/2
	return math.Min(middle, end), math.Max(middle, end), y
}

// Wrong adds a wedge in the top right corner of an image, by its place in the array: D takes it for what it is not.
func (g *Geometry) Wrong(w Wall, i int, ink RGBA) {
	left, top := w.Corner(i)
	right, side := float32(left+w.Width), float32(math.Min(w.Width, w.Height)/wallWedge)
	g.Polygon([]Point{{X: right - side, Y: float32(top)}, {X: right, Y: float32(top)}, {X: right, Y: float32(top) + side}}, ink)
}

// Bar adds a bar of a colour.
func (g *Geometry) Bar(x0, x1, y, height float64, c RGBA) {
	at := func(x, y float64) Point { return Point{X: float32(x), Y: float32(y)} }
	g.Polygon([]Point{at(x0, y), at(x1, y), at(x1, y+height), at(x0, y+height)}, c)
}

// Pixels writes images of bytes, side by side as in the wall, into the bytes of one image, four to a pixel: [down*height, across*width]. One
// channel is ink on paper, the theme's; three are red, green and blue.
func Pixels(into []byte, images wire.Array, t Theme) []byte {
	down, across, high, wide, channels := images.Dim(0), images.Dim(1), images.Dim(2), images.Dim(3), images.Dim(4)
	n := 4 * down * across * high * wide
	if cap(into) < n {
		into = make([]byte, n)
	}
	into = into[:n]
	ink := inks(t)
	at := 0
	for cell := range down * across {
		row, col := cell/across, cell%across
		for y := range high {
			out := 4 * (((row*high+y)*across + col) * wide)
			for range wide {
				p := into[out : out+4]
				if channels == 1 {
					copy(p, ink[images.Bytes[at]][:])
				} else {
					copy(p, images.Bytes[at:at+3])
					p[3] = 255
				}
				at += channels
				out += 4
			}
		}
	}
	return into
}

// inks are the colours of a byte of one channel, from paper to ink.
func inks(t Theme) (out [256][4]byte) {
	for v := range out {
		share := float64(v) / 255
		mix := func(a, b uint8) byte { return byte(float64(a) + share*(float64(b)-float64(a)) + .5) }
		out[v] = [4]byte{mix(t.Sunk.R, t.Text.R), mix(t.Sunk.G, t.Text.G), mix(t.Sunk.B, t.Text.B), 255}
	}
	return out
}

// ReachOf is the smallest of Reaches that holds 95 % of values' distances from 1/2.
func ReachOf(values ...[]float32) float64 {
	var all []float32
	for _, v := range values {
		all = append(all, v...)
	}
	return Field{D: all}.Reach()
}
