package nn

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// Over random numbers that are spread evenly, a share of the features is dropped and the mean stays; passes that do not train keep all.
func TestDropoutKeepsTheExpectation(t *testing.T) {
	const n = 1000
	share := graph.Variable("share")
	p := &Pass{Params: NewScope("d"), State: NewScope("d.state"), Training: true, Random: func(shape ...int) *graph.Node {
		return graph.Variable("chance", shape...)
	}}
	even := make([]float64, n)
	for i := range even {
		even[i] = (float64(i) + .5) / n
	}
	x := graph.Const(graph.Shape{n}, fill(n, 3))
	for _, s := range []float64{.1, .25, .5, .9} {
		env := exact.Env{"variable share": {s}, "variable chance": even}
		sum, dropped := 0., 0.
		for _, y := range env.Eval(Dropout(p, share, x))[0] {
			sum += y / n
			switch {
			case y == 0:
				dropped++
			case math.Abs(y-3/(1-s)) > 1e-12:
				t.Fatalf("share %g: a feature that stays is %g, want %g", s, y, 3/(1-s))
			}
		}
		if math.Abs(dropped-s*n) > 1 || math.Abs(sum-3) > 3/(1-s)/n {
			t.Errorf("share %g: %g of %d dropped, mean %g", s, dropped, n, sum)
		}
	}
	still := *p
	still.Training = false
	if Dropout(&still, share, x) != x || Dropout(p, nil, x) != x {
		t.Error("without training, or without a share, features change")
	}
}

func fill(n int, x float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = x
	}
	return out
}

// The class's direction is added to the logit: y = hw + b + <e_class, h>.
func TestProjection(t *testing.T) {
	relu, _ := FindActivation("relu")
	m := MLP{In: 2, Out: 1, Hidden: []Hidden{{2, relu}}, Init: find(t, "he")}
	p := &Pass{Params: NewScope("d"), State: NewScope("d.state")}
	x := graph.Const(graph.Shape{2, 2}, []float32{1, 2, 3, -1})
	class := graph.Const(graph.Shape{2, 3}, []float32{0, 1, 0, 0, 0, 1})
	env := exact.Env{
		"variable d/0/weight": {1, 0, 0, 1}, "variable d/0/bias": {0, 0},
		"variable d/1/weight": {1, 10}, "variable d/1/bias": {.5},
		"variable d/1/class": {1, 2, 3, 4, 5, 6}, // [2 3]: class 1's direction is (2, 5)
	}
	got := env.Eval(m.Apply(p, x, class))[0]
	// Features (1, 2) of class 1: 1 + 20 + .5 + 2 + 10; features (3, 0) of class 2: 3 + .5 + 9.
	if want := []float64{33.5, 12.5}; math.Abs(got[0]-want[0]) > 1e-12 || math.Abs(got[1]-want[1]) > 1e-12 {
		t.Errorf("logits %v, want %v", got, want)
	}
}
