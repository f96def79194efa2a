package app

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"

	"pgregory.net/rapid"
)

// url is what was last written behind the path, and whether a new entry of the history was begun, at which step the old one was left.
func (p *page) url() (text string, entered bool, left uint64) {
	for _, e := range p.effects {
		switch e := e.(type) {
		case SetURL:
			text = e.Text
		case NewEntry:
			entered, left = true, e.At
		}
	}
	p.effects = nil
	return text, entered, left
}

// The cases that went wrong: an experiment each time, with what was right of the link, and words about the rest.
func TestDamagedLinksRun(t *testing.T) {
	for _, c := range []struct{ link, opens, says string }{
		{"?data=moons&seed=3&fbclid=AbC", "open?data=moons&seed=3 play?rate=400", ""},
		{"?data=moons&seed=%", "open?data=moons play?rate=400", "seed=%"},
		{"?data=moons&data=ring&seed=3", "open?data=ring&seed=3 play?rate=400", "data"},
		{"?g.lr=banana&data=moons", "open?data=moons play?rate=400", "a number from 0 to 10"},
		{"?lr=0.1&speed=60", "open? play?rate=400", "g.lr"},
		{"?lr=0.1&speed=60", "open? play?rate=400", "view.speed"},
		{"?VIEW.SPEED=60&DATA=moons", "open?data=moons play?rate=60", ""},
		{"?data=moons&view.play=0", "open?data=moons", ""},
		{"?data=moons&view.at=1200", "open?data=moons step?n=1000&who=both", ""},
		{"?data=moons&view.at=1e9", "open?data=moons play?rate=400", "view.at"},
	} {
		p := &page{t: t, model: New(Start{Query: c.link})}
		notice := p.model.Notice
		p.tell(WorkerReady{})
		p.expect(c.link, p.commands(), c.opens)
		if !strings.Contains(notice, c.says) || c.says == "" && notice != "" {
			t.Errorf("%s: it says %q", c.link, notice)
		}
	}
}

// Other data, a preset, a saved file, a lesson and its steps are places to go back to; turns of knobs are not.
func TestPlacesBeginEntries(t *testing.T) {
	for _, c := range []struct {
		name    string
		msg     Msg
		entered bool
	}{
		{"other data", FieldChanged{"data", "circles"}, true},
		{"the same data", FieldChanged{"data", "moons"}, false},
		{"no such data", FieldChanged{"data", "unicorns"}, false},
		{"a live knob", FieldChanged{"g.lr", "0.5"}, false},
		{"another network", FieldChanged{"g", "8,8"}, false},
		{"another seed", SeedDrawn{7}, false},
		{"a preset", PresetWanted{"dirac"}, true},
		{"own points", PointsDropped{Name: "mine.csv", Text: []byte("0,1\n1,0\n")}, true},
		{"a saved file", PointsDropped{Name: "a.txt", Text: []byte(savedFirst + "\n" + savedSecond + "seed=8\n")}, true},
		{"a lesson", LessonWanted{Key: "three"}, true},
		{"the speed", SpeedChosen{2}, false},
		{"back to other data", AddressChanged{Text: "?data=ring"}, false},
		{"back to a lesson", AddressChanged{Text: "?data=moons#lesson=three"}, false},
	} {
		p := open(t, "data=moons").snapshot(50)
		p.effects = nil
		p.tell(c.msg)
		if _, entered, left := p.url(); entered != c.entered || entered && left != 50 {
			t.Errorf("%s: a new entry: %v, left at %d", c.name, entered, left)
		}
	}
	p := read(t)
	p.effects = nil
	if _, entered, _ := p.tell(StepWanted{At: 1}).url(); !entered {
		t.Error("a step of a lesson begins no entry")
	}
	if _, entered, _ := p.tell(StepWanted{At: 1}).url(); entered {
		t.Error("the same step begins one")
	}
	if _, entered, _ := p.tell(LessonLeft{}).url(); !entered {
		t.Error("leaving a lesson begins none")
	}
}

