package penalty

import . "ganvas/core/graph"

// Against is the penalty of an ensemble of critics, whose logits have a column for each, [n, members]: the mean of the penalties of
// each. Of one, it is the penalty itself.
func (p Penalty) Against(members int) Penalty {
	if members == 1 {
		return p
	}
	inner := p.Of
	p.Of = func(a Critic, m Minibatch) *Node {
		sum := Scalar(0)
		for k := range members {
			member := func(x *Node) *Node {
				logits := a(x)
				return Slice(logits, []int{0, k}, []int{logits.Shape()[0], k + 1})
			}
			sum = Add(sum, inner(member, m))
		}
		return Mul(Scalar(1/float32(members)), sum)
	}
	return p
}
