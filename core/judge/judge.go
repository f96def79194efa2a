// Package judge is a small classifier of digits that the project trained itself, on its own digits and with its own engine: what measures of
// generated images ask which digit an image is, and for features by which sets of images are compared.
//
// It is no authority on handwriting. What it is right about is stated by its tests: of digits that it has not seen and, where they are at hand, of
// MNIST's. Measures by it compare with nothing but measures by it, and so each stands beside what real data scores.
//
// The network is written in the graph, so that a program of training can have it as a part, on any machine, with the same bits everywhere. Its
// weights come as bytes and are not in this package: who has no images has no use for them.
package judge

import (
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// What the judge takes and gives.
const (
	Side     = 28 // of an image, of one channel, ink 1 on -1
	Features = 64
	Classes  = 10
)

// layers are from an image to its features: 14x14x16, 7x7x32 and 4x4x64 on the way. With the classes' layer they have 92,986 weights and take
// 820,000 multiply-adds an image.
var layers = nn.Stack{
	convolution(16, 4, 1), relu, convolution(32, 4, 1), relu, convolution(64, 3, 1), relu,
	nn.Flatten{}, nn.Full{Out: Features, Weights: weights}, relu,
}

var (
	he, _   = nn.FindInitialiser("he")
	weights = nn.Weights{Init: he, Gain: 1}
	rectify = func() nn.Activation { a, _ := nn.FindActivation("relu"); return a }()
	relu    = nn.Nonlinear{Activation: rectify}
)

func convolution(channels, kernel, pad int) nn.Layer {
	return nn.Convolution{Channels: channels, Window: graph.SquareWindow(kernel, 2, pad), Weights: weights}
}

// Apply adds the network to the graph: x is images [n, 28, 28, 1] between -1 and 1, features are [n, 64], none negative, and logits [n, 10]. Its
// weights are variables of the scope, which Judge.Weights has values for.
func Apply(params *nn.Scope, x *graph.Node) (features, logits *graph.Node) {
	p := &nn.Pass{Params: params}
	features = layers.Apply(p, x)
	return features, nn.Full{Out: Classes, Weights: weights}.Apply(p, "classes", features)
}

// Probabilities are the classes' by logits [n, classes]: the softmax.
func Probabilities(logits *graph.Node) *graph.Node {
	n := logits.Shape()[0]
	e := graph.Exp(graph.Sub(logits, graph.Reshape(graph.MaxOver(logits, 1), n, 1)))
	return graph.Div(e, graph.Reshape(graph.Sum(e, 1), n, 1))
}
