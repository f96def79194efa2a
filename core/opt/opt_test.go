package opt

import (
	"math"
	"math/cmplx"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/nn"
	"ganvas/core/random"
)

const (
	rate, beta1, beta2, momentum, decay = .125, .5, .75, .25, .5
	epsilon                             = .0625
	curvature                           = 3
	start                               = 2.
)

// stepper is one step of an optimiser by hand, on the parameter p with gradient g at step t = 1, 2, ...; it keeps its memory in m.
type stepper func(m *[2]float64, t int, p, g float64) float64

var byHand = map[string]stepper{
	"sgd":      func(m *[2]float64, t int, p, g float64) float64 { return p - rate*g },
	"momentum": func(m *[2]float64, t int, p, g float64) float64 { m[0] = momentum*m[0] + g; return p - rate*m[0] },
	"nesterov": func(m *[2]float64, t int, p, g float64) float64 {
		m[0] = momentum*m[0] + g
		return p - rate*(g+momentum*m[0])
	},
	"optimistic": func(m *[2]float64, t int, p, g float64) float64 {
		before := m[0]
		m[0] = g
		return p - rate*(2*g-before)
	},
	"rmsprop": func(m *[2]float64, t int, p, g float64) float64 {
		m[0] = beta2*m[0] + (1-beta2)*g*g
		return p - rate*g/(math.Sqrt(m[0])+epsilon)
	},
	"adadelta": func(m *[2]float64, t int, p, g float64) float64 {
		m[0] = beta2*m[0] + (1-beta2)*g*g
		step := g * math.Sqrt(m[1]+epsilon) / math.Sqrt(m[0]+epsilon)
		m[1] = beta2*m[1] + (1-beta2)*step*step
		return p - rate*step
	},
	"adagrad": func(m *[2]float64, t int, p, g float64) float64 {
		m[0] += g * g
		return p - rate*g/(math.Sqrt(m[0])+epsilon)
	},
	"adam": func(m *[2]float64, t int, p, g float64) float64 { return p - rate*adamByHand(m, t, g) },
	"adamw": func(m *[2]float64, t int, p, g float64) float64 {
		return p - rate*(adamByHand(m, t, g)+decay*p)
	},
}

func adamByHand(m *[2]float64, t int, g float64) float64 {
	m[0] = beta1*m[0] + (1-beta1)*g
	m[1] = beta2*m[1] + (1-beta2)*g*g
	mean := m[0] / (1 - math.Pow(beta1, float64(t)))
	square := m[1] / (1 - math.Pow(beta2, float64(t)))
	return mean / (math.Sqrt(square) + epsilon)
}

// begin gives every variable of the scopes its first value.
func begin(env exact.Env, scopes ...*nn.Scope) {
	for _, s := range scopes {
		for _, v := range s.Variables() {
			first := make([]float32, v.Node.Shape().Len())
			v.Fill(random.New(1, v.Name), first)
			values := make([]float64, len(first))
			for i, x := range first {
				values[i] = float64(x)
			}
			env["variable "+v.Name] = values
		}
	}
}

// apply runs updates as a procedure does: all values first.
func apply(env exact.Env, updates []graph.Update) {
	var values []*graph.Node
	for _, u := range updates {
		values = append(values, u.Value)
	}
	got := env.Eval(values...)
	for i, u := range updates {
		env[u.Var.Op().String()] = got[i]
	}
}

func hypers(env exact.Env) Hypers {
	knob := func(name string, v float64) *graph.Node {
		env["variable "+name] = []float64{v}
		return graph.Variable(name)
	}
	return Hypers{knob("rate", rate), knob("beta1", beta1), knob("beta2", beta2), knob("momentum", momentum), knob("decay", decay), knob("eps", epsilon)}
}

// Ten steps down ½·3·(p² + q²), from 2 each, with the two parameters in two variables.
func TestUpdatesOnAQuadraticByHand(t *testing.T) {
	for _, o := range All {
		env := exact.Env{}
		params, memory := nn.NewScope("p"), nn.NewScope("m")
		p, q := params.Variable("a", nn.Constant(start), 2), params.Variable("b", nn.Constant(start))
		loss := graph.Mul(graph.Scalar(curvature/2.), graph.Add(graph.Sum(graph.Square(p)), graph.Square(q)))
		updates := o.Minimise(memory, hypers(env), loss, params)
		begin(env, params, memory)

		var m [2]float64
		want := start
		for step := 1; step <= 10; step++ {
			apply(env, updates)
			want = byHand[o.Key](&m, step, want, curvature*want)
			for _, got := range append(env["variable p/a"], env["variable p/b"]...) {
				if math.Abs(got-want) > 1e-9*math.Max(1, math.Abs(want)) {
					t.Fatalf("%s, step %d: parameter is %.12g, want %.12g", o.Key, step, got, want)
				}
			}
		}
	}
}

// Steps of Adam worked out on paper: whatever the βs, a constant gradient of 4 makes every direction 4/(4+ε).
func TestAdamUnderAConstantGradientMovesByTheRate(t *testing.T) {
	env := exact.Env{}
	params, memory := nn.NewScope("p"), nn.NewScope("m")
	p := params.Variable("a", nn.Constant(start))
	updates := Adam.Minimise(memory, hypers(env), graph.Mul(graph.Scalar(4), p), params)
	begin(env, params, memory)
	for step := 1; step <= 5; step++ {
		apply(env, updates)
		if got, want := env["variable p/a"][0], start-rate*float64(step)*4/(4+epsilon); math.Abs(got-want) > 1e-8 {
			t.Errorf("step %d: %g, want %g", step, got, want)
		}
	}
}

