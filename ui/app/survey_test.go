package app

import (
	"testing"

	"ganvas/core/wire"
)

// pending tells the page of a snapshot with so many measures to come.
func (p *page) pending(n int) *page {
	p.now += 0.02
	return p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 5, Pending: n}, Seconds: p.now})
}

// pulls is how many Pulls have been asked for, and the last sentence for screen readers.
func (p *page) pulls() (n int, said string) {
	for _, e := range p.effects {
		switch e := e.(type) {
		case Pull:
			n++
		case Announce:
			said = e.Text
		}
	}
	p.effects = nil
	return n, said
}

// All measures are asked for once, waited for though nothing trains, and announced when they are there.
func TestSurvey(t *testing.T) {
	p := open(t, "")
	p.tell(PlayToggled{})
	for range 5 {
		p.pending(0) // until nothing is waited for
	}
	p.effects = nil
	p.tell(SurveyToggled{})
	p.expect("asked", p.commands(), "measure?")
	p.pending(3)
	for n := 2; n > 0; n-- {
		p.effects = nil
		p.pending(n)
		if pulls, said := p.pulls(); pulls != 1 || said != "" || p.model.Pending() != n {
			t.Errorf("with %d to go: %d pulls, %d pending, said %q", n, pulls, p.model.Pending(), said)
		}
	}
	p.pending(0)
	if _, said := p.pulls(); said != "All measures are there." {
		t.Errorf("at the end it says %q", said)
	}
	for range 5 {
		p.pending(0)
	}
	p.effects = nil
	p.pending(0)
	if pulls, _ := p.pulls(); pulls != 0 {
		t.Errorf("afterwards it asks for %d more", pulls)
	}
}

// A survey that a reset ends is not announced as complete.
func TestSurveyEndsWithItsRun(t *testing.T) {
	for _, end := range []Msg{WasReset{}, PresetWanted{Key: "collapse"}} {
		p := open(t, "")
		p.tell(SurveyToggled{})
		p.pending(3)
		p.pending(3)
		p.tell(end)
		p.effects = nil
		p.pending(0)
		p.pending(0)
		if _, said := p.pulls(); said != "" {
			t.Errorf("after %T it says %q", end, said)
		}
	}
}

// Asked for again while it goes on, a survey stops. So it does, for the page, where the worker refuses it.
func TestSurveyStops(t *testing.T) {
	p := open(t, "")
	p.tell(SurveyToggled{})
	p.pending(3)
	p.pending(3)
	p.commands()
	p.tell(SurveyToggled{})
	if p.expect("stopped", p.commands(), "measure?stop=1"); p.model.Surveying() {
		t.Error("it goes on")
	}
	p.effects = nil
	p.pending(0)
	p.pending(0)
	if _, said := p.pulls(); said != "" {
		t.Errorf("after a stop it says %q", said)
	}
	p.tell(SurveyToggled{})
	if p.expect("asked again", p.commands(), "measure?"); !p.model.Surveying() {
		t.Error("it does not begin again")
	}
	p.tell(WorkerFailed{Text: "the machine failed"})
	if p.model.Surveying() {
		t.Error("what the worker has refused goes on")
	}
}

// Where there is no run, there is nothing to measure.
func TestSurveyOfNothing(t *testing.T) {
	p := open(t, "")
	p.tell(WorkerFailed{Text: "no memory", Fatal: true})
	p.commands()
	p.tell(SurveyToggled{})
	p.expect("asked of a lost run", p.commands(), "")
}
