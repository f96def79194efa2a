package nn

import "ganvas/core/graph"

// Activation is a named element-wise nonlinearity.
type Activation struct {
	Key   string  // stable, in Specs and URLs: "relu"
	Label string  // for people: "ReLU"
	Gain  float64 // what Kaiming initialisation multiplies the standard deviation by before this nonlinearity
	Of    func(x *graph.Node) *graph.Node
}

// Activations is the catalogue, in the order of a menu.
var Activations = []Activation{
	{"relu", "ReLU", 1.4142135623730951, graph.Relu},
	{"lrelu", "Leaky ReLU, slope 0.2", 1.3867504905630728, leakyRelu}, // sqrt(2/(1+0.2²))
	{"elu", "ELU", 1, elu},
	{"silu", "SiLU", 1, silu},
	{"softplus", "Softplus", 1, graph.Softplus},
	{"tanh", "Tanh", 5.0 / 3, graph.Tanh},
	{"sigmoid", "Sigmoid", 1, graph.Sigmoid},
	{"sin", "Sine", 1, graph.Sin},
	{"fourier", "Sine, many frequencies", frequencies, graph.Sin},
	{"linear", "None", 1, func(x *graph.Node) *graph.Node { return x }},
}

// frequencies is the gain of a layer of Fourier features (Tancik et al., 2020): a sine whose first weights are so wide that it begins with waves
// of all lengths, down to a small part of the data's width. Networks learn slow functions first (the spectral bias of Rahaman et al., 2019). As a
// discriminator's first layer, these waves show it the shape inside a mode, and the generator then gets modes as wide as they should be.
const frequencies = 12

// FindActivation returns the activation with this key.
func FindActivation(key string) (Activation, bool) {
	for _, a := range Activations {
		if a.Key == key {
			return a, true
		}
	}
	return Activation{}, false
}

func leakyRelu(x *graph.Node) *graph.Node { return graph.LeakyRelu(x, 0.2) }

// elu is x above 0 and exp(x) - 1 below; the exponential never sees a positive number, so neither it nor its gradient
// overflows.
func elu(x *graph.Node) *graph.Node {
	return graph.Choose(graph.Scalar(0), x, x, graph.Sub(graph.Exp(graph.Min(x, graph.Scalar(0))), graph.Scalar(1)))
}

// silu is x·σ(x) (Elfwing et al., 2018).
func silu(x *graph.Node) *graph.Node { return graph.Mul(x, graph.Sigmoid(x)) }
