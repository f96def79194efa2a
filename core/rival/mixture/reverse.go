package mixture

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
)

// reverse is KL(q‖p) of the model q against data whose density p is known, by samples that move with the parameters: as many of each component,
// counted by its weight.
func (m model) reverse(b *family.Builder, s Spec) *Node {
	each := max(1, s.Batch/s.Components)
	n := each * s.Components
	of := make([]float32, n)
	for i := range of {
		of[i] = float32(i / each)
	}
	x := placed(Gather(m.table(), Const(Shape{n}, of)), Normal(b.Key(), "reverse", n, 2))
	source, _ := form.KnownMixture(s.Data)
	excess := Sub(m.logarithm(x), truth(source.Modes(), b, x))
	mean := Mean(Reshape(excess, s.Components, each), 1)
	return Sum(Mul(Reshape(Exp(family.LogSoftmax(row(m.logit))), -1), mean))
}
