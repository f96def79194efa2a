package nn

import "ganvas/core/graph"

// Nearest enlarges an image by a whole factor, [H, W, C] to [H·Factor, W·Factor, C]: every pixel becomes a square.
type Nearest struct{ Factor int }

// Bilinear enlarges an image by a whole factor, [H, W, C] to [H·Factor, W·Factor, C]: every pixel of the result lies between the centres of
// four, and beyond the outermost centres the image goes on as at its edge.
type Bilinear struct{ Factor int }

// Kind implements Layer.
func (Nearest) Kind() string { return "nearest" }

// Kind implements Layer.
func (Bilinear) Kind() string { return "bilinear" }

// Size implements Layer.
func (n Nearest) Size(in []int) (Size, error) { return enlarged(n, n.Factor, in) }

// Size implements Layer.
func (b Bilinear) Size(in []int) (Size, error) { return enlarged(b, b.Factor, in) }

// maxFactor bounds how far an image is enlarged.
const maxFactor = 64

func enlarged(l Layer, factor int, in []int) (Size, error) {
	if err := image(l, in, 1); err != nil {
		return Size{}, err
	}
	if factor < 1 || factor > maxFactor {
		return Size{}, unfit(l, in, "a factor from 1 to 64", "it has a factor of %d", factor)
	}
	return Size{Out: []int{in[0] * factor, in[1] * factor, in[2]}}, nil
}

// Apply implements Layer.
func (n Nearest) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	s, f := x.Shape(), n.Factor
	y := graph.Broadcast(graph.Reshape(x, s[0], s[1], 1, s[2], 1, s[3]), graph.Shape{s[0], s[1], f, s[2], f, s[3]})
	return graph.Reshape(y, s[0], s[1]*f, s[2]*f, s[3])
}

// Apply implements Layer.
func (b Bilinear) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	return b.along(b.along(x, 1), 2)
}

// along enlarges one axis. Element r of the factor's lies (r+½)/factor - ½ from the pixel's centre, between it and one neighbour.
func (b Bilinear) along(x *graph.Node, axis int) *graph.Node {
	s, f := x.Shape(), float32(b.Factor)
	split := append(append(append([]int(nil), s[:axis+1]...), 1), s[axis+1:]...)
	before, behind := shifted(x, axis, -1), shifted(x, axis, 1)
	var parts []*graph.Node
	for r := range b.Factor {
		at, other := (float32(r)+.5)/f-.5, behind
		if at < 0 {
			at, other = -at, before
		}
		y := graph.Add(graph.Mul(x, graph.Scalar(1-at)), graph.Mul(other, graph.Scalar(at)))
		parts = append(parts, graph.Reshape(y, split...))
	}
	whole := append([]int(nil), s...)
	whole[axis] *= b.Factor
	return graph.Reshape(graph.Concat(axis+1, parts...), whole...)
}

// shifted is x by one along an axis: element i is x's element i+by, and at the edge the outermost is repeated.
func shifted(x *graph.Node, axis, by int) *graph.Node {
	n := x.Shape()[axis]
	part := func(from, to int) *graph.Node {
		start, end := make([]int, len(x.Shape())), append([]int(nil), x.Shape()...)
		start[axis], end[axis] = from, to
		return graph.Slice(x, start, end)
	}
	if by < 0 {
		return graph.Concat(axis, part(0, 1), part(0, n-1))
	}
	return graph.Concat(axis, part(1, n), part(n-1, n))
}
