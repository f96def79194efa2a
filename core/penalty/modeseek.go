package penalty

import . "ganvas/core/graph"

// ModeSeeking names Seek.
var ModeSeeking = Named{
	Key: "modeseek", Label: "Mode seeking", Symbol: "λₘ", Doc: "MSGAN: the generator is penalised where samples lie close together although their noise is far apart, which keeps it from giving one answer to everything; 0 is off.",
}

// Seek is MSGAN's regulariser (Mao et al., 2019) of two minibatches of noise z, z2 [n, d] and what the generator makes of them, x and
// x2 [n, 2]: 1/(mean|x-x2| / mean|z-z2| + 1e-5), a ratio of means over all coordinates, as in the authors' code.
func Seek(z, z2, x, x2 *Node) *Node {
	apart := func(a, b *Node) *Node { return Mean(Abs(Sub(a, b))) }
	return Div(Scalar(1), Add(Div(apart(x, x2), apart(z, z2)), Scalar(1e-5)))
}
