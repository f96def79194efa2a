package run

import (
	"math"
	"strconv"
)

// stop ends training: a figure of the step after this one is not finite. The run stands at the last good step.
func (r *Run) stop(column int, x float32) error {
	c, broke := r.model.columns()[column], r.step+1
	cause := r.exp.Cause(c.Key)
	if err := r.windBack(); err != nil {
		return err
	}
	r.fault = explain(c, x, broke, cause, r.step)
	return nil
}

// windBack goes to the last good step, and forgets what came after it: the last at which all that is shown is finite. A state may be finite and
// what networks make of it not, so that this may lie before the last step whose figures are. How far is doubled at each try.
func (r *Run) windBack() error {
	here := r.step
	for back := uint64(0); ; back = max(1, 2*back) {
		step := here - min(back, here)
		r.saved.cut(step)
		if err := r.restore(r.history.cut(step)); err != nil {
			return err
		}
		if err := r.forward(step); err != nil {
			return err
		}
		if step == 0 {
			return nil
		}
		if good, err := r.good(); good || err != nil {
			return err
		}
	}
}

// good says whether all that is shown at this step is finite: probes that are read, and are not Extra.
func (r *Run) good() (bool, error) {
	for _, p := range r.model.Probes {
		if p.Extra || p.Compute != nil {
			continue
		}
		if err := r.slots.Call(p.Procedures...); err != nil {
			return false, err
		}
		if broken(r.slots.Read(p.Slot)) >= 0 {
			return false, nil
		}
	}
	return true, nil
}

// explain says what stopped training at a step, what the likely cause is, what to do, and where the run stands.
func explain(c Column, x float32, broke uint64, cause string, stands uint64) string {
	became := "became infinite"
	if math.IsNaN(float64(x)) {
		became = "became NaN (not a number)"
	}
	return c.Label + " " + became + " at step " + count(broke) + ": " + cause + " The run stands at step " + count(stands) + ", the last good one."
}

// unshowable is the fault of a Snapshot that is not finite, of a run whose figures all were: the next step most likely stops it.
func (r *Run) unshowable() string {
	return "what the networks give at step " + count(r.step) + " is not finite: " + r.exp.Cause("")
}

func count(step uint64) string { return strconv.FormatUint(step, 10) }
