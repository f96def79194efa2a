package dom

import (
	"math"

	"ganvas/core/dirac"
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// planeText is what the picture of the plane shows, for people who cannot see it.
func planeText(m app.Model) string {
	if len(m.Snapshot.Floats(probe.Trajectory)) > 0 {
		return portraitText(m.Snapshot, m.Spec)
	}
	text := "The plane, " + windowText(plot.WindowOf(m.Snapshot)) + ", with real and generated samples at step " + stepText(m)
	for _, g := range control.Gauges {
		for _, x := range m.Snapshot.Measures {
			if x.Key == g.Key {
				r := g.Reads(x.Value, x.Floor)
				text += "; " + g.Label + ": " + r.Value + r.Of
			}
		}
	}
	return text
}

// eigenTexts are what theory says of a Dirac-GAN near its equilibrium: the eigenvalues of its game, and what steps of this size make of
// them. Either may be empty, where theory says nothing.
func eigenTexts(s experiment.Spec) (eigenvalues, course string) {
	game, known := dirac.Of(s)
	if !known {
		return "", ""
	}
	j, ok := game.Jacobian()
	if !ok {
		return "no λ: the penalty’s pull jumps at ψ = 0", "so nothing comes to rest there"
	}
	e := j.Eigenvalues()
	eigenvalues = "λ = " + eigenText(e)
	if steps, ok := dirac.StepsOf(s); ok {
		course = courseText(e, steps)
	}
	return eigenvalues, course
}

// eigenText is a pair of eigenvalues as people write it: "−0.15 ± 0.48i".
func eigenText(e [2]complex128) string {
	re, im := tidy(real(e[0])), tidy(imag(e[0]))
	switch {
	case im != 0 && re == 0:
		return "±" + decimals(im) + "i"
	case im != 0:
		return decimals(re) + " ± " + decimals(im) + "i"
	case math.Abs(re-real(e[1])) < 1e-6:
		return decimals(re)
	}
	return decimals(re) + ", " + decimals(tidy(real(e[1])))
}

// tidy takes what is rounding alone for zero: at double roots its square root.
func tidy(x float64) float64 {
	if math.Abs(x) < 1e-6 {
		return 0
	}
	return x
}

// decimals is a number with two decimals, or more where it is small.
func decimals(x float64) string {
	if x != 0 && math.Abs(x) < 0.0995 {
		return plot.Number(x)
	}
	return plot.Fixed(x, 2)
}

// courseText says what becomes of a small distance from the equilibrium.
func courseText(e [2]complex128, steps dirac.Steps) string {
	course, factor, turning := dirac.CourseOf(steps.Multipliers())
	how, times := "runs", ", ×"+plot.Fixed(factor, 3)+" a step"
	if turning {
		how = "spirals"
	}
	switch course {
	case dirac.Inwards:
		return how + " in" + times
	case dirac.Around:
		return "circles"
	case dirac.Outwards:
		if real(e[0]) <= 1e-9 {
			return how + " out at this step size" + times
		}
		return how + " out" + times
	case dirac.Adrift:
		return "neither shrinks nor turns at first order"
	}
	return ""
}

// portraitText is a Dirac-GAN's picture, for people who cannot see it.
func portraitText(s *wire.Snapshot, spec experiment.Spec) string {
	path := s.Floats(probe.Trajectory)
	n := len(path)
	text := "The plane of the generator’s sample θ and the discriminator’s slope ψ: the players stand at θ = " +
		coordinate(float64(path[n-2])) + ", ψ = " + coordinate(float64(path[n-1])) + "; their equilibrium is at 0, 0"
	for _, t := range words(eigenTexts(spec)) {
		text += "; " + t
	}
	return text
}

// coordinate is a number with two decimals, where it is not too large for any.
func coordinate(x float64) string {
	if math.Abs(x) < 1e4 {
		return plot.Fixed(x, 2)
	}
	return plot.Number(x)
}

// words are those of two texts that say something.
func words(a, b string) (out []string) {
	for _, t := range []string{a, b} {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}
