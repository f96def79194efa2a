package metric

import "math"

// Kernel is a similarity of two points that depends on their squared distance in training's units.
type Kernel struct {
	Key, Label string
	Of         func(d2 float64) float64
}

// Kernels is the catalogue of kernels. Narrow ones see the shape of modes, wide ones where the mass is.
var Kernels = []Kernel{
	{"gauss0.1", "Gaussian of width 0.1", gaussian(0.1)},
	{"gauss0.3", "Gaussian of width 0.3", gaussian(0.3)},
	{"gauss1", "Gaussian of width 1", gaussian(1)},
	{"mixture", "Gaussians of widths 0.1 to 3", mixture(gaussian(0.1), gaussian(0.3), gaussian(1), gaussian(3))},
	{"laplace", "Laplace of width 1", func(d2 float64) float64 { return math.Exp(-math.Sqrt(d2)) }},
}

// gaussian returns exp(-d²/2l²).
func gaussian(l float64) func(float64) float64 {
	return func(d2 float64) float64 { return math.Exp(-d2 / (2 * l * l)) }
}

// mixture returns the mean of kernels.
func mixture(kernels ...func(float64) float64) func(float64) float64 {
	return func(d2 float64) float64 {
		sum := 0.0
		for _, k := range kernels {
			sum += k(d2)
		}
		return sum / float64(len(kernels))
	}
}

// MMD returns the measure of the squared maximum mean discrepancy by a kernel, E k(X,X') + E k(Y,Y') - 2 E k(X,Y), of 1,000
// generated points X and as many real ones Y, estimated without bias (the U-statistic of Gretton et al., 2012) and so
// sometimes below 0.
func MMD(k Kernel) Measure {
	return Measure{
		Key: "mmd_" + k.Key, Label: "MMD², " + k.Label, Cost: Heavy, Direction: Lower,
		Doc:     "How much less fakes resemble data than fakes resemble fakes and data resemble data, by a kernel: " + k.Label + ".",
		Points:  pairPoints,
		Compute: onPoints(pairPoints, func(generated, real []point, rest Rest) float64 { return mmd2(generated, real, k.Of, rest) }),
		Perfect: exactly(0),
	}
}

// mmd2 returns the unbiased squared maximum mean discrepancy.
func mmd2(a, b []point, k func(float64) float64, rest Rest) float64 {
	return within(a, k, rest) + within(b, k, rest) - 2*across(a, b, k, rest)
}

// within returns the mean kernel of pairs of different points.
func within(a []point, k func(float64) float64, rest Rest) float64 {
	sum := 0.0
	for i, p := range a {
		for _, q := range a[:i] {
			sum += k(p.d2(q))
		}
		rest.take()
	}
	return 2 * sum / float64(len(a)*(len(a)-1))
}

// across returns the mean kernel of pairs of a point of a and a point of b.
func across(a, b []point, k func(float64) float64, rest Rest) float64 {
	sum := 0.0
	for _, p := range a {
		for _, q := range b {
			sum += k(p.d2(q))
		}
		rest.take()
	}
	return sum / float64(len(a)*len(b))
}
