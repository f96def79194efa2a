package dom

import (
	"math"
	"testing"

	"ganvas/core/anatomy"
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// A convolution of one kernel of 2 by 2 over an image of 2 by 2, with a ReLU after it, from noise of 3 by a fully connected layer.
func someInside(t *testing.T) insideOf {
	t.Helper()
	init, _ := nn.FindInitialiser("he")
	if init.Key == "" {
		init = nn.Initialisers[0]
	}
	relu, _ := nn.FindActivation("relu")
	w := nn.Weights{Init: init, Gain: 1}
	n := nn.Network{
		Hidden: []nn.Block{
			{Layer: nn.Full{Out: 4, Weights: w}, Learns: true, Activation: relu},
			{Layer: nn.Reshape{Shape: []int{2, 2, 1}}},
		},
		Output: nn.Convolution{Channels: 1, Window: graph.SquareWindow(2, 1, 0), Weights: w},
		Squash: relu,
	}
	b, err := anatomy.Of(n, []int{3}, 0)
	if err != nil {
		t.Fatal(err)
	}
	// z, sums, after ReLU, reshaped, sum, after ReLU
	values := []float32{1, -1, 2 /**/, 3, -1, 0.5, 2 /**/, 3, 0, 0.5, 2 /**/, 3, 0, 0.5, 2 /**/, 2.25 /**/, 2.25}
	weights := make([]float32, b.Weights)
	copy(weights[3*4+4:], []float32{1, 7, -1, 0.125, -0.5})
	if len(values) != b.Values || len(weights) != 3*4+4+4+1 {
		t.Fatalf("%d values and %d weights", b.Values, b.Weights)
	}
	return insideOf{Body: b, player: "Generator", noise: 2, classes: 1, values: values, weights: weights}
}

// Why a pixel is as it is: its window times the kernel, the bias, and the nonlinearity; each product leads below the layer that only reshapes.
func TestReasonOfAPixel(t *testing.T) {
	x := someInside(t)
	last := len(x.Stages) - 1
	r := x.why(last, 0)
	if want := "Generator, layer 3, convolution: (1, 1)"; r.Title != want {
		t.Errorf("%q, want %q", r.Title, want)
	}
	// 1·3 + 7·0 - 1·0.5 + 0.125·2 - 0.5 = 2.25
	if math.Abs(r.Sum-2.25) > 1e-12 || r.Value != 2.25 || r.Bias != -.5 || !r.Biased || len(r.Rows) != 4 || r.Others != 0 {
		t.Errorf("%+v", r)
	}
	if len(r.Then) != 1 || r.Then[0] != (reasonStep{"ReLU", 2.25}) {
		t.Errorf("then %+v", r.Then)
	}
	top := r.Rows[0]
	if top.Product != 3 || top.Where != "(1, 1)" || x.Stages[top.Stage].Layer != 0 {
		t.Errorf("the largest product is %+v", top)
	}
	if len(r.Kernel) != 2 || r.Kernel[0][1] != (kernelCell{7, true}) {
		t.Errorf("the kernel is %+v", r.Kernel)
	}
	below := x.why(top.Stage, top.Element)
	if len(below.Rows) != 3 || len(below.Then) != 1 || below.Then[0].Value != 3 {
		t.Errorf("below it is %+v", below)
	}
	end := x.why(below.Rows[2].Stage, 2)
	if end.How != anatomy.AsGiven || end.Title != "Generator, what it is given: class 0" {
		t.Errorf("the way ends at %+v", end)
	}
}

func TestVerdictBarsAreSorted(t *testing.T) {
	for d, first := range map[float64]string{.986: "1 real", .36: "0 generated", .5: "1 real"} {
		b := verdictBars(d)
		if b[0].Name != first || math.Abs(b[0].Share+b[1].Share-1) > 1e-12 || b[0].Share < b[1].Share {
			t.Errorf("%g: %+v", d, b)
		}
	}
	for want, got := range map[string]string{
		"D is right.":                            fooledText(true, .9),
		"D is wrong: it takes it for generated.": fooledText(true, .1),
		"D is fooled: it takes it for real.":     fooledText(false, .64),
		"There is no other image of training.":   nearestText([]float32{0, 3, 0, -1, -1}),
		"Image 8 of training, of class 3, 2.50 away. Images of training are 4.00 from their nearest (median).": nearestText([]float32{2.5, 4, .5, 3, 7}),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
