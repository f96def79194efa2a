package metric

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/data"
)

// examined is how many points logisticPoints of either kind leave to be told apart.
const examined = logisticPoints

// tellApart returns the logistic test's accuracy on as many points as it takes, of fresh streams.
func tellApart(t *testing.T, p, q data.Source, repeat string) float64 {
	t.Helper()
	v, err := C2STLogistic.Compute(NewTarget(p).Samples(some(q, "generated"+repeat, logisticPoints), some(p, "real"+repeat, logisticPoints)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// lacks is by how much a logistic regression that has learnt falls short of the best accuracy where its features hold the true log odds f,
// of density g at 0. Near the boundary it errs in f by a variance of about d/(2n · ¼), that of the maximum likelihood of d weights taught by
// n points of either kind; the prior makes it less. A wrong sign at f costs |2η-1| ≈ |f|/2: in all, g times a quarter of the variance.
func lacks(g float64) float64 {
	const weights, taught = 3*wavesEach + 6, logisticPoints / 2
	return g * weights / (2 * taught / 4.) / 4
}

// Between N(0, 1) and N(m, 1) along x, the best accuracy is Φ(m/2), and the log odds are f = mx - m²/2, of density φ(m/2)/m at 0.
func TestLogisticOfShiftedGaussians(t *testing.T) {
	for _, m := range []float64{0.5, 1, 2, 4} {
		best, less := phi(m/2), lacks(normal(m/2, 0, 1)/m)
		sd := math.Sqrt(best * (1 - best) / examined)
		for i := range 3 {
			got := tellApart(t, gauss(0, 0, 1), gauss(m, 0, 1), fmt.Sprint(i))
			t.Logf("shift %v: accuracy %.4f, best %.4f, standard error %.4f, may lack %.4f", m, got, best, sd, less)
			if got > best+4*sd || got < best-less-4*sd {
				t.Errorf("shift %v: accuracy %v, best %v less %v, standard error %v", m, got, best, less, sd)
			}
		}
	}
}

// Where log odds are quadratic, between N(0, 1) and N(0, s²) in the plane, the best rule is a circle: r² > c with
// c = 2 ln s² / (1 - 1/s²), and r²/2 is exponential of mean 1 or s², which gives the best accuracy and the log odds' density in closed
// form; no linear rule would beat ½.
func TestLogisticSeesWidth(t *testing.T) {
	const s = 2.
	c := 2 * math.Log(s*s) / (1 - 1/(s*s))
	best := (1 - math.Exp(-c/2) + math.Exp(-c/2/(s*s))) / 2
	g := (math.Exp(-c/2) + math.Exp(-c/2/(s*s))/(s*s)) / 2 / (1 - 1/(s*s))
	sd := math.Sqrt(best * (1 - best) / examined)
	got := tellApart(t, gauss(0, 0, 1), gauss(0, 0, s), "")
	if got > best+4*sd || got < best-lacks(g)-4*sd {
		t.Errorf("accuracy %v, best %v less %v, standard error %v", got, best, lacks(g), sd)
	}
}

// A generator of k of the ring's 8 modes is 1 - k/8 of total variation away: no accuracy is above (1 + TV)/2, and waves as narrow as
// modes are apart come near: what they lack stays below a fifth of what there is to see.
func TestLogisticSeesMissingModes(t *testing.T) {
	for _, k := range []int{1, 4, 6} {
		var shares [8]float64
		for i := range k {
			shares[i] = 1 / float64(k)
		}
		tv := 1 - float64(k)/8
		best := (1 + tv) / 2
		sd := math.Sqrt(best * (1 - best) / examined)
		got := tellApart(t, data.Ring8, ring(shares, 1), "")
		if got > best+4*sd || got < best-tv/10-4*sd {
			t.Errorf("%d modes: accuracy %v, best %v, standard error %v", k, got, best, sd)
		}
	}
}

// Of one distribution, accuracies are N(½, 1/4n): each within 3 standard errors, their squares in all a χ² of as many degrees of freedom,
// whose standard deviation is √(2k).
func TestLogisticOfEquals(t *testing.T) {
	const seeds = 8
	for name, s := range map[string]data.Source{"gaussian": gauss(0, 0, 1), "ring8": data.Ring8, "spiral": data.Spiral} {
		sum := 0.0
		for i := range seeds {
			z, p := ChanceScore(tellApart(t, s, s, fmt.Sprint("equal", i)), examined)
			if math.Abs(z) > 3 || p < .001 {
				t.Errorf("%s %d: %.2f standard errors from chance, p %v", name, i, z, p)
			}
			sum += z * z
		}
		if far := (sum - seeds) / math.Sqrt(2*seeds); far > 4 || far < -seeds/math.Sqrt(2*seeds)*.95 {
			t.Errorf("%s: χ² of %d is %.2f", name, seeds, sum)
		}
	}
}

// Ten points more than half of 100 are two standard deviations of a fair coin; the normal tail at 2 is 0.02275.
func TestChanceScore(t *testing.T) {
	for _, c := range []struct {
		accuracy float64
		n        int
		z, p     float64
	}{{.6, 100, 2, .0227501319}, {.5, 7, 0, .5}, {.4, 100, -2, .9772498681}, {1, 4, 2, .0227501319}} {
		z, p := ChanceScore(c.accuracy, c.n)
		near(t, "z", z, c.z, 1e-9)
		near(t, "p", p, c.p, 1e-9)
	}
}

// The training ends where the penalised loss is flat: its slope is small against what it was at no weights.
func TestLogisticConverges(t *testing.T) {
	target := NewTarget(gauss(0, 0, 1))
	a, b := target.standard(some(gauss(1, 0, 1), "a", 1000), everyPoint), target.standard(some(gauss(0, 0, 1), "b", 1000), everyPoint)
	l := learn(a, b, nil)
	var rows [][]float64
	var truth []float64
	for i := range a {
		rows = append(rows, l.standardised(l.of(a[i])), l.standardised(l.of(b[i])))
		truth = append(truth, 1, 0)
	}
	norm := func(v []float64) (sum float64) {
		for _, x := range v {
			sum += x * x
		}
		return math.Sqrt(sum)
	}
	end := norm(l.slope(rows, truth))
	l.weights = make([]float64, len(l.weights))
	if start := norm(l.slope(rows, truth)); !(end < start/1000) {
		t.Errorf("the slope fell from %v to %v", start, end)
	}
}

// The factor solves what it was made of.
func TestCholesky(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const d = 6
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.Float64Range(-3, 3), d, d), d, 3*d).Draw(t, "rows")
		for i := range rows {
			rows[i][d-1] = 1
		}
		x := rapid.SliceOfN(rapid.Float64Range(-2, 2), d, d).Draw(t, "x")
		h := bound(rows, nil)
		b := make([]float64, d)
		for i := range d {
			for j := range d {
				b[i] += h[max(i, j)][min(i, j)] * x[j]
			}
		}
		cholesky(h).solve(b)
		for i := range x {
			// The condition is at most that of 1 to 18 rows of squares below 9, over a diagonal of a quarter.
			if math.Abs(b[i]-x[i]) > 1e-8 {
				t.Fatalf("x[%d] is %v, want %v", i, b[i], x[i])
			}
		}
	})
}