// Back returns to a place at the step where it was left, and goes on as it was.
func TestBackGoesToItsStep(t *testing.T) {
	p := open(t, "data=moons").snapshot(1500)
	p.tell(FieldChanged{"data", "circles"})
	p.effects = nil
	p.tell(AddressChanged{Text: "?data=moons", At: 1500}).snapshot(3).snapshot(0)
	p.expect("to its step", p.commands(), "open?data=moons step?n=1000&who=both")
	p.snapshot(1000)
	p.expect("and the rest", p.commands(), "step?n=500&who=both")
	p.snapshot(1500)
	p.expect("and on", p.commands(), "play?rate=400")
	// The browser says so twice where it says that the fragment has changed too.
	p.tell(AddressChanged{Text: "?data=moons", At: 1500})
	p.expect("nothing more", p.commands(), "")
}

// A lesson keeps the reader's own settings in the address, and Back leads through its steps and out of it.
func TestBackLeadsThroughALesson(t *testing.T) {
	p := read(t)
	url, _, _ := p.url()
	p.expect("the address", url, "?data=moons&view.speed=60#lesson=three&step=1")
	p.tell(StepWanted{At: 2})
	p.tell(AddressChanged{Text: "?data=moons&view.speed=60#lesson=three&step=1"})
	if p.model.Reader.At != 0 {
		t.Errorf("back leads to step %d", p.model.Reader.At)
	}
	p.commands()
	p.tell(AddressChanged{Text: "?data=moons&view.speed=60", At: 120})
	if p.model.Reader.Open() || p.model.Toward != 120 {
		t.Errorf("back out of the lesson: open %v, toward %d", p.model.Reader.Open(), p.model.Toward)
	}
	p.expect("the commands", p.commands(), "open?data=moons")
	// And to another experiment with a lesson, from which one can leave to it.
	p.tell(AddressChanged{Text: "?data=ring#lesson=three&step=2"}).tell(LessonCame{Lesson: steps(t), Step: 2})
	p.expect("the lesson's experiment", p.model.Spec.String(), "loss=ns")
	p.tell(LessonLeft{})
	p.expect("the reader's own", p.model.Spec.String(), "data=ring")
}

// The address of a run that stands still has its step, and that of one that goes on has not, or it would be another one with each step.
func TestTheAddressHasTheStepOfARunThatStands(t *testing.T) {
	p := open(t, "data=moons").snapshot(70)
	p.tell(PlayToggled{}).snapshot(73)
	url, _, _ := p.url()
	p.expect("paused", url, "?data=moons&view.play=0&view.at=73")
	p.tell(Stepped{"both"}).snapshot(74)
	url, _, _ = p.url()
	p.expect("a step on", url, "?data=moons&view.play=0&view.at=74")
	p.tell(FieldChanged{"seed", "5"})
	url, _, _ = p.url()
	p.expect("another run", url, "?data=moons&seed=5")
	p.snapshot(0).snapshot(0)
	p.tell(PlayToggled{}).snapshot(80)
	url, _, _ = p.url()
	p.expect("at play", url, "?data=moons&seed=5")
	p.tell(FieldChanged{"g.lr", "0.5"}).tell(PlayToggled{}).snapshot(90)
	url, _, _ = p.url()
	p.expect("a turned knob", url, "?data=moons&seed=5&g.lr=0.5")
	if p.model.At() != 0 {
		t.Errorf("a run with a turned knob is said to come back at step %d", p.model.At())
	}
}

// The script of turns that a link brings along is carried while the run is that of the link.
func TestTurnsAreCarried(t *testing.T) {
	p := open(t, "data=moons&turns=10:g.lr:0.1")
	p.expect("the address", p.model.Address(), "data=moons&turns=10:g.lr:0.1")
	p.tell(LessonWanted{Key: "three"}).tell(LessonCame{Lesson: steps(t)})
	p.expect("in a lesson", p.model.Address(), "data=moons&turns=10:g.lr:0.1")
	p.tell(LessonLeft{})
	p.expect("after it", p.model.Address(), "data=moons&turns=10:g.lr:0.1")
	p.tell(FieldChanged{"seed", "5"})
	p.expect("another run", p.model.Address(), "data=moons&seed=5")
}

