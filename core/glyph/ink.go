package glyph

import "math"

// ink is an image that is being drawn: how much of each pixel is covered, 0 to 1.
type ink struct {
	side int
	at   []float64
}

func newInk(side int) *ink { return &ink{side, make([]float64, side*side)} }

// line draws a line of round pens whose width, in pixels, goes evenly from start to end.
func (k *ink) line(l []point, start, end float64) {
	for i := 0; i+1 < len(l); i++ {
		share := float64(i) / float64(len(l))
		k.segment(l[i], l[i+1], (start+float64((end-start)*share))/2)
	}
}

// segment darkens the pixels around a straight piece: fully within the radius less half a pixel, and not at all beyond it and half of one more.
func (k *ink) segment(a, b point, radius float64) {
	reach := radius + .5
	x0, x1 := k.span(min(a.x, b.x)-reach, max(a.x, b.x)+reach)
	y0, y1 := k.span(min(a.y, b.y)-reach, max(a.y, b.y)+reach)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			p := point{float64(x) + .5, float64(y) + .5}
			if cover := reach - distance(p, a, b); cover > k.at[y*k.side+x] {
				k.at[y*k.side+x] = min(1, cover)
			}
		}
	}
}

// span is the pixels from low up to high that are in the image.
func (k *ink) span(low, high float64) (from, to int) {
	return int(max(0, min(float64(k.side), math.Floor(low)))), int(max(0, min(float64(k.side), math.Floor(high)+1)))
}

// distance is that of a point from a straight piece.
func distance(p, a, b point) float64 {
	dx, dy, px, py := b.x-a.x, b.y-a.y, p.x-a.x, p.y-a.y
	along := float64(px*dx) + float64(py*dy)
	if square := float64(dx*dx) + float64(dy*dy); along > 0 && square > 0 {
		t := min(1, along/square)
		px, py = px-float64(t*dx), py-float64(t*dy)
	}
	return math.Sqrt(float64(px*px) + float64(py*py))
}

// centre writes the image with its ink's middle in the image's, to the nearest pixel, as far as no ink is lost.
func (k *ink) centre(dst []uint8) {
	var sum, sx, sy float64
	x0, x1, y0, y1 := k.side, 0, k.side, 0
	for i, v := range k.at {
		if v > 0 {
			x, y := i%k.side, i/k.side
			x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
			sum, sx, sy = sum+v, sx+float64(v*float64(x)), sy+float64(v*float64(y))
		}
	}
	clear(dst)
	middle := float64(k.side-1) / 2
	mx := max(-x0, min(k.side-1-x1, int(math.Floor(middle-sx/sum+.5))))
	my := max(-y0, min(k.side-1-y1, int(math.Floor(middle-sy/sum+.5))))
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			dst[(y+my)*k.side+x+mx] = uint8(math.Floor(float64(255*k.at[y*k.side+x]) + .5))
		}
	}
}
