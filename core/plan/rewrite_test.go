package plan_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/plan"
)

// Adding nothing and multiplying by one leave a value as it is; what looks alike but is not does not.
func TestNeutralElements(t *testing.T) {
	x := graph.Variable("x", 3)
	for _, c := range []struct {
		name  string
		value *graph.Node
		want  []float32
	}{
		{"x + 0", graph.Add(x, graph.Scalar(0)), []float32{2, 3, 5}},
		{"0 + x", graph.Add(graph.Scalar(0), x), []float32{2, 3, 5}},
		{"x + 1", graph.Add(x, graph.Scalar(1)), []float32{3, 4, 6}},
		{"1 + x", graph.Add(graph.Scalar(1), x), []float32{3, 4, 6}},
		{"x - 0", graph.Sub(x, graph.Scalar(0)), []float32{2, 3, 5}},
		{"x - 1", graph.Sub(x, graph.Scalar(1)), []float32{1, 2, 4}},
		{"0 - x", graph.Sub(graph.Scalar(0), x), []float32{-2, -3, -5}},
		{"x * 1", graph.Mul(x, graph.Scalar(1)), []float32{2, 3, 5}},
		{"1 * x", graph.Mul(graph.Scalar(1), x), []float32{2, 3, 5}},
		{"x * 0", graph.Mul(x, graph.Scalar(0)), []float32{0, 0, 0}},
		{"0 * x", graph.Mul(graph.Scalar(0), x), []float32{0, 0, 0}},
		{"x * 2", graph.Mul(x, graph.Scalar(2)), []float32{4, 6, 10}},
		{"x / 1", graph.Div(x, graph.Scalar(1)), []float32{2, 3, 5}},
		{"60 / x", graph.Div(graph.Scalar(60), x), []float32{30, 20, 12}},
	} {
		y := graph.Variable("y", 3)
		got := run(t, compile(t, graph.Update{Var: y, Value: c.value}), map[string][]float32{"x": {2, 3, 5}})["y"]
		if !slices.Equal(got, c.want) {
			t.Errorf("%s = %v, want %v", c.name, got, c.want)
		}
	}
}

// Two large constants of one shape stay two, a shared one is placed once.
func TestLargeConstantsStayApart(t *testing.T) {
	const n = 40
	ones, ramp := make([]float32, n), make([]float32, n) // alike at first, where constants are told apart at a glance
	for i := range n {
		ones[i], ramp[i] = 1, max(1, float32(i)-20)
	}
	a, b := graph.Const(graph.Shape{n}, ones), graph.Const(graph.Shape{n}, ramp)
	x, y := graph.Variable("x", n), graph.Variable("y", n)
	p := compile(t, graph.Update{Var: x, Value: graph.Add(x, a)}, graph.Update{Var: y, Value: graph.Add(y, b)})
	got := run(t, p, nil)
	if !slices.Equal(got["x"], ones) || !slices.Equal(got["y"], ramp) {
		t.Errorf("x = %v, y = %v", got["x"], got["y"])
	}
	p = compile(t, graph.Update{Var: x, Value: graph.Add(x, a)}, graph.Update{Var: y, Value: graph.Add(y, graph.Const(graph.Shape{n}, ones))})
	if len(p.Data) != 1 {
		t.Errorf("a constant that is shared is placed %d times", len(p.Data))
	}
}

// operand draws a matrix as some view of a variable, of which MatMul can read some as they are and others not.
func operand(t *rapid.T, name string, rows, cols int, values map[string][]float32) *graph.Node {
	variable := func(shape ...int) *graph.Node {
		n := graph.Variable(name, shape...)
		for i := range n.Shape().Len() {
			values[name] = append(values[name], float32(i%7)-3)
		}
		return n
	}
	switch rapid.IntRange(0, 6).Draw(t, name) {
	case 0:
		return graph.Transpose(variable(cols, rows))
	case 1: // a part of longer rows
		return graph.Slice(variable(rows, cols+2), []int{0, 1}, []int{rows, cols + 1})
	case 2: // every other element
		return graph.Reshape(graph.Slice(variable(rows, cols, 2), []int{0, 0, 1}, []int{rows, cols, 2}), rows, cols)
	case 3: // one row again and again
		return graph.Broadcast(variable(1, cols), graph.Shape{rows, cols})
	case 4:
		return graph.Broadcast(variable(rows, 1), graph.Shape{rows, cols})
	case 5:
		return graph.Broadcast(graph.Scalar(2), graph.Shape{rows, cols})
	}
	return variable(rows, cols)
}

