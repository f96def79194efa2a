package metric

import (
	"math"

	"ganvas/core/random"
)

// logistic is a logistic regression on fixed features of points: log odds that are linear in them. The features are standardised, to
// mean 0 and variance 1 over the points that taught it.
type logistic struct {
	features
	mean, scale []float64 // of the features; scale is 0 for those that do not vary
	weights     []float64 // one a feature, and last the bias
}

// The training of a logistic regression: a Gaussian prior of variance 1/ridge on every weight but the bias, and so many steps.
const (
	ridge         = 1
	logisticSteps = 60
)

// learn trains a logistic regression to tell a, for which log odds are positive, from b. They must be as many.
//
// Its steps are Newton's with one Hessian for all, XᵀX/4 + ridge, which bounds the true one at any weights (Böhning and Lindsay, 1988):
// no step can go too far, each lowers the loss, and one factorisation serves all.
func learn(a, b []point, rest Rest) *logistic {
	l := &logistic{features: newFeatures(len(a[0]))}
	rows, truth := make([][]float64, 0, 2*len(a)), make([]float64, 0, 2*len(a))
	for i := range a {
		rows = append(rows, l.of(a[i]), l.of(b[i]))
		truth = append(truth, 1, 0)
		rest.some(i)
	}
	l.standardise(rows)
	factor := cholesky(bound(rows, rest))
	l.weights = make([]float64, len(factor))
	for range logisticSteps {
		step := l.slope(rows, truth)
		factor.solve(step)
		for j, v := range step {
			l.weights[j] -= v
		}
		rest.take()
	}
	return l
}

// logOdds returns the log odds of a standardised row.
func (l *logistic) logOdds(row []float64) float64 {
	sum := 0.0
	for j, v := range row {
		sum += l.weights[j] * v
	}
	return sum
}

// judge returns the log odds of a point.
func (l *logistic) judge(p point) float64 { return l.logOdds(l.standardised(l.of(p))) }

// slope returns the gradient of the penalised loss: Xᵀ(p - truth) + ridge w.
func (l *logistic) slope(rows [][]float64, truth []float64) []float64 {
	g := make([]float64, len(l.weights))
	for j := range len(g) - 1 {
		g[j] = ridge * l.weights[j]
	}
	for i, row := range rows {
		off := 1/(1+math.Exp(-l.logOdds(row))) - truth[i]
		for j, v := range row {
			g[j] += off * v
		}
	}
	return g
}

// standardise learns the features' means and scales from rows, and standardises those.
func (l *logistic) standardise(rows [][]float64) {
	d, n := len(rows[0])-1, float64(len(rows))
	l.mean, l.scale = make([]float64, d), make([]float64, d)
	for j := range d {
		var sum, square float64
		for _, row := range rows {
			sum += row[j]
		}
		l.mean[j] = sum / n
		for _, row := range rows {
			square += (row[j] - l.mean[j]) * (row[j] - l.mean[j])
		}
		if sd := math.Sqrt(square / n); sd > 1e-9 {
			l.scale[j] = 1 / sd
		}
	}
	for _, row := range rows {
		l.standardised(row)
	}
}

// standardised standardises a row in place, and returns it.
func (l *logistic) standardised(row []float64) []float64 {
	for j := range l.mean {
		row[j] = (row[j] - l.mean[j]) * l.scale[j]
	}
	return row
}

// features are functions of a point: its coordinates, their products, and random Fourier features, cosines whose inner product tends to that of
// Gaussian kernels (Rahimi and Recht, 2007).
type features struct{ waves []wave }

// wave is the feature cos(along·x + phase).
type wave struct {
	along point
	phase float64
}

// The waves' scales, widths of Gaussian kernels in training's units, and how many waves there are of each. Squares see wider.
var waveWidths = [...]float64{0.1, 0.3, 1}

const wavesEach = 32

// productsOf is of how many coordinates, the first, products are features: those of more would be more than teachers.
const productsOf = 8

// newFeatures draws the waves, always the same.
func newFeatures(size int) features {
	r := random.New(0, "metric/logistic")
	var f features
	for _, width := range waveWidths {
		for range wavesEach {
			along := make(point, size)
			for k := range along {
				along[k] = float64(r.Normal()) / width
			}
			f.waves = append(f.waves, wave{along, 2 * math.Pi * float64(r.Float32())})
		}
	}
	return f
}

// of returns the features of a point, and a 1 for the bias.
func (f features) of(p point) []float64 {
	row := append(make([]float64, 0, len(f.waves)+6), p...)
	for i, x := range p[:min(len(p), productsOf)] {
		for _, y := range p[i:min(len(p), productsOf)] {
			row = append(row, x*y)
		}
	}
	for _, w := range f.waves {
		phase := w.phase
		for k, x := range p {
			phase += w.along[k] * x
		}
		row = append(row, math.Cos(phase))
	}
	return append(row, 1)
}

// triangle is a lower triangular matrix: row i has i+1 numbers.
type triangle [][]float64

// bound returns the lower triangle of XᵀX/4, with ridge on its diagonal but for the bias.
func bound(rows [][]float64, rest Rest) triangle {
	h := make(triangle, len(rows[0]))
	for j := range h {
		h[j] = make([]float64, j+1)
		if j < len(h)-1 {
			h[j][j] = ridge
		}
	}
	for i, row := range rows {
		for j, v := range row {
			v /= 4
			for k, w := range row[:j+1] {
				h[j][k] += v * w
			}
		}
		rest.some(i)
	}
	return h
}

// cholesky turns the lower triangle of a positive definite matrix into its factor L, H = LLᵀ, in place.
func cholesky(h triangle) triangle {
	for i, row := range h {
		for j := range row {
			sum := row[j]
			for k := range j {
				sum -= row[k] * h[j][k]
			}
			if i == j {
				row[j] = math.Sqrt(sum)
			} else {
				row[j] = sum / h[j][j]
			}
		}
	}
	return h
}

// solve turns b into the solution x of LLᵀx = b.
func (l triangle) solve(b []float64) {
	for i, row := range l {
		for k, v := range row[:i] {
			b[i] -= v * b[k]
		}
		b[i] /= row[i]
	}
	for i := len(l) - 1; i >= 0; i-- {
		b[i] /= l[i][i]
		for k, v := range l[i][:i] {
			b[k] -= v * b[i]
		}
	}
}
