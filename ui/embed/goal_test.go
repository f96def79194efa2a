package embed

import (
	"testing"

	"ganvas/core/wire"
	"ganvas/ui/app"
)

// A goal is told once, at the first step at which it holds, and again in a run that begins anew.
func TestGoalIsToldOnce(t *testing.T) {
	lab, wrong := Parse("goal=js%20%3C%200.1%20and%20step%20%3E%202")
	if wrong != nil {
		t.Fatal(wrong)
	}
	m := app.New(app.Start{})
	m, _ = app.Update(m, app.WorkerReady{})
	var notifier Notifier
	for i, c := range []struct {
		step uint64
		js   float64
		told bool
	}{{1, .05, false}, {3, .2, false}, {4, .09, true}, {5, .05, false}, {1, .05, false}, {6, .05, true}} {
		m = at(m, c.step, wire.Measure{Key: "js", Step: c.step, Value: c.js})
		events, _ := notifier.Tell(&lab.Options, m, float64(10*i))
		var goal Event
		for _, e := range events {
			if e["type"] == "ganvas:goal" {
				goal = e
			}
		}
		if (goal != nil) != c.told {
			t.Errorf("at step %d with js %g it tells %v", c.step, c.js, goal)
		}
		if goal == nil {
			continue
		}
		if goal["step"] != int(c.step) || goal["goal"] != "js < 0.1 and step > 2" {
			t.Errorf("it tells %v", goal)
		}
		if s, ok := goal["statement"].(map[string]any); !ok || s["verb"].(map[string]any)["id"] != "http://adlnet.gov/expapi/verbs/completed" {
			t.Errorf("the statement is %v", goal["statement"])
		}
	}
}

func TestGoalsThatCannotBeToldAreRefused(t *testing.T) {
	for _, goal := range []string{"js", "unicorns > 3", "gradient < 0.1", "js < "} {
		o := Defaults()
		if Find("goal").read(&o, goal) == nil {
			t.Errorf("%q is taken", goal)
		}
	}
}
