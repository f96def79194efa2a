package gan

import (
	"math"
	"testing"

	"ganvas/core/dirac"
)

// played runs a Dirac-GAN from (1, 1) for Mescheder's 500 steps of rate 0.2.
func played(t *testing.T, fields string) []dirac.Point {
	t.Helper()
	tr, _ := diracRun(t, fields)
	train(t, tr, 500)
	return trajectory(tr)
}

// span is the least and the greatest distance from the equilibrium.
func span(points []dirac.Point) (least, most float64) {
	least = math.Inf(1)
	for _, p := range points {
		least, most = math.Min(least, p.Norm()), math.Max(most, p.Norm())
	}
	return least, most
}

// What converges in the paper converges here, as fast as its slowest eigenvalue says: from some way in, the distance falls by that factor.
func TestDiracConverges(t *testing.T) {
	for _, order := range []string{"&order=simultaneous", ""} {
		for _, fields := range []string{"loss=ns&r1=0.3", "loss=ns&r1=1", "loss=mm&r1=0.3", "loss=rp&r1=0.25&r2=0.25", "loss=mm&consensus=1", "loss=ns&consensus=1"} {
			tr, steps := diracRun(t, fields+order)
			train(t, tr, 500)
			points := trajectory(tr)
			_, factor, _ := dirac.CourseOf(steps.Multipliers())
			least, _ := span(points[480:])
			// Between steps 100 and 200 the run may be in any phase of its turns, of which one is at most √((1+e)/(1-e)) times as far out as
			// another: e is half the damping over the frequency, at most .3, but at the critical γ = 1, where a factor of the step
			// number is on top.
			got := math.Pow(points[200].Norm()/points[100].Norm(), 1./100)
			if least > 1e-3 || math.Abs(got-factor) > .0075 {
				t.Errorf("%q: it gets to %g, and shrinks by %g a step, want %g", fields+order, least, got, factor)
			}
			t.Logf("%q: at %.2g after 500 steps, %.4f a step, theory %.4f", fields+order, least, got, factor)
		}
	}
}

// Without a regulariser it does not: in turns the zero-sum games go round at the distance where they began, and at once they get farther
// from the middle, the hinge loss until its margin lets go of the discriminator.
func TestDiracDoesNotConverge(t *testing.T) {
	for _, loss := range []string{"mm", "wgan", "hinge"} {
		points := played(t, "loss="+loss)
		early, first := span(points[:100])
		late, last := span(points[400:])
		t.Logf("%s in turns: %.3f to %.3f away, at last %.3f to %.3f", loss, early, first, late, last)
		if math.Abs(late-early) > .05 || math.Abs(last-first) > .05 {
			t.Errorf("%s in turns: %g to %g away, at last %g to %g", loss, early, first, late, last)
		}
		points = played(t, "order=simultaneous&loss="+loss)
		early, _ = span(points[:100])
		late, _ = span(points[400:])
		t.Logf("%s at once: %.3f away or more, at last %.3f", loss, early, late)
		if grows := loss != "hinge"; late < 1 || grows && late < 1.5*early {
			t.Errorf("%s at once: %g away or more, at last %g", loss, early, late)
		}
	}
}

// At once the non-saturating game ends on a circle: steps of size h make its energy E grow by hE/4 a unit of time, and the loss takes E²/4,
// which meet at E = h.
func TestNonSaturatingEndsOnACircle(t *testing.T) {
	for _, loss := range []string{"ns", "rp"} {
		for _, h := range []string{"0.05", "0.1", "0.2"} {
			tr, steps := diracRun(t, "order=simultaneous&loss="+loss+"&g.lr="+h+"&d.lr="+h)
			train(t, tr, 40_000)
			points, sum := trajectory(tr)[trajectoryPoints+1:], 0.
			for _, p := range points {
				sum += p.Norm() * p.Norm() / 2 / float64(len(points))
			}
			t.Logf("%s, h = %s: E = %.4f", loss, h, sum)
			// The next order takes a share of about E = h.
			if math.Abs(sum/steps.RateG-1) > steps.RateG {
				t.Errorf("%s, h = %s: E is %g", loss, h, sum)
			}
		}
	}
}

// The bilinear game at once grows by √(1+h²) a step, exactly; in turns it keeps θ² + ψ² - hθψ, where D moves first, exactly.
func TestBilinearInvariants(t *testing.T) {
	const h = .2
	once, turns := played(t, "loss=wgan&order=simultaneous"), played(t, "loss=wgan")
	for k := range once {
		want := math.Sqrt2 * math.Pow(1+h*h, float64(k)/2)
		if got := once[k].Norm(); math.Abs(got-want) > 1e-7*float64(k+1)*want {
			t.Fatalf("at once, step %d: distance %g, want %g", k, got, want)
		}
		p := turns[k]
		if kept := p.Theta*p.Theta + p.Psi*p.Psi - h*p.Theta*p.Psi; math.Abs(kept-(2-h)) > 1e-7*float64(k+1) {
			t.Fatalf("in turns, step %d: %g is left of %g", k, kept, 2-h)
		}
	}
}

