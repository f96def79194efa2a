// Package dirac is the theory of the smallest GAN (Mescheder, Geiger and Nowozin, "Which training methods for GANs do actually
// converge?", ICML 2018): all data lie at 0, the generator makes the one sample θ, and the discriminator's logit is D(x) = ψx. The
// game is a motion in the plane of (θ, ψ), with its equilibrium at (0, 0).
//
// The package knows each game's and regulariser's vector field in closed form, its Jacobian at the equilibrium, and what a step of
// finite size multiplies a small distance from the equilibrium by. It trains nothing: core/gan does, and tests hold the
// two against each other. θ comes before ψ everywhere; a fake sample's logit is a = ψθ, a real one's 0.
//
// Arithmetic is float64, for people and pictures, and promises no bits.
package dirac
