package train

import (
	"strconv"

	"ganvas/core/experiment"
)

// Set turns a live knob; the run goes on from where it is. The error is a *experiment.FieldError, which leaves all as it was,
// or of the machine.
func (t *Trainer) Set(key, value string) error {
	f := experiment.Find(key)
	if f == nil || !f.Live {
		return &experiment.FieldError{Field: key, Value: value, Allowed: "a new run for it: it cannot be turned while one goes on"}
	}
	next := t.spec
	if err := f.Set(&next, value); err != nil {
		return err
	}
	if err := next.Check(); err != nil {
		return err
	}
	if err := t.turn(next); err != nil {
		return err
	}
	t.fault, t.safe = "", checkpoint{}
	return nil
}

// turn goes over to a Spec that differs in live fields. Only a switch that goes on or off changes the program.
func (t *Trainer) turn(next experiment.Spec) error {
	was := t.spec
	t.spec = next
	if structure(was) == structure(next) {
		knobs(next, t.slots.write)
		return nil
	}
	err := t.recompile()
	if err != nil {
		t.spec = was
	}
	return err
}

// structure is a Spec without what can change under a program: live numbers, but for whether each that is a switch is on.
func structure(s experiment.Spec) experiment.Spec {
	base := experiment.Default()
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if !f.Live {
			continue
		}
		value := f.Get(&base)
		if f.Switch {
			value = "0"
			if f.Number(&s) > 0 {
				value = strconv.FormatFloat(f.Max, 'g', -1, 64)
			}
		}
		_ = f.Set(&s, value)
	}
	return s
}
