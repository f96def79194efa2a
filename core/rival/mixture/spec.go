package mixture

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.Mixture

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.MixtureForm, Trace: trace}.Entry()
