package graph_test

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// A procedure run twice by hand gives what its updates, composed twice, say; and the gradient through both rounds is that of
// central differences of the hand-run procedure.
func TestAfterComposesUpdates(t *testing.T) {
	x, y := graph.Variable("x", 2), graph.Variable("y", 2)
	updates := []graph.Update{
		{Var: x, Value: graph.Add(x, graph.Mul(graph.Scalar(.25), graph.Tanh(y)))},
		{Var: y, Value: graph.Sub(y, graph.Mul(graph.Scalar(.5), graph.Square(x)))}, // of x as it was
	}
	z := graph.Sum(graph.Mul(x, graph.Exp(y)))
	twice := graph.After(updates, graph.After(updates, z)...)[0]

	byHand := func(env exact.Env) float64 {
		for range 2 {
			v := env.Eval(updates[0].Value, updates[1].Value)
			env = exact.Env{"variable x": v[0], "variable y": v[1]}
		}
		return env.Scalar(z)
	}
	at := []float64{.3, -.7}
	env := exact.Env{"variable x": at, "variable y": {.4, 1.1}}
	if got, want := env.Scalar(twice), byHand(env); math.Abs(got-want) > 1e-14 {
		t.Errorf("two rounds on it is %g, want %g", got, want)
	}
	slope := env.Eval(graph.Grad(twice, x)[0])[0]
	for i, p := range at {
		const h = 1e-5
		at[i] = p + h
		up := byHand(env)
		at[i] = p - h
		down := byHand(env)
		at[i] = p
		if want := (up - down) / (2 * h); math.Abs(slope[i]-want) > 1e-9 {
			t.Errorf("slope %d is %g, differences give %g", i, slope[i], want)
		}
	}
}

// Variables are the same by their names, and what an update does not reach is the same node.
func TestAfterLeavesWhatDoesNotChange(t *testing.T) {
	x, y := graph.Variable("x"), graph.Variable("y")
	kept, moved := graph.Square(x), graph.Square(graph.Variable("y"))
	out := graph.After([]graph.Update{{Var: y, Value: x}}, kept, moved)
	env := exact.Env{"variable x": {3}, "variable y": {5}}
	if out[0] != kept || env.Scalar(out[1]) != 9 {
		t.Errorf("kept %v, moved to %g", out[0] == kept, env.Scalar(out[1]))
	}
	err := graph.Build(func() { graph.After([]graph.Update{{Var: y, Value: graph.Const(graph.Shape{1}, []float32{1})}}, moved) })
	if _, ok := err.(*graph.ShapeError); !ok {
		t.Errorf("an update of another shape gives %v", err)
	}
}

// The square root of exactly 0 has no slope; it counts as 0, at both orders, so that an optimiser's root mean square of a
// gradient that has always been 0 can be differentiated.
func TestSquareRootOfZeroHasSlopeZero(t *testing.T) {
	x := graph.Variable("x")
	first := graph.Grad(graph.Sqrt(x), x)[0]
	second := graph.Grad(first, x)[0]
	for _, g := range (exact.Env{"variable x": {0}}).Eval(first, second) {
		if g[0] != 0 {
			t.Errorf("slope %g", g[0])
		}
	}
}
