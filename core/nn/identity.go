package nn

import "ganvas/core/random"

// identity has ones on the diagonal and zeros elsewhere (Le, Jaitly and Hinton, 2015): nothing is left to chance.
func identity(in, out int, _ float64) Fill {
	return func(_ *random.Source, values []float32) {
		clear(values)
		for i := range min(in, out) {
			values[i*out+i] = 1
		}
	}
}
