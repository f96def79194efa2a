package penalty

import (
	"math"
	"math/rand/v2"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

const n, width = 5, 7

// critic is a small network of tanh layers, smooth enough for finite differences.
var params = []*graph.Node{
	graph.Variable("w0", 2, width), graph.Variable("b0", width),
	graph.Variable("w1", width, width), graph.Variable("b1", width),
	graph.Variable("w2", width, 1),
}

func critic(x *graph.Node) *graph.Node {
	h := graph.Tanh(graph.Add(graph.MatMul(x, params[0], false, false), params[1]))
	h = graph.Tanh(graph.Add(graph.MatMul(h, params[2], false, false), params[3]))
	return graph.MatMul(h, params[4], false, false)
}

func setting(seed uint64) (Minibatch, exact.Env) {
	r := rand.New(rand.NewPCG(seed, 1))
	env := exact.Env{}
	draw := func(x *graph.Node, scale float64) *graph.Node {
		v := make([]float64, x.Shape().Len())
		for i := range v {
			v[i] = scale * r.NormFloat64()
		}
		env[x.Op().String()] = v
		return x
	}
	for _, p := range params {
		draw(p, .8)
	}
	m := Minibatch{Real: draw(graph.Variable("real", n, 2), 1), Fake: draw(graph.Variable("fake", n, 2), 1), Mix: draw(graph.Variable("mix", n, 1), 0)}
	for i := range n {
		env["variable mix"][i] = r.Float64()
	}
	return m, env
}

// The slope of logits at points, by central differences of the critic alone.
func slopes(env exact.Env, points []float64) (sum [][2]float64) {
	x := graph.Variable("x", 1, 2)
	at := func(p, q float64) float64 {
		env["variable x"] = []float64{p, q}
		return env.Scalar(critic(x))
	}
	const h = 1e-5
	for i := 0; i < len(points); i += 2 {
		p, q := points[i], points[i+1]
		sum = append(sum, [2]float64{(at(p+h, q) - at(p-h, q)) / (2 * h), (at(p, q+h) - at(p, q-h)) / (2 * h)})
	}
	return sum
}

func TestValuesAgainstTheirDefinitions(t *testing.T) {
	m, env := setting(1)
	real, fake, mix := env["variable real"], env["variable fake"], env["variable mix"]
	between := make([]float64, 2*n)
	for i := range between {
		between[i] = mix[i/2]*real[i] + (1-mix[i/2])*fake[i]
	}
	mean := func(points []float64, f func(norm float64) float64) (sum float64) {
		for _, s := range slopes(env, points) {
			sum += f(math.Hypot(s[0], s[1])) / n
		}
		return sum
	}
	half := func(x float64) float64 { return x * x / 2 }
	want := map[string]float64{
		"r1":  mean(real, half),
		"r2":  mean(fake, half),
		"gp":  mean(between, func(x float64) float64 { return (x - 1) * (x - 1) }),
		"gp1": mean(between, func(x float64) float64 { return math.Pow(math.Max(0, x-1), 2) }),
	}
	if want["gp1"] == 0 || want["gp1"] == want["gp"] {
		t.Fatal("the setting has slopes on one side of 1 only")
	}
	for _, p := range All {
		// 1/5 is a float32 in the graph: 1.5e-8 off.
		if got := env.Scalar(p.Of(critic, m)); math.Abs(got-want[p.Key]) > 1e-7 {
			t.Errorf("%s is %.9g, want %.9g", p.Key, got, want[p.Key])
		}
	}
}

// The parameters' gradient, which goes through a gradient, against central differences of the penalty.
func TestParameterGradientsAgainstFiniteDifferences(t *testing.T) {
	for _, p := range All {
		for seed := range uint64(3) {
			m, env := setting(seed)
			y := p.Of(critic, m)
			grads := env.Eval(graph.Grad(y, params...)...)
			for i, v := range params {
				values := env[v.Op().String()]
				for k := range values {
					const h = 1e-5
					x := values[k]
					values[k] = x + h
					up := env.Scalar(y)
					values[k] = x - h
					down := env.Scalar(y)
					values[k] = x
					if want := (up - down) / (2 * h); math.Abs(grads[i][k]-want) > 1e-8*math.Max(1, math.Abs(want)) {
						t.Errorf("%s, seed %d: gradient by %v[%d] is %g, differences give %g", p.Key, seed, v, k, grads[i][k], want)
					}
				}
			}
		}
	}
}

// A linear critic's slope is its weight w: R1 = |w|²/2, with gradient w, and the two-sided penalty is least at length 1.
func TestLinearCritic(t *testing.T) {
	w := graph.Variable("w", 2, 1)
	linear := func(x *graph.Node) *graph.Node { return graph.MatMul(x, w, false, false) }
	m, env := setting(2)
	env["variable w"] = []float64{.3, -.4}
	r1 := R1.Of(linear, m)
	got := env.Eval(r1, graph.Grad(r1, w)[0], GP.Of(linear, m), OneSided.Of(linear, m))
	for i, want := range []float64{.125, .3, .25, 0} {
		if math.Abs(got[i][0]-want) > 1e-7 {
			t.Errorf("value %d is %g, want %g", i, got[i][0], want)
		}
	}
}

// A flat critic's slope has no direction; the gradient must still be a number.
func TestFlatCriticHasFiniteGradients(t *testing.T) {
	w := graph.Variable("w", 2, 1)
	linear := func(x *graph.Node) *graph.Node { return graph.MatMul(x, w, false, false) }
	m, env := setting(2)
	env["variable w"] = []float64{0, 0}
	for _, p := range All {
		for _, g := range env.Eval(graph.Grad(p.Of(linear, m), w)[0])[0] {
			if math.IsNaN(g) || math.IsInf(g, 0) {
				t.Errorf("%s has gradient %g", p.Key, g)
			}
		}
	}
}
