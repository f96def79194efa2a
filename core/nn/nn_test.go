package nn

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/random"
)

func weights(i Initialiser, in, out int, gain float64) []float32 {
	w := make([]float32, in*out)
	i.Weights(in, out, gain)(random.New(7, "nn/test"), w)
	return w
}

func find(t *testing.T, key string) Initialiser {
	i, ok := FindInitialiser(key)
	if !ok {
		t.Fatalf("no initialiser %q", key)
	}
	return i
}

// The standard deviations that the papers state, within 5 standard errors of a sample's variance (kurtosis at most 3).
func TestSpreads(t *testing.T) {
	const in, out, gain = 200, 100, 1.5
	for key, want := range map[string]float64{
		"he": gain / math.Sqrt(in), "uniform": gain / math.Sqrt(in), "xavier": math.Sqrt(2. / (in + out)),
		"lecun": math.Sqrt(1. / in), "normal": 0.02,
	} {
		w := weights(find(t, key), in, out, gain)
		sum, square := 0.0, 0.0
		for _, x := range w {
			sum += float64(x)
			square += float64(x) * float64(x)
		}
		n := float64(len(w))
		if mean := sum / n; math.Abs(mean) > 5*want/math.Sqrt(n) {
			t.Errorf("%s has mean %g", key, mean)
		}
		if variance := square / n; math.Abs(variance/(want*want)-1) > 5*math.Sqrt(2/n) {
			t.Errorf("%s has standard deviation %g, want %g", key, math.Sqrt(variance), want)
		}
	}
}

func TestUniformStaysWithinItsBound(t *testing.T) {
	bound := float32(math.Sqrt(3. / 50))
	for _, x := range weights(find(t, "uniform"), 50, 40, 1) {
		if x < -bound || x > bound {
			t.Errorf("%g is beyond %g", x, bound)
		}
	}
}

func TestOrthogonal(t *testing.T) {
	for _, s := range [][2]int{{5, 5}, {8, 3}, {3, 8}, {64, 64}, {512, 512}, {1, 6}, {6, 1}} {
		in, out := s[0], s[1]
		w := weights(find(t, "orthogonal"), in, out, 2)
		// The shorter side's vectors: rows where in <= out, columns otherwise.
		at := func(v, k int) float64 {
			if in <= out {
				return float64(w[v*out+k])
			}
			return float64(w[k*out+v])
		}
		for a := range min(in, out) {
			for b := range a + 1 {
				sum, want := 0.0, 0.0
				for k := range max(in, out) {
					sum += at(a, k) * at(b, k)
				}
				if a == b {
					want = 4 // gain squared
				}
				// The entries are rounded to float32: each product is off by at most 2·2^-24 of itself, those of a row by
				// 2^-23 times gain squared at most.
				if math.Abs(sum-want) > 5e-7 {
					t.Errorf("%dx%d: vectors %d and %d have product %g, want %g", in, out, a, b, sum, want)
				}
			}
		}
	}
}

// The gain of a nonlinearity keeps the signal's mean square, where it has one to keep: E φ(gain·x)² = 1 for x from N(0, 1).
func TestGainsOfRectifiers(t *testing.T) {
	for _, key := range []string{"relu", "lrelu"} {
		a, _ := FindActivation(key)
		r := random.New(1, "gain")
		const n = 100_000
		x := make([]float64, n)
		for i := range x {
			x[i] = a.Gain * float64(r.Normal())
		}
		env := exact.Env{"variable x": x}
		sum := 0.0
		for _, y := range env.Eval(a.Of(graph.Variable("x", n)))[0] {
			sum += y * y / n
		}
		// The variance of the square is at most 5 for relu: 5 standard errors are 0.035.
		if math.Abs(sum-1) > 0.035 {
			t.Errorf("%s: mean square %g, want 1", key, sum)
		}
	}
}

