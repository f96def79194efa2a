package dirac

import "math"

// Jacobian is the velocity's at the equilibrium. Ok is false where there is none: WGAN-GP's pull jumps at ψ = 0, from one way to the
// other, and other games are not known.
func (g Game) Jacobian() (j Matrix, ok bool) {
	s, _ := slopesOf(g.Loss)
	if !g.Known() || g.GP > 0 {
		return Matrix{}, false
	}
	f, gen, pull := s.fake(0), s.gen(0), g.R1+g.R2
	j = Matrix{{0, -gen}, {-f, -pull - g.Noise*g.Noise*blur(s)}}
	// Near the equilibrium consensus is ½((fθ + γψ)² + (gen ψ)²).
	c := g.Consensus
	j = j.Plus(Matrix{{-c * f * f, -c * f * pull}, {-c * f * pull, -c * (pull*pull + gen*gen)}})
	if g.Unroll > 0 {
		// ψ_K = q^K ψ - ηf(1 + q + ... + q^(K-1))θ, and the generator's loss is gen·θψ_K.
		q, sum := 1-g.Eta*pull, 0.0
		for k := range g.Unroll {
			sum += math.Pow(q, float64(k))
		}
		j[0] = [2]float64{2 * gen * g.Eta * f * sum, -gen * math.Pow(q, float64(g.Unroll))}
	}
	return j, true
}

// blur is what unit instance noise makes of the discriminator's own curvature.
func blur(s slopes) float64 {
	if s.paired {
		return 2 * s.fake2(0)
	}
	return s.real2(0) + s.fake2(0)
}
