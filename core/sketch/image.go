package sketch

import (
	"sort"
)

// Image draws n points from the darkness of an image, in one stroke: where it is twice as dark there are twice as many. It is rows of width grey values
// from the top down, 0 black and 255 white, and is shown as large as fits into nine tenths of the square. Where it is white
// everywhere nothing is drawn.
func (s *Sketch) Image(grey []uint8, width, n int, class uint8) {
	if width <= 0 || len(grey) < width {
		return
	}
	s.Begin()
	height := len(grey) / width
	sums := make([]int, width*height)
	dark := 0
	for i := range sums {
		dark += 255 - int(grey[i])
		sums[i] = dark
	}
	if dark == 0 {
		return
	}
	r := s.chance()
	unit := 1.8 * Half / float64(max(width, height))
	for range min(n, Most) {
		i := sort.SearchInts(sums, 1+r.IntN(dark))
		x := float64(i%width) + float64(r.Float32()) - float64(width)/2
		y := float64(height)/2 - float64(i/width) - float64(r.Float32())
		s.put(x*unit, y*unit, class)
	}
}
