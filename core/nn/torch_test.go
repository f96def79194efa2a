package nn

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/kernel"
	"ganvas/core/plan"
)

// fixture is a case of testdata/torch.json, which testdata/fixtures.py has written; it says what the numbers are.
type fixture struct {
	Name                             string
	X, Y, Weights                    tensor
	Parameters, First, Second, State map[string]tensor
}

type tensor struct {
	Shape  []int
	Values []float64
}

// layersOf are the networks of the cases, by their names.
func layersOf() map[string]Stack {
	square := graph.SquareWindow
	w := Weights{Init: Initialisers[0], Gain: 1}
	relu, _ := FindActivation("relu")
	lrelu, _ := FindActivation("lrelu")
	tanh, _ := FindActivation("tanh")
	batch := Normalised{BatchNorm}
	odd := graph.Window{Kernel: [2]int{2, 3}, Stride: [2]int{1, 2}, Pad: [2]int{0, 2}, Dilation: [2]int{2, 1}}
	wide := graph.Window{Kernel: [2]int{3, 2}, Stride: [2]int{3, 2}, Pad: [2]int{1, 0}, Dilation: [2]int{2, 1}}
	return map[string]Stack{
		"convolution":            {Convolution{Channels: 3, Window: square(3, 2, 1), Weights: w}},
		"convolution dilated":    {Convolution{Channels: 3, Window: odd, Weights: w}},
		"transposed":             {Transposed{Channels: 2, Window: square(4, 2, 1), Weights: w}},
		"transposed with more":   {Transposed{Channels: 2, Window: wide, More: [2]int{2, 1}, Weights: w}},
		"max pool":               {MaxPool{square(2, 2, 0)}},
		"max pool overlapping":   {MaxPool{square(3, 2, 1)}},
		"mean pool":              {MeanPool{square(2, 2, 0)}},
		"mean pool overlapping":  {MeanPool{square(3, 2, 1)}},
		"nearest":                {Nearest{2}},
		"bilinear":               {Bilinear{2}},
		"bilinear by three":      {Bilinear{3}},
		"batch norm":             {batch},
		"batch norm in pictures": {batch},
		"dcgan": {
			Full{16, w}, batch, Nonlinear{relu}, Reshape{[]int{2, 2, 4}}, Transposed{Channels: 3, Window: square(4, 2, 1), Weights: w}, batch, Nonlinear{relu},
			Transposed{Channels: 1, Window: square(4, 2, 1), Weights: w}, Nonlinear{tanh}, Convolution{Channels: 2, Window: square(4, 2, 1), Weights: w}, Nonlinear{lrelu},
			Convolution{Channels: 3, Window: square(4, 2, 1), Weights: w}, batch, Nonlinear{lrelu}, Flatten{}, Full{1, w},
		},
	}
}

// fixtureGraph is a case's network with what is compared.
type fixtureGraph struct {
	names  []string
	wants  []tensor
	nodes  []*graph.Node
	values map[string][]float64 // of the variables
}

func graphOf(t *testing.T, f fixture, stack Stack) fixtureGraph {
	t.Helper()
	training := f.Name != "batch norm in pictures"
	pass := &Pass{Params: NewScope("p"), State: NewScope("s"), Training: training}
	x := graph.Variable("x", f.X.Shape...)
	y := stack.Apply(pass, x)
	g := fixtureGraph{values: map[string][]float64{"x": f.X.Values}}
	compare := func(name string, want tensor, n *graph.Node) {
		g.names, g.wants, g.nodes = append(g.names, name), append(g.wants, want), append(g.nodes, n)
	}
	compare("y", f.Y, y)
	var c []float32
	for _, v := range f.Weights.Values {
		c = append(c, float32(v))
	}
	loss := graph.Sum(graph.Mul(graph.Const(y.Shape(), c), graph.Square(y)))
	names, xs := []string{"x"}, []*graph.Node{x}
	for _, v := range pass.Params.Variables() {
		want, ok := f.Parameters[v.Path]
		if !ok {
			t.Fatalf("PyTorch has no %s", v.Path)
		}
		if !slices.Equal(want.Shape, v.Node.Shape()) {
			t.Fatalf("%s has the shape %v, want %v", v.Path, v.Node.Shape(), want.Shape)
		}
		g.values[v.Name] = want.Values
		names, xs = append(names, v.Path), append(xs, v.Node)
	}
	first := graph.Grad(loss, xs...)
	second := graph.Grad(graph.Sum(graph.Square(first[0])), xs...)
	for i, n := range names {
		compare("first order "+n, f.First[n], first[i])
		compare("second order "+n, f.Second[n], second[i])
	}
	for _, v := range pass.State.Variables() {
		if !training {
			g.values[v.Name] = f.State[v.Path].Values
			continue
		}
		start := make([]float32, v.Node.Shape().Len())
		v.Fill(nil, start)
		for _, s := range start {
			g.values[v.Name] = append(g.values[v.Name], float64(s))
		}
	}
	for _, u := range pass.Updates() {
		for _, v := range pass.State.Variables() {
			if v.Node == u.Var {
				compare("state "+v.Path, f.State[v.Path], u.Value)
			}
		}
	}
	return g
}

