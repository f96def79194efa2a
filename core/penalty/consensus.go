package penalty

import . "ganvas/core/graph"

// Consensus is half the squared length of the players' gradients together, ½(|∇L_D|² + |∇L_G|²), each by its player's own
// parameters (Mescheder et al., 2017). Both players add it to what they minimise.
func Consensus(dLoss *Node, dParams []*Node, gLoss *Node, gParams []*Node) *Node {
	sum := Scalar(0)
	for _, g := range append(Grad(dLoss, dParams...), Grad(gLoss, gParams...)...) {
		sum = Add(sum, Sum(Square(g)))
	}
	return Mul(Scalar(.5), sum)
}
