package plot

import "math"

// Maps is where the numbers of a layer lie as pixels: of an image [height, width, channels] a picture for each channel, side by side, and of features
// [n] a square for each. Pixels of the sheet are those of the maps, and one between two of them.
type Maps struct {
	Height, Width, Channels int
	Columns, Rows           int // of maps
	Gap                     int
}

// MapsOf lays out the numbers of a stage's shape, about as wide as high.
func MapsOf(shape []int) Maps {
	m := Maps{Height: 1, Width: 1, Channels: 1}
	switch len(shape) {
	case 3:
		m.Height, m.Width, m.Channels = shape[0], shape[1], shape[2]
	case 1:
		m.Channels = shape[0]
	}
	if m.Height*m.Width > 1 {
		m.Gap = 1
	}
	m.Columns = max(1, int(math.Ceil(math.Sqrt(float64(m.Channels*(m.Height+m.Gap))/float64(m.Width+m.Gap)))))
	m.Rows = (m.Channels + m.Columns - 1) / m.Columns
	return m
}

// Size is the sheet's, in its pixels.
func (m Maps) Size() (w, h int) {
	return m.Columns*(m.Width+m.Gap) - m.Gap, m.Rows*(m.Height+m.Gap) - m.Gap
}

// Len is how many numbers there are.
func (m Maps) Len() int { return m.Height * m.Width * m.Channels }

// Place is where an element lies.
func (m Maps) Place(element int) (x, y int) {
	c, at := element%m.Channels, element/m.Channels
	return c%m.Columns*(m.Width+m.Gap) + at%m.Width, c/m.Columns*(m.Height+m.Gap) + at/m.Width
}

// At is the element at a pixel, the nearest of its map where that is between two.
func (m Maps) At(x, y int) (element int, ok bool) {
	if x < 0 || y < 0 {
		return 0, false
	}
	col, row := x/(m.Width+m.Gap), y/(m.Height+m.Gap)
	c := row*m.Columns + col
	if col >= m.Columns || c >= m.Channels {
		return 0, false
	}
	i, j := min(y%(m.Height+m.Gap), m.Height-1), min(x%(m.Width+m.Gap), m.Width-1)
	return (i*m.Width+j)*m.Channels + c, true
}

// Step is the element that lies next in a direction, over the gap too; at an edge the element itself.
func (m Maps) Step(element, dx, dy int) int {
	x, y := m.Place(element)
	step := func(at, by, side int) int {
		if by == 0 || m.Gap == 0 {
			return at + by
		}
		if at += by; at%(side+m.Gap) >= side || at < 0 {
			at += by
		}
		return at
	}
	if to, ok := m.At(step(x, dx, m.Width), step(y, dy, m.Height)); ok {
		return to
	}
	return element
}

// Pixels are the numbers as pixels, RGBA: paper at the least and ink at the greatest that is possible where all lie between -reach and reach; where
// none is below 0, paper at 0.
func (m Maps) Pixels(t Theme, values []float32, reach float64) []uint8 {
	w, h := m.Size()
	out := make([]uint8, 4*w*h) // what is between is clear
	if len(values) < m.Len() {
		return out
	}
	lo, _ := Range(values[:m.Len()])
	inks := inks(t)
	for i := range m.Len() {
		x, y := m.Place(i)
		copy(out[4*(y*w+x):], inks[shade(float64(values[i]), reach, lo < 0)][:])
	}
	return out
}

// shade is a number as a byte from paper to ink.
func shade(v, reach float64, signed bool) uint8 {
	share := v / reach
	if signed {
		share = (share + 1) / 2
	}
	if share != share {
		return 0
	}
	return uint8(255 * max(0, min(share, 1)))
}

// Reaching is the greatest distance from 0 of numbers, and 1 where all are 0.
func Reaching(values []float32) float64 {
	lo, hi := Range(values)
	if reach := max(-float64(lo), float64(hi)); reach > 0 {
		return reach
	}
	return 1
}

// Kernels lays out a convolution's weights [height, width, in, out] as a sheet of kernels, a row for each channel that it is given and a column for
// each that it gives; of a transposed one they are [height, width, out, in].
type Kernels struct{ Height, Width, In, Out int }

// KernelsOf is the layout of weights of a shape.
func KernelsOf(shape []int, transposed bool) Kernels {
	k := Kernels{shape[0], shape[1], shape[2], shape[3]}
	if transposed {
		k.In, k.Out = k.Out, k.In
	}
	return k
}

// Size is the sheet's, in its pixels.
func (k Kernels) Size() (w, h int) { return k.Out*(k.Width+1) - 1, k.In*(k.Height+1) - 1 }

// Pixels are the weights as pixels, RGBA, of ink between -reach and reach.
func (k Kernels) Pixels(t Theme, weights []float32, transposed bool, reach float64) []uint8 {
	w, h := k.Size()
	out := make([]uint8, 4*w*h)
	inks := inks(t)
	for i, v := range weights {
		a, b := k.In, k.Out
		if transposed {
			a, b = b, a
		}
		last, mid, at := i%b, i/b%a, i/b/a
		in, to := mid, last
		if transposed {
			in, to = last, mid
		}
		x, y := to*(k.Width+1)+at%k.Width, in*(k.Height+1)+at/k.Width
		copy(out[4*(y*w+x):], inks[shade(float64(v), reach, true)][:])
	}
	return out
}