func TestUsesNamesWhatAnOptimiserReads(t *testing.T) {
	for _, o := range All {
		env := exact.Env{}
		params := nn.NewScope("p")
		p := params.Variable("a", nn.Constant(start))
		h := hypers(env)
		var values []*graph.Node
		for _, u := range o.Minimise(nn.NewScope("m"), h, graph.Square(p), params) {
			values = append(values, u.Value)
		}
		reads := map[*graph.Node]bool{}
		for _, n := range graph.Sorted(values...) {
			reads[n] = true
		}
		uses := map[Hyper]bool{}
		for _, u := range o.Uses {
			uses[u] = true
		}
		for name, n := range map[Hyper]*graph.Node{Rate: h.Rate, Beta1: h.Beta1, Beta2: h.Beta2, Momentum: h.Momentum, Decay: h.Decay, Epsilon: h.Epsilon} {
			if reads[n] != uses[name] {
				t.Errorf("%s reads %s: %v, says %v", o.Key, name, reads[n], uses[name])
			}
		}
	}
}

func TestAverage(t *testing.T) {
	env := exact.Env{"variable beta": {.9}, "variable next": {5, 7}}
	params, averages := nn.NewScope("p"), nn.NewScope("e")
	p := params.Variable("a", nn.Constant(1), 2)
	updates := Average(averages, graph.Variable("beta"), params, map[*graph.Node]*graph.Node{p: graph.Variable("next", 2)})
	begin(env, params, averages)
	apply(env, updates)
	for i, want := range []float64{.9*1 + .1*5, .9*1 + .1*7} {
		if got := env["variable e/a"][i]; math.Abs(got-want) > 1e-12 {
			t.Errorf("average %d is %g, want %g", i, got, want)
		}
	}
	env["variable beta"] = []float64{0}
	apply(env, updates)
	if got := env["variable e/a"]; got[0] != 5 || got[1] != 7 {
		t.Errorf("without memory the average is %v, want the parameters", got)
	}
}

func TestWarmUp(t *testing.T) {
	w := WarmUp(graph.Variable("beta"), graph.Variable("t"))
	for _, c := range [][3]float64{{.995, 0, .1}, {.995, 8, .5}, {.995, 1e4, .995}, {0, 3, 0}} {
		env := exact.Env{"variable beta": {c[0]}, "variable t": {c[1]}}
		if got := env.Scalar(w); math.Abs(got-c[2]) > 1e-12 {
			t.Errorf("β %g at step %g: %g, want %g", c[0], c[1], got, c[2])
		}
	}
}

func TestSchedules(t *testing.T) {
	const final = .01
	half := map[string]float64{"constant": 1, "cosine": (1 + final) / 2, "linear": (1 + final) / 2, "exponential": .1}
	step, f := graph.Variable("step"), graph.Variable("final")
	for _, s := range Schedules {
		at := func(n float64) float64 {
			env := exact.Env{"variable step": {n}, "variable final": {final}, "variable horizon": {3000}}
			return env.Scalar(s.At(Time(step, graph.Variable("horizon")), f))
		}
		end := final
		if s.Key == "constant" {
			end = 1
		}
		for n, want := range map[float64]float64{0: 1, 1500: half[s.Key], 3000: end, 9000: end} {
			// π is a float32 in the graph.
			if got := at(n); math.Abs(got-want) > 1e-7 {
				t.Errorf("%s at step %g: %g, want %g", s.Key, n, got, want)
			}
		}
		for n := 0.; n < 3000; n += 100 {
			if at(n+100) > at(n) {
				t.Errorf("%s rises after step %g", s.Key, n)
			}
		}
	}
}

// On the bilinear game min max θψ with both moving at once, optimistic descent's steps obey μ² - (1 ± 2ih)μ ± ih = 0: it settles for
// small h, by the greater root's modulus a step.
func TestOptimisticDescentSettlesOnTheBilinearGame(t *testing.T) {
	const h = rate
	disc := cmplx.Sqrt((1+2i*h)*(1+2i*h) - 4i*h)
	modulus := math.Max(cmplx.Abs((1+2i*h+disc)/2), cmplx.Abs((1+2i*h-disc)/2))
	if modulus >= 1 {
		t.Fatal("no settling to test")
	}
	env := exact.Env{}
	left, right, memory := nn.NewScope("l"), nn.NewScope("r"), nn.NewScope("m")
	theta, psi := left.Variable("theta", nn.Constant(1)), right.Variable("psi", nn.Constant(1))
	product := graph.Mul(theta, psi)
	k := hypers(env)
	updates := append(Optimistic.Minimise(memory, k, product, left), Optimistic.Minimise(memory, k, graph.Neg(product), right)...)
	begin(env, left, right, memory)
	distance := func() float64 { return math.Hypot(env["variable l/theta"][0], env["variable r/psi"][0]) }
	for range 100 {
		apply(env, updates)
	}
	middle := distance()
	for range 100 {
		apply(env, updates)
	}
	// After 100 steps the lesser root's share has died.
	if got := math.Pow(distance()/middle, 1./100); math.Abs(got-modulus) > 1e-9 {
		t.Errorf("distance shrinks by %.12f a step, want %.12f", got, modulus)
	}
}
