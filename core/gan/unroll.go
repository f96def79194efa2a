package gan

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// unrolled is the generator's loss against the discriminator as it will be after so many more updates (Metz et al., 2017), each on a
// fresh minibatch, through its optimiser and all. The generator knows how its samples change them.
func (b *builder) unrolled(d *objective, loss *Node) *Node {
	if b.spec.Unroll == 0 {
		return loss
	}
	updates := d.updates(b)
	for range b.spec.Unroll {
		loss = After(updates, loss)[0]
	}
	return loss
}

// extragradient is one step of both players (Korpelevich, 1976; with optimisers as in ExtraAdam, Gidel et al., 2019): both look one
// move ahead, and then move from where they stand by the gradients found there. The optimisers remember both gradients; each is of a
// fresh minibatch. The figures are of where the players stand.
func (b *builder) extragradient(d, g *objective) []Update {
	ahead := family.Join(d.updates(b), g.updates(b))
	var updates []Update
	for _, o := range []*objective{d, g} {
		updates = append(updates, o.figures)
		updates = append(updates, settle(ahead, []Update{o.next})...)
		updates = append(updates, o.from(b, ahead)...)
	}
	return updates
}

// from is a player's move from where it stands by the gradient that it finds after the updates.
func (o *objective) from(b *builder, ahead []Update) []Update {
	p := o.player
	params := p.params.Nodes()
	// The optimiser's step of gradients that are not known yet.
	var hold []*Node
	for _, v := range p.params.Variables() {
		hold = append(hold, Variable("gradient/"+v.Name, v.Node.Shape()...))
	}
	step := p.descend(b, hold)

	// The gradients found ahead, and the optimiser's memory after it has seen the first.
	known := p.remembered(ahead)
	for i, g := range After(ahead, Grad(o.loss, params...)...) {
		known = append(known, Update{Var: hold[i], Value: g})
	}
	return p.keep(b, settle(known, step), settle(ahead, o.kept))
}

// settle is updates whose values are taken after others.
func settle(first, updates []Update) []Update {
	values := make([]*Node, len(updates))
	for i, u := range updates {
		values[i] = u.Value
	}
	out := make([]Update, len(updates))
	for i, v := range After(first, values...) {
		out[i] = Update{Var: updates[i].Var, Value: v}
	}
	return out
}
