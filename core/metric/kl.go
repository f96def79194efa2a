package metric

import "math"

// KL is the Kullback-Leibler divergence from the data p to the generator q on the grid, Σ p log(p/q): the price of describing
// data by the generator, high where data is missed. It would be infinite where the generator leaves a cell of the data empty,
// so q is mixed with one pseudo-sample spread as the data is, q' = (nq + p)/(n+1), and the divergence is at most log(n+1).
var KL = Measure{
	Key: "kl", Label: "KL divergence, data to generator", Unit: "nats", Cost: Cheap, Direction: Lower,
	Doc:     "KL(data ‖ generator) over cells: grows when parts of the data are missed. It saturates at the logarithm of the number of samples: where the two hardly overlap, the truth is more.",
	Compute: inCells(func(h *histograms) float64 { return divergence(h.p, h.q, h.n) }),
}

// ReverseKL is the Kullback-Leibler divergence from the generator to the data on the grid, Σ q log(q/p), with one pseudo-sample
// of the generator in p: high where the generator puts points that the data has not.
var ReverseKL = Measure{
	Key: "kl_reverse", Label: "KL divergence, generator to data", Unit: "nats", Cost: Cheap, Direction: Lower,
	Doc:     "KL(generator ‖ data) over cells: grows when fakes lie where no data is. It saturates at the logarithm of the number of samples: where the two hardly overlap, the truth is more.",
	Compute: inCells(func(h *histograms) float64 { return divergence(h.q, h.p, h.m) }),
}

// divergence returns Σ a log(a/b'), where b' = (nb + a)/(n+1).
func divergence(a, b []float64, n float64) float64 {
	sum := 0.0
	for i := range a {
		if a[i] > 0 {
			sum += a[i] * math.Log(a[i]*(n+1)/(n*b[i]+a[i]))
		}
	}
	return max(0, sum) // rounding may leave -1e-16
}