// What minimax gains of ½(θ²+ψ²) it gains by the size of steps alone: over the same time half as much where they are half as large, and in
// the limit nothing.
func TestMinimaxKeepsItsEnergy(t *testing.T) {
	var gain []float64
	for _, c := range []struct {
		rate  string
		steps int
	}{{"0.01", 1000}, {"0.005", 2000}} {
		tr, _ := diracRun(t, "order=simultaneous&g.lr="+c.rate+"&d.lr="+c.rate)
		train(t, tr, c.steps)
		points := trajectory(tr)
		a, b := points[0].Norm(), points[len(points)-1].Norm()
		gain = append(gain, (b*b-a*a)/(a*a))
	}
	t.Logf("in 10 units of time it gains %.4g and %.4g", gain[0], gain[1])
	// A step gains h²/2 |v|², and |v|² is about a quarter of θ²+ψ² times between .2 and 4: in 10 units of time h·10/4 or so.
	if gain[0] < 0 || gain[0] > .1 || math.Abs(gain[0]/gain[1]-2) > .05 {
		t.Errorf("it gains %v", gain)
	}
}

// In turns the non-saturating game nears the equilibrium, but ever more slowly: of its energy E = ½(θ²+ψ²) it loses θψ·tanh(θψ/2), which
// is E²/4 in the mean over a turn, so that 1/E grows by a quarter a unit of time.
func TestNonSaturatingSlowsDown(t *testing.T) {
	tr, steps := diracRun(t, "loss=ns&g.lr=0.05&d.lr=0.05")
	energy := func() float64 { // in the mean over a turn of 4π units of time, 251 steps
		points, sum := trajectory(tr), 0.
		for _, p := range points[len(points)-251:] {
			sum += p.Norm() * p.Norm() / 2 / 251
		}
		return sum
	}
	train(t, tr, 2000)
	before := energy()
	train(t, tr, 8000)
	rate := (1/energy() - 1/before) / (8000 * steps.RateG)
	t.Logf("1/E grows by %.4f a unit of time", rate)
	// The next order takes a share of E, about 4/t, which is 4 % at t = 100 and less later.
	if math.Abs(rate-.25) > .01 {
		t.Errorf("1/E grows by %g a unit of time, want 1/4", rate)
	}
}

// WGAN-GP does not converge: the penalty pulls the slope to ±1 wherever the generator stands. Nor does WGAN with clipped weights, which
// goes round: at once from bound to bound, in turns just within them.
func TestDiracWassersteinCycles(t *testing.T) {
	for _, order := range []string{"&order=simultaneous", ""} {
		for _, fields := range []string{"loss=wgan&gp=0.7", "loss=wgan&clip=1"} {
			points := played(t, fields+order)
			least, first := span(points[100:300])
			after, last := span(points[300:])
			crossings, bound := 0, 0
			for k := 301; k < len(points); k++ {
				if points[k].Theta*points[k-1].Theta < 0 {
					crossings++
				}
				if math.Abs(points[k].Psi) == 1 {
					bound++
				}
			}
			t.Logf("%q: between %.3f and %.3f away, later %.3f and %.3f, %d crossings, %d steps on the bound", fields+order, least, first, after, last, crossings, bound)
			if after < .2 || last > 1.2*first || crossings < 4 {
				t.Errorf("%q: between %g and %g away, later %g and %g, %d crossings", fields+order, least, first, after, last, crossings)
			}
			if fields+order == "loss=wgan&clip=1&order=simultaneous" && bound < crossings {
				t.Errorf("%q: %d crossings, and on the bound for %d steps", fields+order, crossings, bound)
			}
		}
	}
}

// Least squares with labels 0 and 1, and no bias to move them, is at rest wherever the discriminator is flat: it ends with ψ = 0 and its
// sample away from the data.
func TestDegenerateLeastSquares(t *testing.T) {
	points := played(t, "loss=ls")
	end := points[len(points)-1]
	if math.Abs(end.Psi) > 1e-3 || math.Abs(end.Theta) < .5 || end.Add(-1, points[len(points)-50]).Norm() > 1e-3 {
		t.Errorf("it ends at %v", end)
	}
}

// With labels -1 and 1 and the aim at 0 it is at rest wherever the sample is on the data, whatever the discriminator's slope: θ̇ = -ψ²θ and
// ψ̇ = -(1+θψ)θ. It ends with θ = 0, and a slope that stays; on the way each step leaves 1-hψ² of θ.
func TestLeastSquaresThatAimsBetweenItsLabels(t *testing.T) {
	const h = .2
	for _, order := range []string{"", "&order=simultaneous"} {
		points := played(t, "loss=ls-chi2"+order)
		end, before := points[len(points)-1], points[len(points)-100]
		if math.Abs(end.Theta) > 1e-12 || math.Abs(end.Psi) < .5 || end.Psi != before.Psi {
			t.Errorf("%q: it ends at %v, and 100 steps before it was at %v", order, end, before)
		}
		for k := 50; k < 100; k++ { // where ψ has come to rest, and θ has a float32's digits
			if got, want := points[k+1].Theta/points[k].Theta, 1-h*points[k].Psi*points[k].Psi; math.Abs(got-want) > 1e-6 {
				t.Errorf("%q, step %d: %.9g is left of θ, want %.9g", order, k+1, got, want)
			}
		}
	}
}
