package control

import (
	"strconv"

	"ganvas/core/experiment"
)

// Checker is how many kernels of a transposed convolution reach each place of its result: the pattern repeats every stride (Odena et al., 2016).
type Checker struct {
	// Counts are the kernel's rows, or columns, that reach each of a stride's places along a side.
	Counts []int
}

// CheckerOf is the pattern of a layer; ok is false where it is even, or the layer is of another kind.
func CheckerOf(l experiment.Layer) (c Checker, ok bool) {
	if l.Kind != "convt" || l.Stride < 2 {
		return c, false
	}
	c.Counts = make([]int, l.Stride)
	for k := range l.Kernel {
		c.Counts[k*max(1, l.Dilation)%l.Stride]++
	}
	for _, n := range c.Counts {
		ok = ok || n != c.Counts[0]
	}
	return c, ok
}

// At is how many kernels reach a place.
func (c Checker) At(y, x int) int { return c.Counts[y%len(c.Counts)] * c.Counts[x%len(c.Counts)] }

// span is the fewest and the most.
func (c Checker) span() (least, most int) {
	least, most = c.Counts[0], c.Counts[0]
	for _, n := range c.Counts {
		least, most = min(least, n), max(most, n)
	}
	return least * least, most * most
}

// Text says it.
func (c Checker) Text() string {
	least, most := c.span()
	kernel, s := 0, len(c.Counts)
	for _, n := range c.Counts {
		kernel += n
	}
	return "Checkerboard: " + strconv.Itoa(least) + " to " + strconv.Itoa(most) + " patterns reach a pixel, by turns, as the kernel is no multiple of the stride. A kernel of " +
		strconv.Itoa((kernel+s-1)/s*s) + " reaches all alike; so does Enlarge with a convolution after it."
}

// SVG draws some of the pattern, the darker the more.
func (c Checker) SVG() string {
	const side, cell = 8, 6
	_, most := c.span()
	text := `<svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">`
	for y := range side {
		for x := range side {
			share := float64(c.At(y, x)) / float64(most)
			text += `<rect x="` + strconv.Itoa(x*cell) + `" y="` + strconv.Itoa(y*cell) + `" width="6" height="6" fill="currentColor" fill-opacity="` + strconv.FormatFloat(.85*share, 'f', 2, 64) + `"/>`
		}
	}
	return text + `</svg>`
}
