// Package bigan is the family of GANs with an encoder: beside a generator, which makes points of codes, an encoder makes codes of points, and a
// discriminator tells the one kind of pairs from the other (Donahue, Krähenbühl and Darrell, 2017; Dumoulin et al., 2017). Generator and encoder may
// begin as a variational autoencoder, or go on as one, with a discriminator of points alone (Larsen et al., 2016).
package bigan

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.BiGAN

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.BiGANForm, Trace: trace}.Entry()
