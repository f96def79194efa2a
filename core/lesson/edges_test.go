package lesson

import (
	"slices"
	"testing"
)

// Conditions at the very number: only the closed ones hold.
func TestConditionsAtEquality(t *testing.T) {
	for text, want := range map[string]bool{
		"js < 2": false, "js <= 2": true, "js > 2": false, "js >= 2": true, "js within 0 of 2": true, "js within 1 of 3": true, "js within 1 of 3.5": false,
		"js < 2.5": true, "js > 1.5": true, "js <= 1.5": false, "js >= 2.5": false,
	} {
		g, err := ParseGoal(text, func(name string) bool { return name == "js" })
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Holds(func(string) float64 { return 2 }); got != want {
			t.Errorf("of 2, %q holds: %v", text, got)
		}
	}
}

func TestAsked(t *testing.T) {
	q, k := &Question{}, &Task{}
	l := Lesson{Steps: []Step{{}, {Question: q}, {Task: k}, {Question: q, Task: k}, {}}}
	if questions, tasks := l.Asked(); questions != 0b01010 || tasks != 0b01100 {
		t.Errorf("questions %b, tasks %b", questions, tasks)
	}
}

// A goal names all that it looks up, each once: on either side, and in its margin.
func TestGoalNames(t *testing.T) {
	g, err := ParseGoal("js < 2*gap and modes within width of js + loss_d", func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	if got, want := g.Names(), []string{"js", "gap", "modes", "width", "loss_d"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
}
