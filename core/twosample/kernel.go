package twosample

import (
	"math"
	"strconv"
)

// MMD is the squared maximum mean discrepancy by a Gaussian kernel of a width, E k(x, x') + E k(y, y') - 2 E k(x, y), without bias (Gretton et al.,
// 2012).
func MMD(width float64) Statistic {
	text := strconv.FormatFloat(width, 'g', -1, 64)
	return kernel("mmd"+text, "MMD², width "+text, "How much more alike points are within a cloud than across, where alike is nearer than about "+text+".",
		gaussian(width))
}

// Mixture is MMD² by the mean of the kernels of widths 0.1, 0.3, 1 and 3.
var Mixture = kernel("mmd", "MMD², four widths", "How much more alike points are within a cloud than across, near and far alike.", func(d2 float64) float64 {
	return (gaussian(.1)(d2) + gaussian(.3)(d2) + gaussian(1)(d2) + gaussian(3)(d2)) / 4
})

// Energy is the energy distance 2E|x-y| - E|x-x'| - E|y-y'| (Székely and Rizzo, 2013).
var Energy = kernel("energy", "Energy distance", "How much farther points are across the clouds than within.", func(d2 float64) float64 { return -math.Sqrt(d2) })

func gaussian(width float64) func(d2 float64) float64 {
	return func(d2 float64) float64 { return math.Exp(-d2 / (2 * width * width)) }
}

func kernel(key, label, doc string, k func(d2 float64) float64) Statistic {
	return Statistic{key, label, doc, func(all Cloud, rest func()) Deals {
		return Pairs(all.Len(), func(i, j int) float64 { return k(distance2(all.At(i), all.At(j))) }, rest)
	}}
}

// Pairs is the statistic of a kernel whose value for points i and j of n is given, j before i: what pairs within either cloud have more of, in the mean, than
// pairs across. No point is paired with itself. Between rows it takes a rest, which may be nil.
func Pairs(n int, k func(i, j int) float64, rest func()) Deals {
	g := gram{make([][]float64, n), make([]float64, n)}
	for i := range n {
		g.rows[i] = make([]float64, i)
		for j := range i {
			v := k(i, j)
			g.rows[i][j] = v
			g.sums[i] += v
		}
		if rest != nil {
			rest()
		}
	}
	return g.apart
}

// gram is kernel values of pairs, rows of the lower triangle without its diagonal, and their sums.
type gram struct {
	rows [][]float64
	sums []float64
}

func (g gram) apart(label []float64, n int) float64 {
	var inA, mixed, inB float64
	for i, row := range g.rows {
		withA := 0.0
		for j, v := range row {
			withA += v * label[j]
		}
		if withB := g.sums[i] - withA; label[i] == 1 {
			inA, mixed = inA+withA, mixed+withB
		} else {
			mixed, inB = mixed+withA, inB+withB
		}
	}
	nb := len(label) - n
	return 2*inA/float64(n*(n-1)) + 2*inB/float64(nb*(nb-1)) - 2*mixed/float64(n*nb)
}
