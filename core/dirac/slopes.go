package dirac

import "math"

// slopes are the derivatives of what the players of a game minimise, by logits. Those of second order are at hand where
// regularisers differentiate gradients.
type slopes struct {
	real, fake, gen    func(a float64) float64 // D's loss by a real and by a fake sample's logit, and G's by a fake one's
	real2, fake2, gen2 func(a float64) float64 // each once more
	// paired says that logits come as the difference a(G) - a(x), which takes fake's place; real is not asked.
	paired bool
}

// sigma is the logistic function.
func sigma(a float64) float64 { return 1 / (1 + math.Exp(-a)) }

func sigma2(a float64) float64 { return sigma(a) * sigma(-a) }

func constant(c float64) func(float64) float64 { return func(float64) float64 { return c } }

// to is the slope of ½(a-label)².
func to(label float64) func(float64) float64 { return func(a float64) float64 { return a - label } }

// logistic is D's sp(-a(x)) + sp(a(G)), against a generator's slopes.
func logistic(gen, gen2 func(float64) float64) slopes {
	return slopes{
		real: func(a float64) float64 { return -sigma(-a) }, fake: sigma, gen: gen,
		real2: sigma2, fake2: sigma2, gen2: gen2,
	}
}

// leastSquares has label a for fake, b for real samples, and G's aim c (Mao et al., 2017).
func leastSquares(a, b, c float64) slopes {
	return slopes{real: to(b), fake: to(a), gen: to(c), real2: constant(1), fake2: constant(1), gen2: constant(1)}
}

// linear has slopes that do not change, but for a margin beyond which D's are 0.
func linear(margin float64) slopes {
	real := func(a float64) float64 {
		if a < margin {
			return -1
		}
		return 0
	}
	return slopes{
		real: real, fake: func(a float64) float64 { return -real(-a) }, gen: constant(-1),
		real2: constant(0), fake2: constant(0), gen2: constant(0),
	}
}

// slopesOf are those of the game with this key in core/loss; ok is false where its theory is not known here.
func slopesOf(key string) (s slopes, ok bool) {
	switch key {
	case "mm":
		return logistic(func(a float64) float64 { return -sigma(a) }, func(a float64) float64 { return -sigma2(a) }), true
	case "ns":
		return logistic(func(a float64) float64 { return -sigma(-a) }, sigma2), true
	case "ml":
		grow := func(a float64) float64 { return -math.Exp(a) }
		return logistic(grow, grow), true
	case "rp":
		s = logistic(func(a float64) float64 { return -sigma(-a) }, sigma2)
		s.paired = true
		return s, true
	case "ls":
		return leastSquares(0, 1, 1), true
	case "ls-chi2":
		return leastSquares(-1, 1, 0), true
	case "ls-centred":
		return leastSquares(-1, 1, 1), true
	case "hinge":
		return linear(1), true
	case "wgan":
		return linear(math.Inf(1)), true
	}
	return slopes{}, false
}
