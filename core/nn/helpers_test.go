package nn

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/random"
)

// trial is a layer under test in the float64 oracle: a pass, and the values of its variables.
type trial struct {
	*Pass
	env exact.Env
	r   *random.Source
}

func newTrial(training bool) *trial {
	return &trial{&Pass{Params: NewScope("p"), State: NewScope("s"), Training: training}, exact.Env{}, random.New(3, "nn/trial")}
}

// numbers draws n normal numbers.
func (t *trial) numbers(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(t.r.Normal())
	}
	return out
}

// input is a variable of normal numbers.
func (t *trial) input(name string, shape ...int) *graph.Node {
	t.env["variable "+name] = t.numbers(graph.Shape(shape).Len())
	return graph.Variable(name, shape...)
}

// begin gives all parameters and states that have no value their first, and parameters a push, so that none is zero or one.
func (t *trial) begin() {
	for _, s := range []*Scope{t.Params, t.State} {
		for _, v := range s.Variables() {
			if _, ok := t.env["variable "+v.Name]; ok {
				continue
			}
			first := make([]float32, v.Node.Shape().Len())
			v.Fill(t.r, first)
			values := make([]float64, len(first))
			for i := range first {
				values[i] = float64(first[i])
				if s == t.Params {
					values[i] += .25 * float64(t.r.Normal())
				}
			}
			t.env["variable "+v.Name] = values
		}
	}
}

// step stores what the pass has noted.
func (t *trial) step() {
	var values []*graph.Node
	updates := t.Updates()
	for _, u := range updates {
		values = append(values, u.Value)
	}
	got := t.env.Eval(values...)
	for i, u := range updates {
		t.env[u.Var.Op().String()] = got[i]
	}
}

// slopes holds the gradients of a scalar by variables to central differences in float64.
func (tr *trial) slopes(t *testing.T, y *graph.Node, xs ...*graph.Node) {
	t.Helper()
	grads := tr.env.Eval(graph.Grad(y, xs...)...)
	const h = 1e-6
	for k, x := range xs {
		name := x.Op().String()
		at := tr.env[name]
		for i := range at {
			was := at[i]
			at[i] = was + h
			above := tr.env.Scalar(y)
			at[i] = was - h
			below := tr.env.Scalar(y)
			at[i] = was
			want := (above - below) / (2 * h)
			if got := grads[k][i]; math.Abs(got-want) > 1e-7*math.Max(1, math.Abs(want)) {
				t.Errorf("slope by element %d of %s is %.10g, want %.10g", i, name, got, want)
			}
		}
	}
}

// weighed is a scalar that every element of y moves by a different amount.
func (t *trial) weighed(y *graph.Node) *graph.Node {
	return graph.Sum(graph.Mul(graph.Square(y), t.input("weighing", y.Shape()...)))
}
