package dirac

import "math"

// Point is where both players stand: the sample θ and the discriminator's slope ψ.
type Point struct{ Theta, Psi float64 }

// Add is p + c·q.
func (p Point) Add(c float64, q Point) Point { return Point{p.Theta + c*q.Theta, p.Psi + c*q.Psi} }

// Norm is the distance from the equilibrium. Half its square is what the minimax game keeps in continuous time.
func (p Point) Norm() float64 { return math.Hypot(p.Theta, p.Psi) }

// Game is a loss and its regularisers, by their weights; 0 turns one off.
type Game struct {
	Loss      string  // key in core/loss
	R1, R2    float64 // γ/2 ψ² each: the slope is ψ everywhere
	GP, GP1   float64 // λ(|ψ|-1)², two-sided and one-sided
	Noise     float64 // the standard deviation s of instance noise
	Consensus float64 // γ of ½(|∇L_D|² + |∇L_G|²)
	// Unroll is how many updates of rate Eta the generator looks ahead (Metz et al., 2017).
	Unroll int
	Eta    float64
}

// Velocity is where the players' gradients pull them: both of unit rate and at once, in the mean over instance noise. It is
// (NaN, NaN) for a game that slopes are not known of, and so it is where Known says no.
func (g Game) Velocity(p Point) Point {
	s, ok := slopesOf(g.Loss)
	if !ok || !g.Known() {
		return Point{math.NaN(), math.NaN()}
	}
	v := Point{-g.generatorSlope(s, p), -g.discriminatorSlope(s, p) - g.pull(p.Psi)}
	if g.Consensus > 0 {
		v = v.Add(-g.Consensus, g.consensusSlope(s, p))
	}
	return v
}

// Known says whether the closed forms hold: instance noise goes with neither consensus nor unrolling here, and unrolling with no penalty
// whose pull jumps.
func (g Game) Known() bool {
	_, ok := slopesOf(g.Loss)
	switch {
	case g.Noise > 0 && (g.Consensus > 0 || g.Unroll > 0):
		return false
	case g.Unroll > 0 && (g.Consensus > 0 || g.GP > 0 || g.GP1 > 0):
		return false
	}
	return ok
}

// generatorSlope is ∂L_G/∂θ.
func (g Game) generatorSlope(s slopes, p Point) float64 {
	if g.Unroll > 0 {
		return g.unrolledSlope(s, p)
	}
	return p.Psi * g.blurred(s, func(e float64) float64 { return s.gen(p.Psi * (p.Theta + e)) })
}

// discriminatorSlope is ∂L_D/∂ψ without penalties. A real sample counts by where noise has put it.
func (g Game) discriminatorSlope(s slopes, p Point) float64 {
	fake := g.blurred(s, func(e float64) float64 { return (p.Theta + e) * s.fake(p.Psi*(p.Theta+e)) })
	if s.paired {
		return fake
	}
	return fake + g.blurred(s, func(e float64) float64 { return e * s.real(p.Psi*e) })
}

// pull is the slope of the gradient penalties by ψ. The penalty's own 1e-12 under the root does not show.
func (g Game) pull(psi float64) float64 {
	excess := math.Abs(psi) - 1
	return (g.R1+g.R2)*psi + 2*(g.GP*excess+g.GP1*math.Max(0, excess))*sign(psi)
}

// sign is 0 at 0: there the penalty that wants a slope of 1 does not know which way to pull.
func sign(psi float64) float64 {
	if psi == 0 {
		return 0
	}
	return math.Copysign(1, psi)
}

// stiffness is the slope of pull.
func (g Game) stiffness(psi float64) float64 {
	k := g.R1 + g.R2 + 2*g.GP
	if math.Abs(psi) > 1 {
		k += 2 * g.GP1
	}
	return k
}

// consensusSlope is the slope of ½(A² + B²), where A = ∂L_D/∂ψ with its penalties and B = ∂L_G/∂θ.
func (g Game) consensusSlope(s slopes, p Point) Point {
	a := p.Psi * p.Theta
	A, B := p.Theta*s.fake(a)+g.pull(p.Psi), p.Psi*s.gen(a)
	return Point{
		A*(s.fake(a)+a*s.fake2(a)) + B*p.Psi*p.Psi*s.gen2(a),
		A*(p.Theta*p.Theta*s.fake2(a)+g.stiffness(p.Psi)) + B*(s.gen(a)+a*s.gen2(a)),
	}
}

// unrolledSlope is dL_G(θψ_K)/dθ: ψ_K is where K updates take ψ, and the generator knows how θ changes it.
func (g Game) unrolledSlope(s slopes, p Point) float64 {
	psi, by := p.Psi, 0.0 // ψ_k and its slope by θ
	for range g.Unroll {
		a := p.Theta * psi
		down := p.Theta*s.fake(a) + g.pull(psi)
		slope := s.fake(a) + p.Theta*s.fake2(a)*(psi+p.Theta*by) + g.stiffness(psi)*by
		psi, by = psi-g.Eta*down, by-g.Eta*slope
	}
	return s.gen(p.Theta*psi) * (psi + p.Theta*by)
}
