package dirac

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
)

// Plane says whether an experiment moves in the plane of (θ, ψ): the data in one point, a generator without noise, and players of one
// weight each that start along x. Whatever loss, penalties, optimisers and order it has, it stays in that plane.
func Plane(s experiment.Spec) bool {
	e, _ := data.Find(s.Data)
	_, single := e.Source.(data.Atom)
	return single && s.Noise == "constant" && s.Latent == 1 && bare(s.Generator) && bare(s.Discriminator) &&
		s.Pack == 1 && s.Ensemble == 1 && !s.Spread && s.Kernels == 0
}

// bare says whether a player is a weight and nothing else.
func bare(p experiment.Player) bool {
	return p.Hidden.Len() == 0 && p.Init == "identity" && !p.Bias && !p.Spectral
}

// Of is an experiment's game, as it is at every step. Ok is false where its closed form is not known, or changes on the way.
func Of(s experiment.Spec) (g Game, ok bool) {
	g = Game{Loss: s.Loss, R1: s.R1, R2: s.R2, GP: s.GP, GP1: s.GP1, Noise: s.InstanceNoise, Consensus: s.Consensus}
	if s.Unroll > 0 {
		g.Unroll, g.Eta = s.Unroll, s.Discriminator.Rate
	}
	fading := g.R1+g.R2+g.GP+g.GP1 > 0 && s.PenaltyFinal != 1 || g.Noise > 0 && s.InstanceDecay > 0
	looking := s.Unroll == 0 || plain(s.Discriminator) && s.Clip == 0
	return g, Plane(s) && g.Known() && !fading && looking && s.PathLength == 0
}

// StepsOf is how an experiment plays its game. Ok is false where Of says so, and for optimisers whose steps are not known here. With
// instance noise the steps are the mean ones.
func StepsOf(s experiment.Spec) (x Steps, ok bool) {
	x.Game, ok = Of(s)
	x.Order, x.Clip = s.Order, s.Clip
	x.RateG, x.RateD = s.Generator.Rate, s.Discriminator.Rate
	x.UpdatesG, x.UpdatesD = s.Generator.Updates, s.Discriminator.Updates
	x.Optimistic = s.Generator.Optimiser == "optimistic" && s.Discriminator.Optimiser == "optimistic" && s.Order != "extragradient" &&
		constantRate(s.Generator) && constantRate(s.Discriminator)
	return x, ok && s.Lazy() == 1 && (x.Optimistic || plain(s.Generator) && plain(s.Discriminator))
}

// plain says whether a player moves by gradient descent of a constant rate.
func plain(p experiment.Player) bool { return p.Optimiser == "sgd" && constantRate(p) }

func constantRate(p experiment.Player) bool { return p.Schedule == "constant" }
