package nn

import (
	"math"

	"ganvas/core/random"
)

// Initialiser is a named distribution of a layer's first weights. Biases start at zero.
type Initialiser struct {
	Key   string // stable, in Specs and URLs: "he"
	Label string // for people: "He (Kaiming)"
	Doc   string // one sentence for people
	// Weights returns the first values of a matrix [in, out], given the gain of the nonlinearity that follows.
	Weights func(in, out int, gain float64) Fill
}

// Initialisers is the catalogue, in the order of a menu.
var Initialisers = []Initialiser{
	{"he", "He (Kaiming)", "Normal, with the standard deviation gain/√inputs that keeps the signal's size through the nonlinearity.", he},
	{"uniform", "He, uniform", "Uniform, with He's standard deviation.", uniform},
	{"xavier", "Xavier (Glorot)", "Normal, with variance 2/(inputs + outputs).", xavier},
	{"lecun", "LeCun", "Normal, with variance 1/inputs.", lecun},
	{"orthogonal", "Orthogonal", "A random orthogonal matrix, times the nonlinearity's gain.", orthogonal},
	{"normal", "Normal, 0.02", "Normal, with the standard deviation 0.02 of DCGAN.", small},
	{"identity", "Identity", "Each output starts as the input of the same number: ones on the diagonal, zeros elsewhere.", identity},
}

// FindInitialiser returns the initialiser with this key.
func FindInitialiser(key string) (Initialiser, bool) {
	for _, e := range Initialisers {
		if e.Key == key {
			return e, true
		}
	}
	return Initialiser{}, false
}

// he is of He et al. (2015): standard deviation gain/√in.
func he(in, _ int, gain float64) Fill { return normal(gain / math.Sqrt(float64(in))) }

// xavier is of Glorot and Bengio (2010), normal and without gain: variance 2/(in + out).
func xavier(in, out int, _ float64) Fill { return normal(math.Sqrt(2 / float64(in+out))) }

// lecun is of LeCun et al. (1998): variance 1/in.
func lecun(in, _ int, _ float64) Fill { return normal(math.Sqrt(1 / float64(in))) }

// small is of Radford et al. (2016).
func small(_, _ int, _ float64) Fill { return normal(0.02) }

func normal(sd float64) Fill {
	s := float32(sd)
	return func(r *random.Source, values []float32) {
		for i := range values {
			values[i] = s * r.Normal()
		}
	}
}

// uniform is he's uniform twin: between ±√3·gain/√in, whose standard deviation is gain/√in.
func uniform(in, _ int, gain float64) Fill {
	bound := float32(gain * math.Sqrt(3/float64(in)))
	return func(r *random.Source, values []float32) {
		for i := range values {
			u := 2*r.Float32() - 1 // exact: a multiple of 2^-23
			values[i] = bound * u
		}
	}
}
