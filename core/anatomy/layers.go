package anatomy

import (
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// operands are what a layer is given and gives: shapes, the numbers below, and the weights.
type operands struct {
	in, out []int
	below   []float32
	Part    // of the weights
	weights []float32
}

// weight is the weight at some coordinates.
func (o operands) weight(index ...int) float64 { return float64(o.weights[At(o.Shape, index...)]) }

// tell is told of the terms of a number: an element of what the layer is given, its weight, and where in a kernel that is.
type tell func(element int, weight float64, kernel ...int)

// apply tells the terms of an element that a layer gives.
func apply(l nn.Layer, o operands, element int, term tell) How {
	switch l := l.(type) {
	case nn.Full:
		for i := range o.Shape[0] {
			term(i, o.weight(i, element))
		}
		return AsSum
	case nn.Convolution:
		at := Index(o.out, element)
		windowed(l.Window, at, o.in, func(y, x, ky, kx int) {
			for c := range o.in[2] {
				term(At(o.in, y, x, c), o.weight(ky, kx, c, at[2]), ky, kx)
			}
		})
		return AsSum
	case nn.Transposed:
		at := Index(o.out, element)
		reached(l.Window, at, o.in, func(y, x, ky, kx int) {
			for c := range o.in[2] {
				term(At(o.in, y, x, c), o.weight(ky, kx, at[2], c), ky, kx)
			}
		})
		return AsSum
	case nn.Nonlinear, nn.Normalised:
		term(element, 1)
		return AsFunction
	}
	return fixed(l, o, element, term)
}

// fixed is apply for layers without weights of their own.
func fixed(l nn.Layer, o operands, element int, term tell) How {
	switch l := l.(type) {
	case nn.MeanPool:
		at := Index(o.out, element)
		share := 1 / float64(l.Kernel[0]*l.Kernel[1])
		windowed(l.Window, at, o.in, func(y, x, ky, kx int) { term(At(o.in, y, x, at[2]), share, ky, kx) })
	case nn.MaxPool:
		at, best, k := Index(o.out, element), -1, [2]int{}
		windowed(l.Window, at, o.in, func(y, x, ky, kx int) {
			if i := At(o.in, y, x, at[2]); best < 0 || o.below[i] > o.below[best] {
				best, k = i, [2]int{ky, kx}
			}
		})
		term(best, 1, k[:]...)
		return AsGreatest
	case nn.Nearest:
		at := Index(o.out, element)
		term(At(o.in, at[0]/l.Factor, at[1]/l.Factor, at[2]), 1)
	case nn.Bilinear:
		at := Index(o.out, element)
		for _, y := range between(at[0], l.Factor, o.in[0]) {
			for _, x := range between(at[1], l.Factor, o.in[1]) {
				term(At(o.in, y.at, x.at, at[2]), y.share*x.share)
			}
		}
	default: // what gives the same numbers another shape
		term(element, 1)
	}
	return AsSum
}

// windowed tells the places of an image that a window sees from a place of its result, with where they are in the window; the pad is left out.
func windowed(w graph.Window, at, in []int, each func(y, x, ky, kx int)) {
	w = w.Whole()
	for ky := range w.Kernel[0] {
		y := at[0]*w.Stride[0] - w.Pad[0] + ky*w.Dilation[0]
		for kx := range w.Kernel[1] {
			x := at[1]*w.Stride[1] - w.Pad[1] + kx*w.Dilation[1]
			if y >= 0 && y < in[0] && x >= 0 && x < in[1] {
				each(y, x, ky, kx)
			}
		}
	}
}

// reached tells the places of an image whose windows hold a place of a larger one: windowed's transpose.
func reached(w graph.Window, at, in []int, each func(y, x, ky, kx int)) {
	w = w.Whole()
	place := func(d, k int) (int, bool) {
		n := at[d] + w.Pad[d] - k*w.Dilation[d]
		return n / w.Stride[d], n >= 0 && n%w.Stride[d] == 0 && n/w.Stride[d] < in[d]
	}
	for ky := range w.Kernel[0] {
		y, ok := place(0, ky)
		if !ok {
			continue
		}
		for kx := range w.Kernel[1] {
			if x, ok := place(1, kx); ok {
				each(y, x, ky, kx)
			}
		}
	}
}

// share is how much an element has of one between two.
type share struct {
	at    int
	share float64
}

// between is what element i of n, enlarged bilinearly, lies between; see nn.Bilinear.
func between(i, factor, n int) []share {
	at := (float64(i%factor)+.5)/float64(factor) - .5
	next := i/factor + 1
	if at < 0 {
		at, next = -at, i/factor-1
	}
	next = max(0, min(next, n-1))
	if next == i/factor || at == 0 {
		return []share{{i / factor, 1}}
	}
	return []share{{i / factor, 1 - at}, {next, at}}
}
