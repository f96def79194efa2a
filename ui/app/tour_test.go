package app

import (
	"strconv"
	"testing"
)

// A tour goes to each step that the run has been at and back to where it was, one jump at a time; a hand on the time line ends it.
func TestTour(t *testing.T) {
	begin := func() *page {
		p := open(t, "view.play=0")
		p.rest(1000)
		return p.tell(TourWanted{Steps: []uint64{0, 400, 800, 1200}})
	}
	p := begin()
	for _, step := range []uint64{0, 400, 800, 1000} {
		p.expect("the jump", p.commands(), "at?step="+strconv.FormatUint(step, 10))
		if !p.model.Touring() {
			t.Errorf("on the way to step %d it is no tour", step)
		}
		p.snapshot(step)
	}
	if p.expect("nothing more", p.commands(), ""); p.model.Touring() || p.model.Step() != 1000 {
		t.Errorf("at step %d it is a tour: %v", p.model.Step(), p.model.Touring())
	}

	p = begin()
	p.commands()
	p.tell(StepGone{To: 700}).snapshot(0)
	if p.expect("the hand's jump", p.commands(), "at?step=700"); p.model.Touring() {
		t.Error("the tour goes on")
	}
}
