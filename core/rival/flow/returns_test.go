package flow

import (
	"math"
	"testing"

	"ganvas/core/family"
	ft "ganvas/core/family/familytest"
	"ganvas/core/run"
)

// returns fails where points of the data do not come back to themselves, in training's units.
func returns(t *testing.T, r *run.Run) {
	t.Helper()
	d := r.Experiment().(family.Learner).Points()
	points := d.InTraining(ft.Held(r, family.ProbePoints))
	r.Slots().Write(returnedAt, points)
	if err := r.Slots().Call(returnedAt); err != nil {
		t.Fatal(err)
	}
	worst := 0.0
	for i, x := range r.Slots().Read("flow.returned") {
		worst = max(worst, math.Abs(float64(x-points[i])))
	}
	if !(worst < 1e-4) {
		t.Errorf("%q: a point comes back %g away", r.Spec(), worst)
	}
}
