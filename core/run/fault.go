package run

import (
	"math"
	"strconv"
)

// explain says what stopped training at the step after this one, what the likely cause is, and what to do.
func (r *Run) explain(column int, x float32) string {
	became := "became infinite"
	if math.IsNaN(float64(x)) {
		became = "became NaN (not a number)"
	}
	c := r.model.columns()[column]
	at := func(step uint64) string { return strconv.FormatUint(step, 10) }
	return c.Label + " " + became + " at step " + at(r.step+1) + ": " + r.exp.Cause(c.Key) +
		" The run stands at step " + at(r.step) + ", the last good one."
}
