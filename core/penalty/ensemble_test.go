package penalty

import (
	"math"
	"testing"

	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// Linear critics a = wx have the slope w everywhere: R1 of an ensemble is the mean of ½|w|², and not half the squared slope of a
// sum.
func TestPenaltyOfAnEnsembleIsTheMean(t *testing.T) {
	// Two critics of slopes (3, 4) and (0, -2), and a sample that does not matter.
	env := exact.Env{"variable x": {1, 2}, "variable w": {3, 0, 4, -2}, "variable u": {.5}}
	critics := func(x *Node) *Node { return MatMul(x, Variable("w", 2, 2), false, false) }
	m := Minibatch{Real: Variable("x", 1, 2), Fake: Variable("x", 1, 2), Mix: Variable("u", 1, 1)}
	for _, c := range []struct {
		of   Penalty
		want float64
	}{
		{R1, (25./2 + 4./2) / 2},
		{R2, (25./2 + 4./2) / 2},
		{GP, (4.*4 + 1*1) / 2},
	} {
		if got := env.Scalar(c.of.Against(2).Of(critics, m)); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s of two critics is %.12g, want %g", c.of.Key, got, c.want)
		}
	}
}
