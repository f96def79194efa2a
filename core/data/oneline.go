package data

import (
	"math"

	"ganvas/core/random"
)

// Laws of one dimension.
var (
	// Normal1 is N(4, 1.25²), which a linear generator makes of N(0, 1): the commonest exercise.
	Normal1 = NewMixture(4.19, Mode{[]float64{4}, []float64{1.25}, 1})
	// Mixture1 is two normal bumps, one lower and narrower.
	Mixture1 = NewMixture(1.377, Mode{[]float64{-1.5}, []float64{0.3}, 0.4}, Mode{[]float64{1.2}, []float64{0.4}, 0.6})
	// Uniform1 is uniform from -1 to 1.
	Uniform1 Massed = uniform1{}
	// Skewed1 is the gamma distribution of shape 2: x exp(-x) from 0 up.
	Skewed1 Massed = skewed1{}
	// Two1 is -1 or 1, one as often as the other.
	Two1 Shaped = two1{}
)

// number is the shape of a number.
var number = []int{1}

type uniform1 struct{}

// Shape implements Shaped.
func (uniform1) Shape() []int { return number }

// Scale implements Source: the variance is a third.
func (uniform1) Scale() float32 { return 0.577 }

// Sample implements Source.
func (uniform1) Sample(r *random.Source, dst []float32) {
	for i := range dst {
		dst[i] = float32(2*r.Float32()) - 1
	}
}

// Density implements Dense.
func (uniform1) Density(at ...float64) float64 {
	if at[0] >= -1 && at[0] < 1 {
		return 0.5
	}
	return 0
}

// Mass implements Massed.
func (uniform1) Mass(edges ...[]float64) []float64 {
	return below(edges[0], func(x float64) float64 { return max(0, min(1, (x+1)/2)) })
}

// below is the probabilities of the cells between edges of a law whose distribution function is given.
func below(edges []float64, f func(float64) float64) []float64 {
	cells := make([]float64, len(edges)-1)
	for i := range cells {
		cells[i] = f(edges[i+1]) - f(edges[i])
	}
	return cells
}

type skewed1 struct{}

// Shape implements Shaped.
func (skewed1) Shape() []int { return number }

// Scale implements Source: the mean is 2, and so is the variance.
func (skewed1) Scale() float32 { return 2.449 }

// Sample implements Source: half the sum of four squared normal numbers is of this law.
func (skewed1) Sample(r *random.Source, dst []float32) {
	for i := range dst {
		sum := 0.0
		for range 4 {
			z := float64(r.Normal())
			sum += float64(z * z)
		}
		dst[i] = float32(sum / 2)
	}
}

// Density implements Dense.
func (skewed1) Density(at ...float64) float64 {
	if at[0] < 0 {
		return 0
	}
	return at[0] * math.Exp(-at[0])
}

// Mass implements Massed.
func (skewed1) Mass(edges ...[]float64) []float64 {
	return below(edges[0], func(x float64) float64 {
		switch {
		case x <= 0:
			return 0
		case math.IsInf(x, 1):
			return 1
		}
		return 1 - (1+x)*math.Exp(-x)
	})
}

type two1 struct{}

// Shape implements Shaped.
func (two1) Shape() []int { return number }

// Scale implements Source.
func (two1) Scale() float32 { return 1 }

// Sample implements Source.
func (two1) Sample(r *random.Source, dst []float32) {
	for i := range dst {
		dst[i] = float32(2*r.IntN(2) - 1)
	}
}
