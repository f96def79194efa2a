// Package flow is the family of normalising flows: an invertible map from points to standard normal ones, whose density follows from how it stretches
// areas (Dinh et al., 2017). Each coupling moves one coordinate by a function that is told the other.
package flow

import (
	"ganvas/core/family"
	"ganvas/core/form"
)

// Spec is all that such a run depends on.
type Spec = form.Flow

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.FlowForm, Trace: trace}.Entry()