func fixtures(t *testing.T) []fixture {
	t.Helper()
	text, err := os.ReadFile("testdata/torch.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []fixture
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Layers give what PyTorch's give, with their gradients and the gradients of a gradient penalty: the graphs in float64, and the programs
// that they are compiled to in float32.
func TestLayersAgainstPyTorch(t *testing.T) {
	layers := layersOf()
	for _, f := range fixtures(t) {
		stack, ok := layers[f.Name]
		if !ok {
			t.Fatalf("there are no layers for %q", f.Name)
		}
		delete(layers, f.Name)
		t.Run(f.Name, func(t *testing.T) {
			g := graphOf(t, f, stack)
			// The graph's constants, 1e-5 among them, are float32s.
			compareTensors(t, "float64", g, inFloat64(g), 2e-6)
			compareTensors(t, "compiled", g, compiled(t, g), 2e-4)
		})
	}
	for name := range layers {
		t.Errorf("PyTorch has no case for %q", name)
	}
}

func inFloat64(g fixtureGraph) [][]float64 {
	env := exact.Env{}
	for name, v := range g.values {
		env["variable "+name] = v
	}
	return env.Eval(g.nodes...)
}

func compiled(t *testing.T, g fixtureGraph) [][]float64 {
	t.Helper()
	var updates []graph.Update
	for i, n := range g.nodes {
		updates = append(updates, graph.Update{Var: graph.Variable("out/"+g.names[i], n.Shape()...), Value: n})
	}
	p, err := plan.Compile([]graph.Procedure{{Name: "p", Updates: updates}}, []plan.Call{{Name: "p", Procedures: []string{"p"}}})
	if err != nil {
		t.Fatal(err)
	}
	m, err := kernel.New(p)
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range g.values {
		if i := p.Slot(name); i >= 0 {
			x := make([]float32, len(v))
			for k := range v {
				x[k] = float32(v[k])
			}
			m.Write(i, x)
		}
	}
	if err := m.Run(0, 1); err != nil {
		t.Fatal(err)
	}
	out := make([][]float64, len(g.nodes))
	for i, n := range g.nodes {
		x := make([]float32, n.Shape().Len())
		m.Read(p.Slot("out/"+g.names[i]), x)
		for _, v := range x {
			out[i] = append(out[i], float64(v))
		}
	}
	return out
}

// compareTensors wants every array within a share of its largest number. A bias before a batch norm has no gradient at all, and what is
// left of it is rounding: so there is a floor, a tenth of the largest number of all arrays: the graph has 1/n as a float32.
func compareTensors(t *testing.T, how string, g fixtureGraph, got [][]float64, share float64) {
	t.Helper()
	floor := 0.
	for _, want := range g.wants {
		floor = max(floor, largest(want)/10)
	}
	for i, want := range g.wants {
		if !slices.Equal([]int(g.nodes[i].Shape()), want.Shape) || len(want.Values) != len(got[i]) {
			t.Errorf("%s: %s has the shape %v, want %v", how, g.names[i], g.nodes[i].Shape(), want.Shape)
			continue
		}
		bound := share * max(floor, largest(want))
		for k, v := range want.Values {
			if d := math.Abs(got[i][k] - v); !(d <= bound) {
				t.Errorf("%s: %s, element %d: %.9g, want %.9g", how, g.names[i], k, got[i][k], v)
				break
			}
		}
	}
}

// largest is the greatest magnitude in a tensor.
func largest(x tensor) float64 {
	m := 0.
	for _, v := range x.Values {
		m = max(m, math.Abs(v))
	}
	return m
}

// Sizes are those of what layers really give, and parameters those that they really ask for.
func TestSizesOfTheFixtures(t *testing.T) {
	for name, stack := range layersOf() {
		for _, f := range fixtures(t) {
			if f.Name != name {
				continue
			}
			sizes, err := stack.Sizes(f.X.Shape[1:])
			if err != nil {
				t.Fatal(err)
			}
			learnt := 0
			for _, s := range sizes {
				learnt += s.Parameters
			}
			have := 0
			for _, p := range f.Parameters {
				have += len(p.Values)
			}
			if out := sizes[len(sizes)-1].Out; !slices.Equal(out, f.Y.Shape[1:]) || learnt != have {
				t.Errorf("%s: %v with %d parameters, want %v with %d", name, out, learnt, f.Y.Shape[1:], have)
			}
		}
	}
}
