package plan_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/kernel"
	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
)

// run compiles one procedure, runs it once on the reference machine and returns the slots by name.
func run(t rapid.TB, p *plan.Program, vars map[string][]float32) map[string][]float32 {
	t.Helper()
	m, err := kernel.New(p)
	if err != nil {
		t.Fatalf("%v\n%v", err, p)
	}
	defer m.Close()
	for i, s := range p.Slots {
		if v, ok := vars[s.Name]; ok {
			m.Write(i, v)
		}
	}
	if err := m.Run(0, 1); err != nil {
		t.Fatal(err)
	}
	out := map[string][]float32{}
	for i, s := range p.Slots {
		out[s.Name] = make([]float32, s.Len)
		m.Read(i, out[s.Name])
	}
	return out
}

func compile(t rapid.TB, updates ...graph.Update) *plan.Program {
	t.Helper()
	p, err := plan.Compile([]graph.Procedure{{Name: "p", Updates: updates}}, []plan.Call{{Name: "p", Procedures: []string{"p"}}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestUpdatesSeeTheValuesFromBefore(t *testing.T) {
	a, b := graph.Variable("a", 3), graph.Variable("b", 3)
	p := compile(t, graph.Update{Var: a, Value: b}, graph.Update{Var: b, Value: graph.Add(a, graph.Scalar(1))})
	got := run(t, p, map[string][]float32{"a": {1, 2, 3}, "b": {10, 20, 30}})
	if want := []float32{10, 20, 30}; !slices.Equal(got["a"], want) {
		t.Errorf("a = %v, want %v", got["a"], want)
	}
	if want := []float32{2, 3, 4}; !slices.Equal(got["b"], want) {
		t.Errorf("b = %v, want %v", got["b"], want)
	}
}

func TestSwapThroughATranspose(t *testing.T) {
	a := graph.Variable("a", 2, 2)
	got := run(t, compile(t, graph.Update{Var: a, Value: graph.Transpose(a)}), map[string][]float32{"a": {1, 2, 3, 4}})
	if want := []float32{1, 3, 2, 4}; !slices.Equal(got["a"], want) {
		t.Errorf("a = %v, want %v", got["a"], want)
	}
}

func TestConstantsViewsAndSharedValuesAsUpdates(t *testing.T) {
	a, b, c := graph.Variable("a", 2), graph.Variable("b", 2), graph.Variable("c", 3)
	x := graph.Add(a, graph.Scalar(1))
	p := compile(t, graph.Update{Var: a, Value: x}, graph.Update{Var: b, Value: x}, graph.Update{Var: c, Value: graph.Broadcast(graph.Scalar(7), graph.Shape{3})})
	got := run(t, p, map[string][]float32{"a": {1, 2}})
	for name, want := range map[string][]float32{"a": {2, 3}, "b": {2, 3}, "c": {7, 7, 7}} {
		if !slices.Equal(got[name], want) {
			t.Errorf("%s = %v, want %v", name, got[name], want)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	a := graph.Variable("a", 2)
	double := graph.Update{Var: a, Value: graph.Add(a, a)}
	one := func(name string, updates ...graph.Update) []graph.Procedure {
		return []graph.Procedure{{Name: name, Updates: updates}}
	}
	for _, c := range []struct {
		say   string
		procs []graph.Procedure
		calls []plan.Call
	}{
		{"shape", one("p", graph.Update{Var: a, Value: graph.Variable("a", 3)}), nil},
		{"differ", one("p", graph.Update{Var: a, Value: graph.Scalar(1)}), nil},
		{"twice", one("p", double, double), nil},
		{"no variable", one("p", graph.Update{Var: graph.Scalar(1), Value: graph.Scalar(1)}), nil},
		{"no procedure", nil, []plan.Call{{Name: "e", Procedures: []string{"q"}}}},
		{"two procedures", []graph.Procedure{{Name: "p"}, {Name: "p"}}, nil},
	} {
		if _, err := plan.Compile(c.procs, c.calls); err == nil || !strings.Contains(err.Error(), c.say) {
			t.Errorf("%s: got %v", c.say, err)
		}
	}
}

// The products, sums and loops of a network's training step fit where they should: one loop for an optimiser's update, in place; a
// hidden layer's bias and activation in the product that feeds them.
func TestFusion(t *testing.T) {
	x, w, b := graph.Variable("x", 8, 4), graph.Variable("w", 4, 5), graph.Variable("b", 5)
	m, rate := graph.Variable("m", 4, 5), graph.Variable("rate")
	h := graph.Relu(graph.Add(graph.MatMul(x, w, false, false), b))
	loss := graph.Mean(graph.Square(h))
	g := graph.Grad(loss, w)[0]
	moment := graph.Add(graph.Mul(graph.Scalar(.9), m), g)
	p := compile(t, graph.Update{Var: m, Value: moment}, graph.Update{Var: w, Value: graph.Sub(w, graph.Mul(rate, moment))})
	var maps, products, fused int
	for _, in := range p.Procedures[0].Code {
		switch in := in.(type) {
		case *plan.Map:
			maps++
		case *plan.MatMul:
			products++
			if in.Epilogue != nil {
				fused++
			}
		}
	}
	// Nobody wants the loss itself: the forward product goes straight on to its gradient by the sums, the gradient by w is the
	// other product, and the optimiser is one loop.
	if products != 2 || fused != 1 || maps != 1 {
		t.Errorf("%d products (%d fused), %d loops in\n%v", products, fused, maps, p)
	}
	// The slots, each a multiple of 4, and the two products.
	if want := 32 + 20 + 8 + 20 + 4 + 40 + 20; p.Size != want {
		t.Errorf("arena of %d, want %d, in\n%v", p.Size, want, p)
	}
}

// A convolution with its bias and activation is one product, its gradient by the kernels another, and by the image one for each phase, whose
// epilogue is the optimiser's. Besides, there are the frames of zeros; nothing is as large as all windows.
func TestConvolutionsAreProducts(t *testing.T) {
	x, k, b := graph.Variable("x", 4, 14, 14, 16), graph.Variable("k", 4, 4, 16, 32), graph.Variable("b", 32)
	two, one := [2]int{2, 2}, [2]int{1, 1}
	h := graph.Relu(graph.Add(graph.Convolve(x, k, two, one, one), b))
	g := graph.Grad(graph.Mean(graph.Square(h)), x, k)
	p := compile(t, graph.Update{Var: x, Value: graph.Sub(x, g[0])}, graph.Update{Var: k, Value: graph.Sub(k, g[1])})
	products, fused := 0, 0
	for _, in := range p.Procedures[0].Code {
		if m, ok := in.(*plan.MatMul); ok {
			products++
			if m.Epilogue != nil {
				fused++
			}
		}
	}
	if products != 6 || fused != 6 {
		t.Errorf("%d products, %d of them with an epilogue, in\n%v", products, fused, p)
	}
	temporaries := p.Size - x.Shape().Len() - k.Shape().Len() - b.Shape().Len()
	if windows := 4 * 7 * 7 * 4 * 4 * 16; temporaries >= windows {
		t.Errorf("temporaries take %d, as many as the windows, %d", temporaries, windows)
	}
}

// The gradient of a convolution to one channel, whose product by the kernels is element-wise, gathers like all others.
func TestGradientsOfOneChannelGather(t *testing.T) {
	x, k := graph.Variable("x", 2, 9, 8, 4), graph.Variable("k", 3, 3, 4, 1)
	one := [2]int{1, 1}
	g := graph.Grad(graph.Sum(graph.Square(graph.Convolve(x, k, one, one, one))), x)[0]
	p := compile(t, graph.Update{Var: graph.Variable("g", 2, 9, 8, 4), Value: g})
	if products := strings.Count(p.String(), "matmul"); products != 2 {
		t.Errorf("%d products, want one forwards and one back, in\n%v", products, p)
	}
}

// Random programs, compiled, give what the definitions of their operations give in float64.
func TestRandomGraphsAgainstFloat64(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGenerator(t, true)
		updates := g.updates()
		env := exact.Env{}
		for name, v := range g.values {
			for _, x := range v {
				env["variable "+name] = append(env["variable "+name], float64(x))
			}
		}
		p := compile(t, updates...)
		got := run(t, p, g.values)
		for i, u := range updates {
			want := env.Eval(u.Value)[0]
			name := nameOf(u.Var)
			for k, x := range got[name] {
				// Float32 rounds at every step; 25 operations on numbers of some size lose a few digits.
				if d := math.Abs(float64(x) - want[k]); !(d <= 1e-4*(1+math.Abs(want[k]))) {
					t.Fatalf("update %d (%s) element %d: %g, want %g\n%v", i, name, k, x, want[k], p)
				}
			}
		}
	})
}

// Convolutions, poolings and their transposes, with gradients of gradients, mean what float64 computes.
func TestRandomImagesAgainstFloat64(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates, values := kerneltest.Images(t, true)
		env := exact.Env{}
		for name, v := range values {
			for _, x := range v {
				env["variable "+name] = append(env["variable "+name], float64(x))
			}
		}
		p := compile(t, updates...)
		got := run(t, p, values)
		for i, u := range updates {
			want := env.Eval(u.Value)[0]
			name, largest := nameOf(u.Var), 0.0
			for _, x := range want {
				largest = max(largest, math.Abs(x))
			}
			for k, x := range got[name] {
				// Sums of thousands of products of either sign lose digits against the largest of them.
				if d := math.Abs(float64(x) - want[k]); !(d <= 1e-4*(1e-3+largest)) {
					t.Fatalf("update %d (%s) element %d: %g, want %g\n%v", i, name, k, x, want[k], p)
				}
			}
		}
	})
}

// The optimised program gives the bits of the plain one, on random graphs and their gradients.
func TestRandomGraphsAgainstThePlainProgram(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGenerator(t, false)
		comparePlain(t, g.updates(), g.values)
	})
}

func TestRandomImagesAgainstThePlainProgram(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates, values := kerneltest.Images(t, false)
		comparePlain(t, updates, values)
	})
}

func comparePlain(t *rapid.T, updates []graph.Update, values map[string][]float32) {
	procs := []graph.Procedure{{Name: "p", Updates: updates}}
	plain, err := plan.CompilePlain(procs, []plan.Call{{Name: "p", Procedures: []string{"p"}}})
	if err != nil {
		t.Fatal(err)
	}
	fast := compile(t, updates...)
	want, got := run(t, plain, values), run(t, fast, values)
	for _, u := range updates {
		name := nameOf(u.Var)
		for k := range want[name] {
			if a, b := want[name][k], got[name][k]; a != b && !(a != a && b != b) {
				t.Fatalf("%s element %d: plain %g, optimised %g\n%v\n%v", name, k, a, b, plain, fast)
			}
		}
	}
}

func nameOf(variable *graph.Node) string { return variable.Op().(graph.VariableOp).Name }
