package gan

import . "ganvas/core/graph"

// packed is samples, or their classes, as the discriminator sees them: so many together, one after another along the last axis, the
// features or channels: [n, ..., d] becomes [n/pac, ..., d·pac]. Nil stays nil.
func (b *builder) packed(x *Node) *Node {
	if x == nil {
		return nil
	}
	pac, shape := b.spec.Pack, x.Shape()
	n, last := shape[0]/pac, len(shape)-1
	if len(shape) == 2 {
		return Reshape(x, n, pac*shape[last])
	}
	rest := 1
	for _, d := range shape[1:last] {
		rest *= d
	}
	together := Transpose(Reshape(x, n, pac, rest, shape[last]), 0, 2, 1, 3)
	out := append(Shape{n}, shape[1:]...)
	out[last] *= pac
	return Reshape(together, out...)
}

// copies is samples, or their classes, as the discriminator sees each of them for itself: in a pack of copies, [n, ..., d·pac]. Nil stays
// nil.
func (b *builder) copies(x *Node) *Node {
	if x == nil {
		return nil
	}
	copies := make([]*Node, b.spec.Pack)
	for i := range copies {
		copies[i] = x
	}
	return Concat(len(x.Shape())-1, copies...)
}
