package penalty

import . "ganvas/core/graph"

// PathLength names the regulariser that Paths and PathPenalty make up.
var PathLength = Named{
	Key: "path", Label: "Path length", Symbol: "γₚ", Doc: "StyleGAN2: a step of fixed size in the noise should move a sample as far everywhere as it does on average; 0 is off.",
}

// PathMemory is the share of the running mean of lengths that stays at each step, as in StyleGAN2.
const PathMemory = 0.99

// Paths are the lengths |Jᵀy| of StyleGAN2 (Karras et al., 2020): [n], with J the Jacobian of samples x [n, ...] by their noise z
// [n, d], and y a standard normal direction for each sample, in the shape of x. No sample may depend on another's noise.
func Paths(z, x, y *Node) *Node { return norm(Grad(Sum(Mul(x, y)), z)[0]) }

// PathPenalty is E(|Jᵀy| - a)² for the lengths and the running mean a that they have just entered, and that mean:
// a ← 0.99a + 0.01·E|Jᵀy|, a constant in the eyes of gradients.
func PathPenalty(lengths, mean *Node) (penalty, next *Node) {
	next = Stop(Add(Mul(Scalar(PathMemory), mean), Mul(Scalar(1-PathMemory), Mean(lengths))))
	return Mean(Square(Sub(lengths, next))), next
}
