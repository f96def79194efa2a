package train

import . "ganvas/core/graph"

// packed is samples [n, d], or their classes, as the discriminator sees them: so many together, one after another, [n/pac, d·pac].
// Nil stays nil.
func (b *builder) packed(x *Node) *Node {
	if x == nil {
		return nil
	}
	pac := b.spec.Pack
	return Reshape(x, x.Shape()[0]/pac, x.Shape()[1]*pac)
}

// alone is samples [n, d], or their classes, as the discriminator sees each of them for itself: in a pack of copies, [n, d·pac]. Nil stays
// nil.
func (b *builder) alone(x *Node) *Node {
	if x == nil {
		return nil
	}
	copies := make([]*Node, b.spec.Pack)
	for i := range copies {
		copies[i] = x
	}
	return Concat(1, copies...)
}
