package train

import . "ganvas/core/graph"

// packed is samples [n, 2] as the discriminator sees them: so many together, one after another, [n/pac, 2·pac].
func (b *builder) packed(x *Node) *Node {
	pac := b.spec.Pack
	return Reshape(x, x.Shape()[0]/pac, 2*pac)
}

// alone is samples [n, 2] as the discriminator sees each of them for itself: in a pack of copies, [n, 2·pac].
func (b *builder) alone(x *Node) *Node {
	copies := make([]*Node, b.spec.Pack)
	for i := range copies {
		copies[i] = x
	}
	return Concat(1, copies...)
}
