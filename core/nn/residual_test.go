package nn

import (
	"math"
	"testing"
)

// With zero weights, residual layers pass on what the first layer made: the network is that of its first and last layer, whatever
// the activation, as it is applied once.
func TestResidualLayersOfZeroWeightsAreTheIdentity(t *testing.T) {
	for _, a := range Activations {
		tr := newTrial(true)
		x := tr.input("x", 3, 2)
		deep := MLP{In: 2, Out: 1, Hidden: []Hidden{{4, a}, {4, a}, {4, a}}, Init: Initialisers[0], Residual: true}
		shallow := MLP{In: 2, Out: 1, Hidden: []Hidden{{4, a}}, Init: Initialisers[0], Within: "shallow/"}
		y, want := deep.Apply(tr.Pass, x, nil), shallow.Apply(tr.Pass, x, nil)
		tr.begin()
		for _, at := range []string{"1", "2"} {
			tr.env["variable p/"+at+"/weight"], tr.env["variable p/"+at+"/bias"] = make([]float64, 16), make([]float64, 4)
		}
		for _, kind := range []string{"weight", "bias"} {
			tr.env["variable p/shallow/0/"+kind] = tr.env["variable p/0/"+kind]
			tr.env["variable p/shallow/1/"+kind] = tr.env["variable p/3/"+kind]
		}
		got := tr.env.Eval(y, want)
		for i := range got[0] {
			if got[0][i] != got[1][i] {
				t.Errorf("%s: output %d is %g, want %g", a.Key, i, got[0][i], got[1][i])
			}
		}
	}
}

// By hand: a layer adds what the one before had before its activation, and only where their widths are the same.
func TestResidualByHand(t *testing.T) {
	tanh, _ := FindActivation("tanh")
	tr := newTrial(true)
	m := MLP{In: 1, Out: 1, Hidden: []Hidden{{2, tanh}, {2, tanh}, {1, tanh}}, Init: Initialisers[0], Residual: true}
	y := m.Apply(tr.Pass, tr.input("x", 1, 1), nil)
	tr.env["variable x"] = []float64{.5}
	tr.env["variable p/0/weight"], tr.env["variable p/0/bias"] = []float64{1, -2}, []float64{.25, .5}
	tr.env["variable p/1/weight"], tr.env["variable p/1/bias"] = []float64{1, 2, 3, 4}, []float64{0, -1}
	tr.env["variable p/2/weight"], tr.env["variable p/2/bias"] = []float64{1, -1}, []float64{.125}
	tr.env["variable p/3/weight"], tr.env["variable p/3/bias"] = []float64{2}, []float64{-3}
	a0, a1 := .75, -.5
	h0, h1 := math.Tanh(a0), math.Tanh(a1)
	b0, b1 := a0+h0+3*h1, a1+2*h0+4*h1-1
	want := 2*math.Tanh(math.Tanh(b0)-math.Tanh(b1)+.125) - 3
	if got := tr.env.Scalar(y); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g", got, want)
	}
}

// Networks of every kind at once have the slopes that differences find.
func TestNetworksOfEveryKindSlopes(t *testing.T) {
	act, _ := FindActivation("silu")
	for _, n := range Norms {
		tr := newTrial(true)
		m := MLP{In: 2, Out: 2, Hidden: []Hidden{{3, act}, {3, act}}, Init: Initialisers[0], Norm: n, Residual: true}
		x := tr.input("x", 4, 2)
		y := tr.weighed(m.Apply(tr.Pass, x, nil))
		tr.begin()
		tr.slopes(t, y, append(tr.Params.Nodes(), x)...)
	}
}
