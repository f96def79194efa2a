// Package diffusion is the family that learns to take noise away: diffusion (Ho et al., 2020; Song et al., 2021), whose network predicts the noise
// in a blurred point, and flow matching (Lipman et al., 2023), whose network predicts the velocity on straight paths between points and noise.
package diffusion

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.Diffusion

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.DiffusionForm, Trace: trace}.Entry()
