package app

import (
	"ganvas/core/picture"
	"slices"
	"strings"
	"testing"

	"ganvas/assets"
	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
	"ganvas/core/wire"
)

// steps is a lesson of three: the first asks for another experiment, the second for nothing, the third has a task.
func steps(t *testing.T) lesson.Lesson {
	t.Helper()
	f, err := markdown.Parse("three", "---\ntitle: T\nsummary: S\nminutes: 1\nbase: loss=ns\n---\n## One\ntext\n```setup\nshow: real\npace: paused\n```\n## Two\ntext\n## Three\ntext\n```setup\npace: 25\n```\n```task\nsay: Do.\ngoal: step >= 7 and js < 0.5\nwithin: 50\nsolution:\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	return f.Lesson
}

// read is a page that reads the lesson of three at its first step, with all told effects gone.
func read(t *testing.T) *page {
	t.Helper()
	p := open(t, "data=moons&view.speed=60")
	p.tell(LessonWanted{Key: "three"})
	if !slices.Contains(p.effects, Effect(LoadLesson{Key: "three"})) {
		t.Fatalf("the lesson is not fetched: %v", p.effects)
	}
	return p.tell(LessonCame{Lesson: steps(t)})
}

// fragment is what was last written behind the address's #.
func (p *page) fragment() (text string) {
	for _, e := range p.effects {
		if u, ok := e.(SetURL); ok {
			_, text, _ = strings.Cut(u.Text, "#")
		}
	}
	return text
}

func TestALessonSetsThePageUp(t *testing.T) {
	p := read(t)
	p.expect("the Spec", p.model.Spec.String(), "loss=ns")
	p.expect("the layers", p.model.Layers.String(), "real")
	p.expect("the fragment", p.fragment(), "lesson=three&step=1")
	if p.model.Playing {
		t.Error("a paused step plays")
	}
	// The address is still the reader's own experiment.
	p.expect("the address", p.model.Address(), "data=moons&view.speed=60")

	p.commands()
	p.tell(StepWanted{At: 1})
	for _, e := range p.effects {
		if s, ok := e.(Send); ok && s.Command.Verb == "open" {
			t.Error("a step that asks for nothing starts the run anew")
		}
	}
	p.tell(StepWanted{At: 2})
	p.expect("the commands", p.commands(), "open?loss=ns play?rate=25")
	if !p.model.Playing {
		t.Error("a step with a pace does not play")
	}
	p.tell(StepWanted{At: 99})
	if p.model.Reader.At != 2 {
		t.Errorf("after the last step comes %d", p.model.Reader.At)
	}
}

// A reader who wants no motion is asked to press play.
func TestALessonStartsNothingUnderReducedMotion(t *testing.T) {
	p := read(t)
	p.model.Calm = true
	p.tell(StepWanted{At: 2})
	if p.model.Playing {
		t.Error("the lesson plays")
	}
}

func TestATaskIsCheckedByMeasuring(t *testing.T) {
	p := read(t).tell(StepWanted{At: 2})
	snapshot := func(step uint64, js float64) {
		p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: step, Measures: []wire.Measure{{Key: "js", Value: js}}}})
	}
	// The first Snapshot may be of the run before: it was under way when the step was opened.
	p.model.pull.stale = true
	snapshot(40, .1)
	p.expect("after a Snapshot of another run", p.model.Verdict(), "not yet.")
	snapshot(3, .1)
	snapshot(8, .6)
	p.expect("with half of the goal", p.model.Verdict(), "not yet.")
	snapshot(51, .1)
	p.expect("too late", p.model.Verdict(), "not within 50 steps. Change something, and press Reset to try again.")
	snapshot(9, .1)
	p.expect("in time", p.model.Verdict(), "done at step 9.")
	kept := ""
	for _, e := range p.effects {
		if k, ok := e.(Keep); ok {
			kept = k.Text
		}
	}
	p.expect("what is kept", kept, "at=3&right=0&done=4")

	// Later: the lesson goes on where it was left, and its task is not asked for again.
	p.tell(LessonLeft{}).tell(LessonWanted{Key: "three"}).tell(LessonCame{Lesson: steps(t), Kept: kept})
	if p.model.Reader.At != 2 {
		t.Errorf("the lesson goes on at %d", p.model.Reader.At)
	}
	p.expect("the task", p.model.Verdict(), "done before.")
}

func TestAnswersAreKept(t *testing.T) {
	p := read(t).tell(Answered{Step: 1, Right: false})
	if p.model.Reader.Right != 0 {
		t.Error("a wrong answer counts")
	}
	p.tell(Answered{Step: 1, Right: true}).tell(Answered{Step: 77, Right: true})
	if p.model.Reader.Right != 2 || !Has(p.model.Reader.Right, 1) || Has(p.model.Reader.Right, 0) {
		t.Errorf("right answers are %b", p.model.Reader.Right)
	}
}

