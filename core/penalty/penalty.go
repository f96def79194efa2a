// Package penalty is the catalogue of the discriminator's regularisers, each a scalar that is added to its loss.
//
// All of them hold the gradient of the logit with respect to the discriminator's input; each has one weight, by which the
// trainer multiplies it and which turns it off at 0.
package penalty

// Entry is a penalty in the catalogue.
type Entry struct {
	Key    string // stable, in Specs and URLs: "r1"
	Label  string // for people: "R1"
	Symbol string // the weight's symbol
	Doc    string // one sentence for people
}

// All is the catalogue, in the order of a menu.
var All = []Entry{
	{"r1", "R1", "γ₁", "Pulls the discriminator's slope to zero at the real samples, weight γ/2."},
	{"r2", "R2", "γ₂", "Pulls the discriminator's slope to zero at the generated samples, weight γ/2."},
	{"gp", "Gradient penalty", "λ", "WGAN-GP: pulls the slope to 1 between real and generated samples."},
	{"gp1", "Gradient penalty, one-sided", "λ₁", "As WGAN-GP, but only slopes above 1 are pulled."},
}
