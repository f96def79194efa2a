// Package vae is the family of variational autoencoders (Kingma and Welling, 2014): a decoder makes points of latent ones, an encoder says of each
// point which latent ones it may have come from, and both learn by a bound of the likelihood.
package vae

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.VAE

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.VAEForm, Trace: trace}.Entry()
