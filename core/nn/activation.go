package nn

// Activation is a named element-wise nonlinearity.
type Activation struct {
	Key   string  // stable, in Specs and URLs: "relu"
	Label string  // for people: "ReLU"
	Gain  float64 // what Kaiming initialisation multiplies the standard deviation by before this nonlinearity
}

// Activations is the catalogue, in the order of a menu.
var Activations = []Activation{
	{"relu", "ReLU", 1.4142135623730951},
	{"lrelu", "Leaky ReLU, slope 0.2", 1.3867504905630728}, // sqrt(2/(1+0.2²))
	{"elu", "ELU", 1},
	{"silu", "SiLU", 1},
	{"softplus", "Softplus", 1},
	{"tanh", "Tanh", 5.0 / 3},
	{"sigmoid", "Sigmoid", 1},
	{"sin", "Sine", 1},
	{"linear", "None", 1},
}
