package gan

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"ganvas/core/data"
	"ganvas/core/dirac"
	"ganvas/core/experiment"
	"ganvas/core/graph"
)

// With instance noise every move is of a random minibatch. Near the equilibrium the moves scatter about the mean one, which is hJp: a
// regression on where they start finds J, and J's eigenvalues are gonum's.
func TestInstanceNoiseInTheMean(t *testing.T) {
	for _, fields := range []string{"loss=ns", "loss=rp"} {
		tr, steps := diracRun(t, fields+"&instance.noise=0.7&order=simultaneous&batch=256")
		train(t, tr, 200) // from (1, 1) to where the noise holds it
		const runs, each = 20, 1000
		var from []dirac.Point
		var moves [2][]float64 // of θ and of ψ, a unit of time
		for range runs {
			train(t, tr, each)
			points := trajectory(tr)
			points = points[len(points)-each-1:]
			for k := range each {
				from = append(from, points[k])
				v := points[k+1].Add(-1, points[k])
				moves[0] = append(moves[0], v.Theta/steps.RateG)
				moves[1] = append(moves[1], v.Psi/steps.RateD)
			}
		}
		want, _ := steps.Jacobian()
		for row, name := range []string{"θ", "ψ"} {
			got, errors := regression(t, from, moves[row])
			for k := range 2 {
				// Five standard errors; points are mostly within .1 of the middle, where terms of third order are 1e-2 of the first.
				if math.Abs(got[k]-want[row][k]) > 5*errors[k]+5e-3 {
					t.Errorf("%s: the velocity of %s changes by %.4f ± %.4f along axis %d, want %.4f", fields, name, got[k], errors[k], k, want[row][k])
				}
			}
			t.Logf("%s, %s: %.4f ± %.4f, theory %.4f", fields, name, got, errors, want[row])
		}
		if _, most := span(from); most > .4 {
			t.Errorf("%s: it strays %g from the middle", fields, most)
		}
	}
}

// regression is y's best linear dependence on the points, and the standard errors of its two slopes.
func regression(t *testing.T, points []dirac.Point, y []float64) (slopes, errors [2]float64) {
	t.Helper()
	n := len(points)
	x := mat.NewDense(n, 2, nil)
	for i, p := range points {
		x.SetRow(i, []float64{p.Theta, p.Psi})
	}
	var b mat.VecDense
	if err := b.SolveVec(x, mat.NewVecDense(n, y)); err != nil {
		t.Fatal(err)
	}
	var rest mat.VecDense
	rest.MulVec(x, &b)
	rest.SubVec(mat.NewVecDense(n, y), &rest)
	var gram, inverse mat.Dense
	gram.Mul(x.T(), x)
	if err := inverse.Inverse(&gram); err != nil {
		t.Fatal(err)
	}
	variance := stat.Variance(rest.RawVector().Data, nil)
	for k := range 2 {
		slopes[k], errors[k] = b.AtVec(k), math.Sqrt(variance*inverse.At(k, k))
	}
	return slopes, errors
}

// Instance noise adds sd·N(0, 1) to each coordinate, sd falling along a line to 0 at its share of the horizon, or staying.
func TestInstanceNoiseFades(t *testing.T) {
	for _, c := range []struct{ decay, time, want float64 }{
		{1, 0, .5}, {1, .25, .375}, {1, 1, 0}, {.5, .25, .25}, {.5, .5, 0}, {.5, .9, 0}, {0, 0, .5}, {0, 1, .5},
	} {
		s, err := experiment.Parse("instance.noise=0.5&steps=100")
		if err != nil {
			t.Fatal(err)
		}
		b := newBuilder(s, draw(s, data.Ring8))
		const n = 2000
		seen := b.augmented(b.d.key(b), "blur", graph.Const(graph.Shape{n, 2}, make([]float32, 2*n)))
		env := leaves(b, seen)
		env["variable run/step"] = []float64{c.time * 100}
		env["variable instance.decay"] = []float64{c.decay}
		sum := 0.
		for _, x := range env.Eval(seen)[0] {
			sum += x * x / (2 * n)
		}
		// The mean square of 4,000 normal numbers is within 6·√(2/4000) = 13 % of their variance.
		if math.Abs(sum-c.want*c.want) > .135*c.want*c.want {
			t.Errorf("decay %g at %g of the horizon: standard deviation %g, want %g", c.decay, c.time, math.Sqrt(sum), c.want)
		}
	}
}

// All that the discriminator sees is blurred, for both players: without its noise streams the figures would not depend on them.
func TestInstanceNoiseIsOnAllThatIsSeen(t *testing.T) {
	s, err := experiment.Parse("instance.noise=0.5&batch=4&rows=8")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder(s, draw(s, data.Ring8))
	b.penalised = true
	d, g := b.objectives()
	for letter, loss := range map[string]*graph.Node{"d": d.loss, "g": g.loss} {
		text := ""
		for _, n := range graph.Sorted(loss) {
			text += n.Op().String() + "\n"
		}
		for _, what := range []string{"real", "fake"} {
			if stream := "uniform " + letter + ".blur." + what + ".angle"; !strings.Contains(text, stream) {
				t.Errorf("the loss of %s does not see %q", letter, stream)
			}
		}
	}
}
