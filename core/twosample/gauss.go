package twosample

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Normal is a Gaussian on a line: a model of one or two parameters.
type Normal struct{ Mean, SD float64 }

// Distance is how far two Gaussians are apart, p the data's and q the model's.
type Distance struct {
	Key, Label string
	Of         func(p, q Normal) float64
}

// Distances is the catalogue: all are 0 where the Gaussians are one, and nowhere else.
var Distances = []Distance{
	{"kl", "KL(p‖q)", KL},
	{"reverse_kl", "KL(q‖p)", func(p, q Normal) float64 { return KL(q, p) }},
	{"js", "Jensen-Shannon", JS},
	{"wasserstein", "Wasserstein", Wasserstein},
	{"mmd", "MMD², width 1", func(p, q Normal) float64 { return Discrepancy(1, p, q) }},
	{"energy", "Energy distance", EnergyDistance},
}

// KL is log(s_q/s_p) + (s_p² + Δ²)/2s_q² - ½.
func KL(p, q Normal) float64 {
	d := p.Mean - q.Mean
	return math.Log(q.SD/p.SD) + (p.SD*p.SD+d*d)/(2*q.SD*q.SD) - .5
}

// JS is the mean divergence of both from their mixture, by quadrature.
func JS(p, q Normal) float64 {
	f, g := distuv.Normal{Mu: p.Mean, Sigma: p.SD}, distuv.Normal{Mu: q.Mean, Sigma: q.SD}
	part := func(a, b distuv.Normal) func(x float64) float64 {
		return func(x float64) float64 {
			// log a/m, of logarithms, as densities may be 0
			return a.Prob(x) * (math.Ln2 - math.Log1p(math.Exp(b.LogProb(x)-a.LogProb(x))))
		}
	}
	return (over(p, part(f, g)) + over(q, part(g, f))) / 2
}

// Wasserstein is ∫|F⁻¹ - G⁻¹| of the quantiles, which are Δ + (s_p - s_q)z apart: the mean absolute value of a Gaussian.
func Wasserstein(p, q Normal) float64 { return absolute(p.Mean-q.Mean, math.Abs(p.SD-q.SD)) }

// Discrepancy is MMD² by a Gaussian kernel of a width.
func Discrepancy(width float64, p, q Normal) float64 {
	like := func(d, v float64) float64 {
		all := v + width*width
		return width / math.Sqrt(all) * math.Exp(-d*d/(2*all))
	}
	vp, vq := p.SD*p.SD, q.SD*q.SD
	return like(0, 2*vp) + like(0, 2*vq) - 2*like(p.Mean-q.Mean, vp+vq)
}

// EnergyDistance is 2E|x-y| - E|x-x'| - E|y-y'|.
func EnergyDistance(p, q Normal) float64 {
	return 2*absolute(p.Mean-q.Mean, math.Hypot(p.SD, q.SD)) - absolute(0, math.Sqrt2*p.SD) - absolute(0, math.Sqrt2*q.SD)
}

// absolute is E|x| of N(m, s²): s√(2/π)exp(-m²/2s²) + m·erf(m/s√2).
func absolute(m, s float64) float64 {
	if s == 0 {
		return math.Abs(m)
	}
	return s*math.Sqrt(2/math.Pi)*math.Exp(-m*m/(2*s*s)) + m*math.Erf(m/(s*math.Sqrt2))
}

// over integrates a function that is small where a Gaussian is, by Simpson's rule.
func over(n Normal, f func(x float64) float64) float64 {
	const reach, steps = 12, 4000
	h := 2 * reach * n.SD / steps
	sum := 0.0
	for i := range steps + 1 {
		weight := 2.0
		switch {
		case i == 0 || i == steps:
			weight = 1
		case i%2 == 1:
			weight = 4
		}
		sum += weight * f(n.Mean-reach*n.SD+float64(i)*h)
	}
	return sum * h / 3
}
