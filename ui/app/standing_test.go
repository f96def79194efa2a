package app

import "testing"

func TestStanding(t *testing.T) {
	o := Outline{Steps: 5, Questions: 0b00110, Tasks: 0b01000}
	for kept, want := range map[string]string{
		"":                        "",
		"at=1&right=0&done=0":     "You are at step 1 of 5, with 0 of 3 questions and tasks done",
		"at=3&right=2&done=8":     "You are at step 3 of 5, with 2 of 3 questions and tasks done",
		"at=5&right=6&done=0":     "You are at step 5 of 5, with 2 of 3 questions and tasks done",
		"at=2&right=6&done=8":     "Finished", // wherever its reader has gone since
		"at=9&right=ff&done=ff":   "Finished",
		"at=9&right=1&done=7":     "You are at step 5 of 5, with 0 of 3 questions and tasks done", // of another version of the lesson
		"at=-1&right=zz&done=%zz": "You are at step 1 of 5, with 0 of 3 questions and tasks done",
		"<b>":                     "You are at step 1 of 5, with 0 of 3 questions and tasks done",
	} {
		if got, finished := o.Standing(kept); got != want || finished != (want == "Finished") {
			t.Errorf("%q: %q, %v", kept, got, finished)
		}
	}
	if got, finished := (Outline{Steps: 2}).Standing("at=2"); got != "You are at step 2 of 2" || finished {
		t.Errorf("a lesson that asks nothing: %q, %v", got, finished)
	}
}
