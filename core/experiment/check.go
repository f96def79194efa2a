package experiment

import "strconv"

// MaxUnits bounds the memory of a step: the minibatch times all hidden units of both players.
const MaxUnits = 1 << 21

// Check returns nil where the Spec can run, and otherwise a *FieldError for the first field that is out of its range or,
// where each alone is good, for the minibatch that is too large for these networks.
func (s Spec) Check() error {
	for i := range Fields {
		if f := &Fields[i]; !f.valid(&s) {
			return f.Refuse(f.Get(&s))
		}
	}
	if err := s.sense(); err != nil {
		return err
	}
	units := s.Generator.Hidden.Widths() + s.Ensemble*s.Discriminator.Hidden.Widths()
	if s.Batch*units > MaxUnits {
		return &FieldError{Field: "batch", Value: strconv.Itoa(s.Batch),
			Allowed: "at most " + strconv.Itoa(MaxUnits/units) + " with networks this large (together they have " + strconv.Itoa(units) + " hidden units)"}
	}
	return nil
}
