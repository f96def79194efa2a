// Package autoregressive is the family that draws one coordinate after the other: p(x₁), then p(x₂|x₁), whose product is the density. Each factor is
// a sum of Gaussians, or a histogram.
package autoregressive

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.Autoregressive

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.AutoregressiveForm, Trace: trace}.Entry()
