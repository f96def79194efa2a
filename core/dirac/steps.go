package dirac

import "math"

// Steps is how a game is played in steps of finite size by gradient descent.
type Steps struct {
	Game
	Order              string  // key in experiment.Orders
	RateG, RateD       float64 // learning rates
	UpdatesG, UpdatesD int     // moves of each in a step, where they take turns
	Clip               float64 // ψ is cut to ± this after each of the discriminator's moves; 0 is off
	// Optimistic descent moves by 2g - g', with g' the gradient before, at first 0 (Daskalakis et al., 2018).
	Optimistic bool
}

// State is where a run stands: the players, and the pull that each remembers, which only optimistic descent reads.
type State struct{ At, Before Point }

// Next is one step.
func (s Steps) Next(x State) State {
	switch s.Order {
	case "simultaneous":
		v := s.Velocity(x.At)
		return State{s.moved(x.At, s.hurried(v, x.Before)), v}
	case "extragradient":
		ahead := s.moved(x.At, s.Velocity(x.At))
		return State{At: s.moved(x.At, s.Velocity(ahead))}
	}
	for range s.UpdatesD {
		v := s.Velocity(x.At)
		x.At.Psi = s.moved(x.At, s.hurried(v, x.Before)).Psi
		x.Before.Psi = v.Psi
	}
	for range s.UpdatesG {
		v := s.Velocity(x.At)
		x.At.Theta = s.moved(x.At, s.hurried(v, x.Before)).Theta
		x.Before.Theta = v.Theta
	}
	return x
}

// hurried is the pull that a move goes by.
func (s Steps) hurried(v, before Point) Point {
	if s.Optimistic {
		return Point{}.Add(2, v).Add(-1, before)
	}
	return v
}

// moved is where a pull takes both players from a point.
func (s Steps) moved(p, v Point) Point {
	p.Theta += s.RateG * v.Theta
	p.Psi += s.RateD * v.Psi
	if s.Clip > 0 {
		p.Psi = math.Max(-s.Clip, math.Min(s.Clip, p.Psi))
	}
	return p
}

// Multipliers are what a step multiplies small distances from the equilibrium by: the eigenvalues μ of its Jacobian there, those of one
// eigenvalue λ of the game together. There are none where the game has no Jacobian, or optimistic players take turns.
func (s Steps) Multipliers() []complex128 {
	j, ok := s.Jacobian()
	if !ok {
		return nil
	}
	a := j.scaled(s.RateG, s.RateD)
	switch {
	case s.Optimistic && s.Order == "simultaneous":
		// p'' = (1 + 2A)p' - Ap: μ² - (1 + 2ν)μ + ν for each eigenvalue ν of A.
		nu := a.Eigenvalues()
		one, two := roots(-1-2*nu[0], nu[0]), roots(-1-2*nu[1], nu[1])
		return []complex128{one[0], one[1], two[0], two[1]}
	case s.Optimistic:
		return nil
	case s.Order == "simultaneous":
		return of(unit.Plus(a))
	case s.Order == "extragradient":
		return of(unit.Plus(a.Times(unit.Plus(a))))
	}
	m := unit
	for range s.UpdatesD {
		m = unit.Plus(j.scaled(0, s.RateD)).Times(m)
	}
	for range s.UpdatesG {
		m = unit.Plus(j.scaled(s.RateG, 0)).Times(m)
	}
	return of(m)
}

func of(m Matrix) []complex128 {
	e := m.Eigenvalues()
	return e[:]
}