// A lesson may go from two players to a rival and back. Each is shown as the step says or, where it says nothing, as is usual; what the reader
// had is as before in the end.
func TestALessonOfRivals(t *testing.T) {
	f, err := markdown.Parse("three", "---\ntitle: T\nsummary: S\nminutes: 1\nbase: data=moons\n---\n## One\ntext\n```setup\nrun: family=flow\nshow: real, density\n```\n## Two\ntext\n```setup\nrun: family=vae\n```\n## Three\ntext\n```setup\nrun:\nshow: real\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, "data=moons&view.layers=real,arrows")
	p.tell(LessonWanted{Key: "three"}).tell(LessonCame{Lesson: f.Lesson})
	p.expect("the Spec", p.model.Spec.String(), "family=flow&data=moons")
	p.expect("the layers", p.model.Layers.String(), "real,density")
	p.tell(StepWanted{At: 1})
	p.expect("the next Spec", p.model.Spec.String(), "family=vae&data=moons")
	p.expect("its layers", p.model.Layers.String(), "real,density") // shown stays as the step before had it
	p.tell(StepWanted{At: 2})
	p.expect("the last Spec", p.model.Spec.String(), "data=moons")
	p.expect("its layers", p.model.Layers.String(), "real")
	p.tell(StepWanted{At: 0}).tell(LessonLeft{})
	p.expect("the reader's own", p.model.Spec.String(), "data=moons")
	p.expect("as it was shown", p.model.Layers.String(), "real,arrows")
}

func TestLeavingBringsTheOwnExperimentBack(t *testing.T) {
	p := read(t).tell(FieldChanged{"g.lr", "0.5"})
	p.commands()
	p.tell(LessonLeft{})
	p.expect("the address", p.model.Address(), "data=moons&view.speed=60")
	p.expect("the Spec", p.model.Spec.String(), "data=moons")
	p.expect("the fragment", p.fragment(), "")
	p.expect("the commands", p.commands(), "open?data=moons play?rate=60")
	if p.model.Reader.Open() || p.model.Reader.Key != "" {
		t.Error("the lesson is still open")
	}
}

func TestLeavingMayKeepTheLessonsExperiment(t *testing.T) {
	p := read(t).tell(FieldChanged{"g.lr", "0.5"})
	p.snapshot(0).told(0, "g.lr=0.5&loss=ns").tell(LessonLeft{Keep: true})
	p.expect("the Spec", p.model.Spec.String(), "g.lr=0.5&loss=ns")
	p.expect("the address", p.model.Address(), "g.lr=0.5&loss=ns&view.layers=real&view.speed=60")
}

func TestFragmentsOpenLessons(t *testing.T) {
	for text, want := range map[string]Effect{
		"lesson=three&step=2":  LoadLesson{"three", 2},
		"lesson=three":         LoadLesson{"three", 0},
		"lesson=three&step=-1": LoadLesson{"three", 0},
		"lesson=../secret":     nil,
		"plane":                nil,
		"lesson=%zz":           nil,
		"":                     nil,
	} {
		p := open(t, "").tell(AddressChanged{Text: "#" + text})
		var got Effect
		for _, e := range p.effects {
			if l, ok := e.(LoadLesson); ok {
				got = l
			}
		}
		if got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	p := read(t).tell(AddressChanged{Text: "?data=moons&view.speed=60#lesson=three&step=2"})
	if p.model.Reader.At != 1 {
		t.Errorf("a link inside the lesson leads to %d", p.model.Reader.At)
	}
	p.tell(AddressChanged{Text: "?data=moons&view.speed=60#lesson=three"})
	if p.model.Reader.At != 1 {
		t.Errorf("a link without a step leads to %d", p.model.Reader.At)
	}
}

func TestALostLessonIsExplained(t *testing.T) {
	p := open(t, "data=moons").tell(LessonWanted{Key: "gone"}).tell(LessonLost{"gone", "there is none"})
	if p.model.Reader.Key != "" || !strings.Contains(p.model.Reader.Problem, "there is none") {
		t.Errorf("got %+v", p.model.Reader)
	}
	p.expect("the Spec", p.model.Spec.String(), "data=moons")
}

func TestProgressSurvivesAnything(t *testing.T) {
	for _, text := range []string{"", "at=x&right=zz", "at=-5", "%zz", "at=1000&done=ffffffffff", "done=5&right=a&at=2"} {
		p := open(t, "").tell(LessonWanted{Key: "three"}).tell(LessonCame{Lesson: steps(t), Kept: text})
		if r := p.model.Reader; r.At < 0 || r.At > 2 {
			t.Errorf("%q leads to step %d", text, r.At)
		}
	}
	if at, p := readProgress("done=5&right=a&at=2"); at != 1 || p != (Progress{10, 5}) {
		t.Errorf("got %d, %+v", at, p)
	}
}

// What the lessons ask for is something that the page offers.
func TestThePageHasWhatLessonsAskFor(t *testing.T) {
	for _, y := range picture.AllLayers {
		if w := WordsOf(y); w.Label == "" || w.Hue == "" || w.Doc == "" {
			t.Errorf("the page has no words for the layer %s: %+v", y.Key, w)
		}
	}
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := markdown.Parse(key, text)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range f.Steps {
			if _, ok := speedOf(s.Setup.Pace); s.Setup.Pace != "" && s.Setup.Pace != "paused" && !ok {
				t.Errorf("%s, step %d: the page has no pace of %s", key, i+1, s.Setup.Pace)
			}
		}
	}
}

// A step opens what it speaks of, and the next closes it; what the reader has opened since stays.
func TestAStepOpensASheet(t *testing.T) {
	p := open(t, "data=moons")
	f, err := markdown.Parse("two", "---\ntitle: T\nsummary: S\nminutes: 1\nbase: loss=ns\n---\n## One\ntext\n```setup\nopen: laboratory\n```\n## Two\ntext\n")
	if err != nil {
		t.Fatal(err)
	}
	p.tell(LessonWanted{Key: "two"})
	p.tell(LessonCame{Lesson: f.Lesson})
	p.expect("the sheet", string(p.model.Sheet), "laboratory")
	p.tell(StepWanted{At: 1})
	p.expect("the next step's sheet", string(p.model.Sheet), "")
	p.tell(StepWanted{At: 0})
	p.tell(SheetToggled{Sheet: Numbers})
	p.tell(StepWanted{At: 1})
	p.expect("the reader's sheet", string(p.model.Sheet), "numbers")
	p.tell(StepWanted{At: 0})
	p.tell(LessonLeft{})
	p.expect("the sheet after the lesson", string(p.model.Sheet), "")
}