var formulas = map[string]func(x float64) float64{
	"relu":     func(x float64) float64 { return math.Max(0, x) },
	"lrelu":    func(x float64) float64 { return math.Max(x, float64(float32(.2))*x) },
	"elu":      func(x float64) float64 { return math.Max(x, 0) + math.Expm1(math.Min(x, 0)) },
	"silu":     func(x float64) float64 { return x / (1 + math.Exp(-x)) },
	"softplus": func(x float64) float64 { return math.Log(1 + math.Exp(x)) },
	"tanh":     math.Tanh,
	"sigmoid":  func(x float64) float64 { return 1 / (1 + math.Exp(-x)) },
	"sin":      math.Sin,
	"fourier":  math.Sin,
	"linear":   func(x float64) float64 { return x },
}

func TestActivationsAndTheirSlopes(t *testing.T) {
	points := []float64{-20, -3, -1, -.1, .2, 1.5, 4, 20}
	for _, a := range Activations {
		f := formulas[a.Key]
		x := graph.Variable("x", len(points))
		y := a.Of(x)
		got := exact.Env{"variable x": points}.Eval(y, graph.Grad(graph.Sum(y), x)[0])
		const h = 1e-5
		for i, p := range points {
			if want := f(p); math.Abs(got[0][i]-want) > 1e-12*math.Max(1, math.Abs(want)) {
				t.Errorf("%s(%g) is %g, want %g", a.Key, p, got[0][i], want)
			}
			if want := (f(p+h) - f(p-h)) / (2 * h); math.Abs(got[1][i]-want) > 1e-9 {
				t.Errorf("%s'(%g) is %g, want %g", a.Key, p, got[1][i], want)
			}
		}
	}
}

func TestMLP(t *testing.T) {
	relu, _ := FindActivation("relu")
	tanh, _ := FindActivation("tanh")
	m := MLP{In: 2, Out: 1, Hidden: []Hidden{{3, relu}, {2, tanh}}, Init: find(t, "he")}
	s := NewScope("d")
	p := &Pass{Params: s, State: NewScope("d.state")}
	x := graph.Variable("x", 1, 2)
	y := m.Apply(p, x, nil)
	var names []string
	for _, v := range s.Variables() {
		names = append(names, v.Name+v.Node.Shape().String())
	}
	want := []string{"d/0/weight[2 3]", "d/0/bias[3]", "d/1/weight[3 2]", "d/1/bias[2]", "d/2/weight[2 1]", "d/2/bias[1]"}
	for i := range want {
		if len(names) != len(want) || names[i] != want[i] {
			t.Fatalf("variables %v, want %v", names, want)
		}
	}
	env := exact.Env{
		"variable x":          {1, -2},
		"variable d/0/weight": {1, 2, 3, 4, 5, 6}, "variable d/0/bias": {8, 8, 8},
		"variable d/1/weight": {1, 0, 0, 1, .5, .5}, "variable d/1/bias": {-1, .25},
		"variable d/2/weight": {2, -3}, "variable d/2/bias": {.5},
	}
	// The first layer: (1-8+8, 2-10+8, 3-12+8) = (1, 0, -1), rectified (1, 0, 0).
	h0, h1 := math.Tanh(1-1), math.Tanh(0+.25)
	if got, want := env.Scalar(y), 2*h0-3*h1+.5; math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g", got, want)
	}
	if again := m.Apply(p, x, nil); len(s.Variables()) != 6 || math.Abs(env.Scalar(again)-env.Scalar(y)) != 0 {
		t.Error("a second application does not share the parameters")
	}
}

func TestShapeFaultsNameTheLayer(t *testing.T) {
	err := graph.Build(func() {
		MLP{In: 3, Out: 1, Init: Initialisers[0]}.Apply(&Pass{Params: NewScope("g")}, graph.Variable("x", 4, 2), nil)
	})
	e, ok := err.(*graph.ShapeError)
	if !ok || e.Path != "g/0" {
		t.Errorf("got %v, want a shape error at g/0", err)
	}
}
