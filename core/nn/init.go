// Package nn is what players are made of: parameters by name, dense layers, nonlinearities and initialisers.
//
// A layer is a value with fields and a call that adds nodes to the graph. Activations are row-major, one sample a row:
// [batch, features].
package nn

// Initialiser is a named distribution of a layer's first weights. Biases start at zero.
type Initialiser struct {
	Key   string // stable, in Specs and URLs: "he"
	Label string // for people: "He (Kaiming)"
	Doc   string // one sentence for people
}

// Initialisers is the catalogue, in the order of a menu.
var Initialisers = []Initialiser{
	{"he", "He (Kaiming)", "Normal, with the standard deviation gain/sqrt(inputs) that keeps the signal's size through the nonlinearity."},
	{"xavier", "Xavier (Glorot)", "Normal, with variance 2/(inputs + outputs)."},
	{"lecun", "LeCun", "Normal, with variance 1/inputs."},
	{"uniform", "He, uniform", "Uniform, with He's standard deviation."},
	{"orthogonal", "Orthogonal", "A random rotation, scaled by the nonlinearity's gain."},
	{"normal", "Normal, 0.02", "Normal, with the standard deviation 0.02 of DCGAN."},
}
