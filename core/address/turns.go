package address

import (
	"errors"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/script"
)

// turnsFault is what is wrong with an address's turns, or nil: they go together or not at all, since each changes what the next is turned from.
func turnsFault(a Address) *experiment.FieldError {
	way, err := script.Parse(a.Script())
	var wrong *script.Error
	if errors.As(err, &wrong) {
		return &experiment.FieldError{Field: wrong.Field, Value: wrong.Value, Allowed: wrong.Allowed}
	}
	spec := a.Spec
	for _, t := range way.Turns {
		for _, k := range t.Knobs {
			if w, ok := experiment.ParseWeight(k.Key); ok {
				if e := weightFault(&spec, w, k); e != nil {
					return &experiment.FieldError{Field: turnsKey, Value: t.String(), Allowed: e.Allowed}
				}
				continue
			}
			f := spec.Find(k.Key)
			if f == nil || !f.Live {
				return &experiment.FieldError{Field: turnsKey, Value: t.String(), Allowed: "fields that may be turned while a run goes on"}
			}
			if err := f.Set(&spec, k.Value); err != nil {
				return &experiment.FieldError{Field: turnsKey, Value: t.String(), Allowed: k.Key + " as " + f.Allowed()}
			}
		}
		if t.Stretch() && t.Who != "d" && t.Who != "g" {
			return &experiment.FieldError{Field: turnsKey, Value: t.String(), Allowed: "d or g alone"}
		}
		if err := spec.Check(); err != nil {
			return &experiment.FieldError{Field: turnsKey, Value: t.String(), Allowed: "turns after which the settings still make sense together"}
		}
	}
	return nil
}

// weightFault is what is wrong with a weight that is set by hand, or nil.
func weightFault(s *experiment.Spec, w experiment.Weight, p query.Pair) (fault *experiment.FieldError) {
	_, err := experiment.WeightValue(p)
	if err == nil {
		err = s.CheckWeight(w)
	}
	errors.As(err, &fault)
	return fault
}
