package nn

import (
	"math"
	"testing"

	"ganvas/core/graph"
)

func TestDeviationByHand(t *testing.T) {
	const rows, cols = 8, 4
	tr := newTrial(true)
	x := tr.input("x", rows, cols)
	y := Deviation{}.Of(tr.Pass, "l", x)
	tr.begin()
	want := 0.0
	for _, column := range lines(tr.env["variable x"], rows, cols, true) {
		_, square := meanAndSquare(column)
		want += math.Sqrt(square+float64(float32(1e-8))) / cols
	}
	got := tr.env.Eval(y)[0]
	for r := range rows {
		for c := range cols {
			if got[r*(cols+1)+c] != tr.env["variable x"][r*cols+c] {
				t.Errorf("feature %d of sample %d is not passed on", c, r)
			}
		}
		if g := got[r*(cols+1)+cols]; math.Abs(g-want) > 1e-12 {
			t.Errorf("sample %d sees a deviation of %.12g, want %.12g", r, g, want)
		}
	}
	tr.slopes(t, tr.weighed(y), x)
}

// Equal samples have no deviation but for the root of 1e-8 that keeps the slope finite.
func TestDeviationOfEqualSamplesIsZero(t *testing.T) {
	tr := newTrial(true)
	x := tr.input("x", 4, 2)
	tr.env["variable x"] = []float64{3, -1, 3, -1, 3, -1, 3, -1}
	y := Deviation{}.Of(tr.Pass, "l", x)
	tr.begin()
	for r, got := range lines(tr.env.Eval(y)[0], 4, 3, false) {
		if math.Abs(got[2]-1e-4) > 1e-10 {
			t.Errorf("sample %d sees a deviation of %g, want 1e-4", r, got[2])
		}
	}
}

// loop is minibatch discrimination as its formula says.
func (d Discrimination) loop(x, kernels []float64, rows, in int) [][]float64 {
	at := func(i, b, c int) float64 { // coordinate c of sample i's point of kernel b
		sum := 0.0
		for f := range in {
			sum += x[i*in+f] * kernels[f*d.Dims*d.Kernels+c*d.Kernels+b]
		}
		return sum
	}
	out := make([][]float64, rows)
	for i := range rows {
		for b := range d.Kernels {
			sum := 0.0
			for j := range rows {
				if j == i {
					continue
				}
				distance := 0.0
				for c := range d.Dims {
					distance += math.Abs(at(i, b, c) - at(j, b, c))
				}
				sum += math.Exp(-distance) / float64(rows-1)
			}
			out[i] = append(out[i], sum)
		}
	}
	return out
}

func TestDiscriminationAgainstALoop(t *testing.T) {
	const rows, in = 5, 6
	d := Discrimination{Kernels: 3, Dims: 2}
	tr := newTrial(true)
	x := tr.input("x", rows, in)
	y := d.Of(tr.Pass, "l", x)
	tr.begin()
	want := d.loop(tr.env["variable x"], tr.env["variable p/l/kernels"], rows, in)
	for i, got := range lines(tr.env.Eval(y)[0], rows, in+d.Kernels, false) {
		for f := range in {
			if got[f] != tr.env["variable x"][i*in+f] {
				t.Errorf("feature %d of sample %d is not passed on", f, i)
			}
		}
		for b := range d.Kernels {
			if math.Abs(got[in+b]-want[i][b]) > 1e-12 {
				t.Errorf("sample %d, kernel %d: %.12g, want %.12g", i, b, got[in+b], want[i][b])
			}
		}
	}
	tr.slopes(t, tr.weighed(y), append(tr.Params.Nodes(), x)...)
}

func TestDiscriminationOfEqualSamplesIsOne(t *testing.T) {
	tr := newTrial(true)
	x := tr.input("x", 3, 1)
	tr.env["variable x"] = []float64{2, 2, 2}
	y := Discrimination{Kernels: 2, Dims: 4}.Of(tr.Pass, "l", x)
	tr.begin()
	for i, got := range lines(tr.env.Eval(y)[0], 3, 3, false) {
		if got[1] != 1 || got[2] != 1 {
			t.Errorf("sample %d sees a closeness of %v, want 1", i, got[1:])
		}
	}
}

// A pass that does not train joins what the features were on average, and each sample is judged for itself.
func TestBatchFeaturesWithoutAMinibatch(t *testing.T) {
	for _, c := range []BatchFeature{Deviation{}, Discrimination{Kernels: 2, Dims: 3}} {
		tr := newTrial(true)
		y := c.Of(tr.Pass, "l", tr.input("x", 5, 2))
		n := y.Shape()[1] - 2
		tr.begin()
		features := make([]float64, n)
		for _, row := range lines(tr.env.Eval(y)[0], 5, 2+n, false) {
			for k := range n {
				features[k] += row[2+k] / 5
			}
		}
		for range 200 {
			tr.step() // .9²⁰⁰ of the start is left
		}
		look := &Pass{Params: tr.Params, State: tr.State}
		alone := c.Of(look, "l", tr.input("one", 1, 2))
		for k, got := range tr.env.Eval(alone)[0][2:] {
			if math.Abs(got-features[k]) > 1e-6 {
				t.Errorf("%T: feature %d is %g, want %g", c, k, got, features[k])
			}
		}
	}
}

// The last hidden layer's features get company, and the last dense layer is as wide as both.
func TestMLPWithBatchFeatures(t *testing.T) {
	relu, _ := FindActivation("relu")
	tr := newTrial(true)
	m := MLP{In: 2, Out: 1, Hidden: []Hidden{{3, relu}}, Init: Initialisers[0], Minibatch: []BatchFeature{Deviation{}, Discrimination{Kernels: 2, Dims: 4}}}
	y := m.Apply(tr.Pass, tr.input("x", 5, 2), nil)
	if s := tr.Params.Variable("1/weight", nil, 6, 1).Shape(); s[0] != 6 {
		t.Errorf("the last layer's weights are %v", s)
	}
	tr.begin()
	tr.slopes(t, tr.weighed(y), tr.Params.Nodes()...)
	if got := y.Shape(); got.String() != (graph.Shape{5, 1}).String() {
		t.Errorf("logits are %v", got)
	}
}
