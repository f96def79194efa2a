// Package loss is the catalogue of adversarial games: what each player minimises, given the discriminator's logits.
//
// It is not about regularisers (core/penalty) nor about who moves when (core/train). Logits are the discriminator's raw
// outputs a, shape [n, 1]; every loss is a scalar, a mean over the minibatch.
package loss

// Entry is a game in the catalogue.
type Entry struct {
	Key   string // stable, in Specs and URLs: "rp"
	Label string // for people: "Relativistic pairing"
	Doc   string // one sentence for people
}

// All is the catalogue, in the order of a menu.
var All = []Entry{
	{"rp", "Relativistic pairing", "Real and generated samples are judged in pairs: is this one more real than that one?"},
	{"ns", "Non-saturating", "The generator maximises log D of its samples: the usual practice since 2014."},
	{"mm", "Minimax", "The original zero-sum game; the generator's gradient fades when the discriminator wins."},
	{"ls", "Least squares", "Logits are pulled to 1 on real and 0 on generated samples by squared error."},
	{"ls-chi2", "Least squares (Pearson)", "Least squares with labels -1 and 1 and the generator's aim at 0: the Pearson chi-squared divergence."},
	{"hinge", "Hinge", "The discriminator only pushes samples inside a margin of 1."},
	{"wgan", "Wasserstein", "The discriminator is a critic whose gap of means estimates a transport distance; it needs a gradient penalty."},
	{"ml", "Maximum likelihood", "The generator's gradient is that of KL(data || model) when the discriminator is optimal."},
}

// Find returns the game with this key.
func Find(key string) (Entry, bool) {
	for _, e := range All {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}
