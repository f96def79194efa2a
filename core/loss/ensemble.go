package loss

import . "ganvas/core/graph"

// Against is the game against an ensemble of discriminators: logits have a column for each, [n, members], and every loss is the mean
// of the losses against each (Durugkar et al., 2017, with a mean where they have a maximum). Against one, it is the game itself.
func (g Game) Against(members int) Game {
	if members == 1 {
		return g
	}
	inner := g
	g.Discriminator = func(real, fake *Node) *Node {
		return over(members, func(k int) *Node { return inner.Discriminator(column(real, k), column(fake, k)) })
	}
	g.Generator = func(real, fake *Node) *Node {
		return over(members, func(k int) *Node { return inner.Generator(column(real, k), column(fake, k)) })
	}
	return g
}

// Reading is how a game reads logits [n, members] as D(x) in [0, 1], [n, 1], given those of real and of generated samples that tell
// where each member is undecided: the mean of what the members say.
func (g Game) Reading(logits, real, fake *Node) *Node {
	return over(logits.Shape()[1], func(k int) *Node {
		return g.Judge(column(logits, k), Mean(column(real, k)), Mean(column(fake, k)))
	})
}

// column is column k of logits, [n, 1].
func column(logits *Node, k int) *Node {
	return Slice(logits, []int{0, k}, []int{logits.Shape()[0], k + 1})
}

// over is the mean of f over the members of an ensemble.
func over(members int, f func(k int) *Node) *Node {
	sum := f(0)
	for k := 1; k < members; k++ {
		sum = Add(sum, f(k))
	}
	if members == 1 {
		return sum
	}
	return Mul(Scalar(1/float32(members)), sum)
}
