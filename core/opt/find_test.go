package opt

import (
	"testing"

	. "ganvas/core/graph"
)

func TestFind(t *testing.T) {
	for _, o := range All {
		if got, ok := Find(o.Key); !ok || got.Key != o.Key {
			t.Errorf("%q: found %q, %v", o.Key, got.Key, ok)
		}
	}
	for _, s := range Schedules {
		if got, ok := FindSchedule(s.Key); !ok || got.Key != s.Key {
			t.Errorf("%q: found %q, %v", s.Key, got.Key, ok)
		}
	}
	if _, ok := Find("nonsense"); ok {
		t.Error("an optimiser is found that is not there")
	}
	if _, ok := FindSchedule("nonsense"); ok {
		t.Error("a schedule is found that is not there")
	}
}

// Of several updates of one variable the first is kept, and the order stays.
func TestDedupe(t *testing.T) {
	a, b, one, two := Variable("a"), Variable("b"), Scalar(1), Scalar(2)
	got := dedupe([]Update{{Var: a, Value: one}, {Var: b, Value: two}, {Var: a, Value: two}, {Var: b, Value: two}})
	if len(got) != 2 || got[0] != (Update{Var: a, Value: one}) || got[1] != (Update{Var: b, Value: two}) {
		t.Errorf("got %v", got)
	}
}