// What is said of a copied link is true of it.
func TestThePromiseOfALink(t *testing.T) {
	for _, c := range []struct {
		name string
		msgs []Msg
		says string
	}{
		{"a run", nil, "at this step, bit for bit"},
		{"a turned knob", []Msg{FieldChanged{"g.lr", "0.5"}}, "from step 0"},
		{"a player alone", []Msg{Stepped{"d"}}, "from step 0"},
		{"own points", []Msg{PointsDropped{Name: "mine.csv", Text: []byte("0,1\n1,0\n")}}, "do not travel"},
		{"a lesson", []Msg{LessonWanted{Key: "three"}, LessonCame{Lesson: steps(t)}}, "lesson"},
		{"another run", []Msg{FieldChanged{"seed", "5"}}, "brings back this experiment, bit for bit"},
	} {
		p := open(t, "data=moons").snapshot(50)
		for _, m := range c.msgs {
			p.tell(m)
		}
		p.effects = nil
		p.tell(LinkWanted{})
		i := slices.IndexFunc(p.effects, func(e Effect) bool { _, ok := e.(CopyLink); return ok })
		link := p.effects[i].(CopyLink).Text
		p.tell(LinkCopied{OK: true})
		if !strings.Contains(p.model.Notice, c.says) {
			t.Errorf("%s: %s", c.name, p.model.Notice)
		}
		again := New(Start{Query: link})
		if again.Notice != "" && c.name != "own points" {
			t.Errorf("%s: %s is read with %q", c.name, link, again.Notice)
		}
		if want := strings.Contains(p.model.Notice, "at this step"); want != (again.Toward == 50) {
			t.Errorf("%s: %s goes to step %d", c.name, link, again.Toward)
		}
		if own := p.model.own(); c.name != "own points" && again.Spec != own.Spec {
			t.Errorf("%s: %s opens %s", c.name, link, again.Spec)
		}
	}
}

// Whatever happens, the page has an experiment that can run, and its address brings that back.
func TestThereIsAlwaysAnExperiment(t *testing.T) {
	links := []string{"", "?data=moons&seed=%", "?pac=3", "#!data=dirac&&=5", "?data=csv", "?g.lr=banana&lr=3#lesson=three", "#lesson=../x", "?turns=1:x&view.at=40"}
	msgs := []Msg{PlayToggled{}, Stepped{"d"}, Stepped{"both"}, WasReset{}, SeedDrawn{3}, FieldChanged{"data", "ring"}, FieldChanged{"data", experiment.OwnData},
		FieldChanged{"batch", "4096"}, FieldChanged{"g.lr", "banana"}, PresetWanted{"collapse"}, CureWanted{}, LessonWanted{Key: "three"}, LessonCame{Lesson: steps(t)},
		LessonLeft{}, LessonLeft{Keep: true}, StepWanted{At: 2}, WentOnSlower{}, DefaultsWanted{}, WorkerFailed{Text: "refused"}, LinkWanted{},
		PointsDropped{Name: "mine.csv", Text: []byte("0,1\n1,0\n")}, PointsDropped{Name: "a.txt", Text: []byte(savedFirst + "\n" + savedSecond + "seed=%&x=1\n")}}
	rapid.Check(t, func(t *rapid.T) {
		m := New(Start{Query: rapid.SampledFrom(links).Draw(t, "link")})
		m, _ = Update(m, WorkerReady{})
		for i := range rapid.IntRange(0, 15).Draw(t, "messages") {
			var msg Msg
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				msg = AddressChanged{Text: rapid.SampledFrom(links).Draw(t, "to"), At: rapid.Uint64Range(0, 50).Draw(t, "at")}
			case 1:
				msg = SnapshotCame{Snapshot: snapshotAt(rapid.Uint64Range(0, 99).Draw(t, "step")), Seconds: float64(i)}
			default:
				msg = rapid.SampledFrom(msgs).Draw(t, "message")
			}
			var effects []Effect
			m, effects = Update(m, msg)
			for _, e := range effects {
				if s, ok := e.(Send); ok && s.Command.Verb == "open" {
					if spec, err := experiment.Parse(s.Command.Query); err != nil || spec != m.Spec {
						t.Fatalf("%#v opens %q for %q: %v", msg, s.Command.Query, m.Spec.String(), err)
					}
				}
			}
			if err := m.Spec.Check(); err != nil {
				t.Fatalf("%#v: %v", msg, err)
			}
			own := m.own()
			again := New(Start{Query: m.Link().Checked()})
			if own.Spec.Data != experiment.OwnData && (again.Spec != own.Spec || again.Notice != "") {
				t.Fatalf("%s brings back %s and says %q", m.Link(), again.Spec, again.Notice)
			}
		}
	})
}