// Matrix products read what the contract lets them, one stride of 1 and no element twice, and give what the definition gives.
func TestMatricesOfViews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 4)
		rows, inner, cols := size.Draw(t, "rows"), size.Draw(t, "inner"), size.Draw(t, "cols")
		values := map[string][]float32{}
		product := graph.MatMul(operand(t, "a", rows, inner, values), operand(t, "b", inner, cols, values), false, false)
		p := compile(t, graph.Update{Var: graph.Variable("out", rows, cols), Value: product})
		for _, in := range p.Procedures[0].Code {
			m, ok := in.(*plan.MatMul)
			if !ok {
				continue
			}
			for _, v := range []struct {
				strides []int
				dims    [2]int
			}{{m.A.Strides, [2]int{m.Rows(), m.Steps()}}, {m.B.Strides, [2]int{m.Steps(), m.N}}} {
				unit := false
				for i, d := range v.dims {
					unit = unit || d == 1 || v.strides[i] == 1
					if d > 1 && v.strides[i] == 0 {
						t.Fatalf("strides %v of %v repeat an element\n%v", v.strides, v.dims, p)
					}
				}
				if !unit {
					t.Fatalf("strides %v of %v\n%v", v.strides, v.dims, p)
				}
			}
		}
		env := exact.Env{}
		for name, v := range values {
			for _, x := range v {
				env["variable "+name] = append(env["variable "+name], float64(x))
			}
		}
		want := env.Eval(product)[0]
		for k, x := range run(t, p, values)["out"] { // sums of few small whole numbers are exact
			if float64(x) != want[k] {
				t.Fatalf("element %d is %g, want %g\n%v", k, x, want[k], p)
			}
		}
	})
}

// Reductions of any view over any axes give what the definition gives: runs that are not neighbours are reduced one after another, and what no
// three strides can read is copied.
func TestReductionsOfViews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.SliceOfN(rapid.IntRange(1, 3), 2, 5).Draw(t, "shape")
		x := graph.Variable("x", shape...)
		values := map[string][]float32{}
		for i := range x.Shape().Len() {
			values["x"] = append(values["x"], float32(i%7)-3)
		}
		order := make([]int, len(shape))
		for i := range order {
			order[i] = i
		}
		view := x
		if rapid.Bool().Draw(t, "transposed") {
			view = graph.Transpose(view, rapid.Permutation(order).Draw(t, "order")...)
		}
		if d := rapid.IntRange(-1, len(shape)-1).Draw(t, "sliced"); d >= 0 && view.Shape()[d] > 1 {
			start := make([]int, len(shape))
			start[d] = 1
			view = graph.Slice(view, start, view.Shape())
		}
		var axes []int
		for d := range shape {
			if rapid.Bool().Draw(t, "reduced") {
				axes = append(axes, d)
			}
		}
		if len(axes) == 0 {
			axes = []int{0}
		}
		total := graph.Sum(view, axes...)
		if rapid.Bool().Draw(t, "greatest") {
			total = graph.MaxOver(view, axes...)
		}
		env := exact.Env{}
		for _, v := range values["x"] {
			env["variable x"] = append(env["variable x"], float64(v))
		}
		want := env.Eval(total)[0]
		p := compile(t, graph.Update{Var: graph.Variable("out", total.Shape()...), Value: total})
		for k, got := range run(t, p, values)["out"] {
			if float64(got) != want[k] {
				t.Fatalf("element %d is %g, want %g\n%v", k, got, want[k], p)
			}
		}
	})
}
