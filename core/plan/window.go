package plan

import (
	"slices"

	"ganvas/core/graph"
)

// window prepares convolutions. What an Unfold shows beyond its array becomes an array with zeros around it, so that windows are a view;
// and a Fold of a product becomes products that gather: no window is ever laid out.
func window(b *body) {
	b.rewrite(func(v *value, emit func(*value)) *value {
		switch op := v.op.(type) {
		case graph.UnfoldOp:
			v.args[0] = padded(v.args[0], 1, op.Pad, op.Pad, emit)
			op.Pad = [2]int{}
			v.op = op
		case graph.FoldOp:
			gatherProduct(v, op, emit)
		}
		return v
	})
}

// padded is an array with zeros before and behind along an axis and the next.
func padded(x *value, axis int, before, behind [2]int, emit func(*value)) *value {
	if before == [2]int{} && behind == [2]int{} {
		return x
	}
	shape, start := slices.Clone(x.shape), make([]int, len(x.shape))
	for d := range 2 {
		start[axis+d] = before[d]
		shape[axis+d] += before[d] + behind[d]
	}
	p := &value{op: graph.PadOp{Start: start}, shape: shape, args: []*value{x}}
	emit(p)
	return p
}

// planar is padded of images [N, H, W, C], whose planes lie one after another in memory: a view of them.
func planar(x *value, before, behind [2]int, emit func(*value)) *value {
	planes := padded(turned(x, emit, 0, 3, 1, 2), 2, before, behind, emit)
	return turned(planes, emit, 0, 2, 3, 1)
}

// turned permutes dimensions.
func turned(x *value, emit func(*value), perm ...int) *value {
	t := &value{op: graph.TransposeOp{Perm: perm}, args: []*value{x}}
	for _, d := range perm {
		t.shape = append(t.shape, x.shape[d])
	}
	emit(t)
	return t
}

// foldedProduct is the Fold of a product of pixels [N, OH, OW, I] and kernels, a matrix [KH*KW*O, I], or its transpose where turned is not
// set. An element of the result is the sum over the kernel's places that reach it, and over I. For all elements whose rows and
// columns leave the same rests, divided by the strides, those are the same places: their phase, which is one product.
type foldedProduct struct {
	graph.FoldOp
	turned bool
	before [2]int // zeros before the pixels
}

// narrow is the number of columns from which on lanes lie along them. Products of fewer have their lanes along neighbours in a row of the
// image, which are read as they lie where the image's planes do: in V8 a product of 12544x1x64 goes from 11.5 to 20 GFLOP/s, where the peak is 33.
const narrow = 4

// gatherProduct makes a Fold of a product a foldedProduct. That others read the product too changes nothing: the order of sums, and so
// every bit, is the same whatever else a procedure computes.
func gatherProduct(v *value, op graph.FoldOp, emit func(*value)) {
	shown := v.args[0]
	if _, ok := shown.op.(graph.ReshapeOp); !ok {
		return
	}
	left, right, transposed := productOf(shown.args[0])
	if left == nil || left.shape[0] != length(shown.shape[:3]) {
		return
	}
	out := foldedProduct{FoldOp: op, turned: transposed}
	var behind [2]int
	for d := range 2 {
		for rest := range op.Stride[d] {
			p := out.phase(d, rest, v.shape[1+d])
			if p.taps == 0 {
				return
			}
			out.before[d] = max(out.before[d], -p.least())
			behind[d] = max(behind[d], p.first+p.length-shown.shape[1+d])
		}
	}
	pixels := &value{op: graph.ReshapeOp{}, shape: append(slices.Clone(shown.shape[:3]), left.shape[1]), args: []*value{left}}
	emit(pixels)
	v.op = out
	v.args = []*value{nil, right}
	if v.shape[3] < narrow && v.shape[2]/op.Stride[1] >= narrow {
		v.args[0] = planar(pixels, out.before, behind, emit)
	} else {
		v.args[0] = padded(pixels, 1, out.before, behind, emit)
	}
}

// productOf returns the factors of a matrix product whose first is not turned, and whether the second is; nil where v is none. A
// product over a single step is element-wise, of a column and a row.
func productOf(v *value) (left, right *value, turned bool) {
	if m, ok := v.op.(graph.MatMulOp); ok && !m.TransA {
		return v.args[0], v.args[1], m.TransB
	}
	if e := v.elementwise(); e == nil || e.Fn.Name != "mul" || len(v.shape) != 2 {
		return nil, nil, false
	}
	column, row := stretched(v.args[0]), stretched(v.args[1])
	if column != nil && row != nil && column.shape[1] == 1 && row.shape[0] == 1 {
		return column, row, false
	}
	return nil, nil, false
}

// stretched is the matrix that a broadcast repeats, or nil.
func stretched(v *value) *value {
	if _, ok := v.op.(graph.BroadcastOp); ok && len(v.args[0].shape) == 2 {
		return v.args[0]
	}
	return nil
}

// phase is what the elements rest, rest+stride, ... along one dimension of a Fold's result have in common.
type phase struct {
	length      int // how many they are
	taps        int // places of the kernel that reach them: tap, tap+every, ...
	tap, every  int
	first, back int // the pixel that the first tap reads for the first of them, and how many pixels further back the next tap reads
}

// least is the first pixel that is read.
func (p phase) least() int { return p.first - (p.taps-1)*p.back }

// phase returns the phase of a rest along dimension d, of n elements.
func (f foldedProduct) phase(d, rest, n int) phase {
	stride, dilation := f.Stride[d], f.Dilation[d]
	p := phase{length: (n - rest + stride - 1) / stride}
	for k := range f.Kernel[d] {
		from := rest + f.Pad[d] - k*dilation
		if from%stride != 0 {
			continue
		}
		switch p.taps++; p.taps {
		case 1:
			p.tap, p.first = k, from/stride
		case 2:
			p.every, p.back = k-p.tap, p.first-from/stride
		}
	}
	return p
}
