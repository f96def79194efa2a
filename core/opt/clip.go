package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Clip is updates after which every parameter lies between -bound and bound, a scalar: weight clipping (Arjovsky et al., 2017).
// Updates of what are no parameters stay as they are.
func Clip(updates []Update, params *nn.Scope, bound *Node) []Update {
	is := map[*Node]bool{}
	for _, p := range params.Nodes() {
		is[p] = true
	}
	out := append([]Update(nil), updates...)
	for i, u := range out {
		if is[u.Var] {
			out[i].Value = Max(Neg(bound), Min(bound, u.Value))
		}
	}
	return out
}
