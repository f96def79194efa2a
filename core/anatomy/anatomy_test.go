package anatomy

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/nn"
)

// What each kind of layer does to an image of 5 by 4 in two channels is the sum of its terms, as the definition of its graph gives it in double precision.
func TestTermsAddUp(t *testing.T) {
	w := nn.Weights{Init: nn.Initialisers[0], Gain: 1}
	wide := graph.Window{Kernel: [2]int{3, 2}, Stride: [2]int{2, 1}, Pad: [2]int{1, 0}, Dilation: [2]int{1, 2}}
	for _, l := range []nn.Layer{
		nn.Convolution{Channels: 3, Window: wide, Weights: w},
		nn.Transposed{Channels: 3, Window: graph.Window{Kernel: [2]int{3, 4}, Stride: [2]int{2, 2}, Pad: [2]int{1, 1}, Dilation: [2]int{1, 1}}, More: [2]int{1, 0}, Weights: w},
		nn.MaxPool{Window: graph.SquareWindow(3, 2, 1)}, nn.MeanPool{Window: graph.SquareWindow(2, 1, 1)},
		nn.Nearest{Factor: 3}, nn.Bilinear{Factor: 2}, nn.Bilinear{Factor: 3}, nn.Flatten{},
	} {
		n := nn.Network{Hidden: []nn.Block{{Layer: l}}, Output: nn.Full{Out: 2, Weights: w}}
		b, err := Of(n, []int{5, 4, 2}, 0)
		if err != nil {
			t.Fatalf("%s: %v", l.Kind(), err)
		}
		env := exact.Env{}
		pass := &nn.Pass{Params: nn.NewScope("params"), State: nn.NewScope("state")}
		seen := Watch(pass)
		n.Apply(pass, graph.Variable("sample", 1, 5, 4, 2), nil)
		fill(env, "variable sample", 40)
		for _, v := range pass.Params.Variables() {
			fill(env, "variable "+v.Name, v.Node.Shape().Len())
		}
		out := env.Eval(seen.Values(), seen.Weights())
		values, weights := rounded(out[0]), rounded(out[1])
		if len(values) != b.Values || len(weights) != b.Weights {
			t.Fatalf("%s: %d values and %d weights, want %d and %d", l.Kind(), len(values), len(weights), b.Values, b.Weights)
		}
		for stage, s := range b.Stages {
			for element := range s.Len() {
				c := b.Explain(stage, element, 0, values, weights)
				if want := out[0][s.At+element]; c.How != AsGiven && math.Abs(c.Sum()-want) > 1e-5 {
					t.Fatalf("%s: element %v of stage %d is %g, its terms say %g", l.Kind(), Index(s.Shape, element), stage, want, c.Sum())
				}
			}
		}
	}
}

// fill gives a variable numbers that are all different.
func fill(env exact.Env, name string, n int) {
	for i := range n {
		env[name] = append(env[name], math.Sin(float64(7*i+len(name)*13)))
	}
}

func rounded(x []float64) (out []float32) {
	for _, v := range x {
		out = append(out, float32(v))
	}
	return out
}

// Coordinates and elements are each other's inverse.
func TestIndexAndAt(t *testing.T) {
	shape := []int{3, 4, 5}
	for i := range 60 {
		if got := At(shape, Index(shape, i)...); got != i {
			t.Errorf("%d lies at %v, where %d is", i, Index(shape, i), got)
		}
	}
}

// What looks at whole minibatches has no body, and says why.
func TestMinibatchesHaveNoBody(t *testing.T) {
	n := nn.Network{Output: nn.Full{Out: 1, Weights: nn.Weights{Init: nn.Initialisers[0], Gain: 1}}, Minibatch: []nn.BatchFeature{nn.Deviation{}}}
	if _, err := Of(n, []int{3}, 0); err == nil {
		t.Error("it has one")
	}
}
