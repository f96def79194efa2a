// Package loss is the catalogue of adversarial games: what each player minimises, given the discriminator's logits.
//
// It is not about regularisers (core/penalty) nor about who moves when (core/gan). Logits are the discriminator's raw
// outputs a of shape [n, 1], for n real samples x and n generated samples G(z); every loss is a scalar, a mean E over the
// minibatch. In formulas sp is softplus, sp(a) = log(1 + exp(a)), so that -log σ(a) = sp(-a) and -log(1-σ(a)) = sp(a).
package loss

import "ganvas/core/graph"

// Game is what both players minimise. Both see the logits of the real and of the generated samples.
type Game struct {
	Key   string // stable, in Specs and URLs: "rp"
	Label string // for people: "Relativistic pairing"
	Doc   string // one sentence for people

	Discriminator func(real, fake *graph.Node) *graph.Node
	Generator     func(real, fake *graph.Node) *graph.Node
	// Smooth is what label smoothing by s, a scalar, adds to the discriminator's loss, given its logits on real samples; nil where
	// the game has no labels. See Smoothed.
	Smooth func(real, s *graph.Node) *graph.Node
	// Judge reads logits, of any shape, as D(x) in [0, 1] with ½ for undecided. Some games leave the logit's origin open;
	// they take it from the mean logits of real and of generated samples, two scalars.
	Judge func(logit, real, fake *graph.Node) *graph.Node
}

// All is the catalogue, in the order of a menu.
var All = []Game{
	Relativistic,
	NonSaturating,
	Minimax,
	LeastSquares{0, 1, 1}.Game("ls", "Least squares", "By squared error the discriminator pulls its logits to 1 on real and to 0 on generated samples, and the generator pulls them to 1."),
	LeastSquares{-1, 1, 0}.Game("ls-chi2", "Least squares (Pearson)", "Least squares with labels 1 and -1 and the generator's aim at 0: Pearson's chi-squared divergence of p + q and 2q."),
	LeastSquares{-1, 1, 1}.Game("ls-centred", "Least squares (centred)", "Least squares with labels 1 and -1 and the generator's aim at 1: undecided is 0, where networks without biases start."),
	Hinge,
	Wasserstein,
	MaximumLikelihood,
}

// Find returns the game with this key.
func Find(key string) (Game, bool) {
	for _, g := range All {
		if g.Key == key {
			return g, true
		}
	}
	return Game{}, false
}
