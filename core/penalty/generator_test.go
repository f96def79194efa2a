package penalty

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// A linear generator x = zW stretches: |Jᵀy| is |Wy|, and mode seeking is 1/(ratio of mean distances + 1e-5).
func TestGeneratorRegularisersOfALinearGenerator(t *testing.T) {
	w := graph.Variable("w", 2, 2)
	z, z2 := graph.Variable("z", 3, 2), graph.Variable("z2", 3, 2)
	g := func(z *graph.Node) *graph.Node { return graph.MatMul(z, w, false, false) }
	y := graph.Const(graph.Shape{3, 2}, []float32{1, 0, 0, 1, 3, -4})
	env := exact.Env{
		"variable w": {2, 1, 0, 3},
		"variable z": {1, 2, 3, 4, 5, 6}, "variable z2": {0, 2, 3, 3, 5, 8},
		"variable mean": {2},
	}
	lengths := Paths(z, g(z), y)
	want := []float64{2, math.Hypot(1, 3), math.Hypot(6-4, -12)} // W(1,0), W(0,1), W(3,-4)
	for i, v := range env.Eval(lengths)[0] {
		if math.Abs(v-want[i]) > 1e-9 {
			t.Errorf("length %d is %g, want %g", i, v, want[i])
		}
	}
	stray, next := PathPenalty(lengths, graph.Variable("mean"))
	a := .99*2 + .01*(want[0]+want[1]+want[2])/3
	sum := 0.
	for _, v := range want {
		sum += (v - a) * (v - a) / 3
	}
	got := env.Eval(stray, next, Seek(z, z2, g(z), g(z2)))
	// Noise is apart by (1, 0), (0, 1), (0, -2), samples by (2, 1), (0, 3), (0, -6): 4/6 and 12/6 on average.
	for i, want := range []float64{sum, a, 1 / (3 + 1e-5)} {
		if math.Abs(got[i][0]-want) > 1e-6*want { // .99, .01 and 1/3 are float32s in the graph
			t.Errorf("value %d is %.9g, want %.9g", i, got[i][0], want)
		}
	}
}

// Gradients by the generator's parameters against central differences. The running mean is a constant in their eyes.
func TestGeneratorRegularisersGradients(t *testing.T) {
	_, env := setting(4)
	z, z2, y := graph.Variable("real", n, 2), graph.Variable("fake", n, 2), graph.Const(graph.Shape{n, 2}, []float32{1, -.5, .3, 2, -1, 0, .7, .7, -2, 1})
	out := graph.Variable("out", width, 2)
	env["variable out"] = append([]float64(nil), env["variable w0"]...)
	generate := func(z *graph.Node) *graph.Node {
		return graph.MatMul(graph.Tanh(graph.Add(graph.MatMul(z, params[0], false, false), params[1])), out, false, false)
	}
	mean := graph.Variable("mean")
	env["variable mean"] = []float64{.5}
	lengths := Paths(z, generate(z), y)
	stray, next := PathPenalty(lengths, mean)
	env["variable held"] = env.Eval(next)[0]
	held := graph.Mean(graph.Square(graph.Sub(lengths, graph.Variable("held"))))
	for name, pair := range map[string][2]*graph.Node{
		"mode seeking": {Seek(z, z2, generate(z), generate(z2)), Seek(z, z2, generate(z), generate(z2))},
		"path length":  {stray, held},
	} {
		grads := env.Eval(graph.Grad(pair[0], params[0], params[1])...)
		for i, v := range params[:2] {
			values := env[v.Op().String()]
			for k := range values {
				const h = 1e-5
				x := values[k]
				values[k] = x + h
				up := env.Scalar(pair[1])
				values[k] = x - h
				down := env.Scalar(pair[1])
				values[k] = x
				if want := (up - down) / (2 * h); math.Abs(grads[i][k]-want) > 1e-8*math.Max(1, math.Abs(want)) {
					t.Errorf("%s: gradient by %v[%d] is %g, differences give %g", name, v, k, grads[i][k], want)
				}
			}
		}
	}
}
