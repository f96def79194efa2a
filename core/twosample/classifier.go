package twosample

import (
	"math"

	"ganvas/core/twosample/permutation"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Classifier is the classifier two-sample test (Lopez-Paz and Oquab, 2017) by logistic regression: half of either cloud teaches it, and it tells the other
// halves apart. right is the share of those that it tells right. p is the chance of as many or more where the clouds are of one distribution, as
// the number told right is then binomial. Clouds are of one size and have no order.
func Classifier(a, b Cloud) (right, p float64) {
	n := min(a.Len(), b.Len()) / 2
	half := func(c Cloud, from int) Cloud { return Cloud{c.Dim, c.Values[from*c.Dim : (from+n)*c.Dim]} }
	w := regression(half(a, 0), half(b, 0))
	told := 0
	for i := range n {
		if logit(w, a.At(n+i)) > 0 {
			told++
		}
		if logit(w, b.At(n+i)) < 0 {
			told++
		}
	}
	return float64(told) / float64(2*n), Binomial(told, 2*n)
}

// Binomial is the chance of at least k heads of n tosses of a coin.
func Binomial(k, n int) float64 {
	if k <= 0 {
		return 1
	}
	return 1 - distuv.Binomial{N: float64(n), P: .5}.CDF(float64(k-1))
}

// ridge holds weights back, as half their squares: where points are fewer than dimensions, nothing else does.
const ridge = 1

// regression is the weights, the last of a constant 1, by which the log odds of being of a are linear: those of the greatest likelihood less ridge, by
// Newton's method.
func regression(a, b Cloud) []float64 {
	d := a.Dim + 1
	w := make([]float64, d)
	for range newtonSteps {
		slope, curve := make([]float64, d), mat.NewSymDense(d, nil)
		for k := range a.Dim {
			slope[k] = -ridge * w[k]
			curve.SetSym(k, k, ridge)
		}
		curve.SetSym(d-1, d-1, 1e-9)
		for i := range a.Len() {
			learn(slope, curve, w, a.At(i), 1)
			learn(slope, curve, w, b.At(i), 0)
		}
		var c mat.Cholesky
		var step mat.VecDense
		if !c.Factorize(curve) || c.SolveVecTo(&step, mat.NewVecDense(d, slope)) != nil {
			break
		}
		for k := range w {
			w[k] += step.AtVec(k)
		}
	}
	return w
}

// newtonSteps is enough for the weights to stand still to some digits.
const newtonSteps = 6

// learn adds a point's share of the likelihood's slope and curvature.
func learn(slope []float64, curve *mat.SymDense, w, x []float64, label float64) {
	p := 1 / (1 + math.Exp(-logit(w, x)))
	at := append(append(make([]float64, 0, len(w)), x...), 1)
	for k, v := range at {
		slope[k] += (label - p) * v
	}
	curve.SymRankOne(curve, p*(1-p), mat.NewVecDense(len(at), at))
}

// logit is the log odds that a point is of the first cloud.
func logit(w, x []float64) float64 {
	sum := w[len(w)-1]
	for k, v := range x {
		sum += w[k] * v
	}
	return sum
}

// Classified is Classifier as a statistic: the share of points that it tells right.
var Classified = Statistic{
	Key: "classifier", Label: "Classifier", Doc: "How often a classifier that has learnt from half of the points tells the other half apart: a discriminator, as a test.",
	Of: func(all Cloud, _ func()) permutation.Deals {
		return func(label []float64, n int) float64 {
			a, b := Cloud{Dim: all.Dim}, Cloud{Dim: all.Dim}
			for i, l := range label {
				if l == 1 {
					a.Values = append(a.Values, all.At(i)...)
				} else {
					b.Values = append(b.Values, all.At(i)...)
				}
			}
			right, _ := Classifier(a, b)
			return right
		}
	},
}
