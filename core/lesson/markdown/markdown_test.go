package markdown

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ganvas/assets"
	"ganvas/core/experiment"
	"ganvas/core/lesson"
)

const front = "---\ntitle: T: a title\nsummary: S\nminutes: 5\nbase: seed=3\n---\n\n"

const small = front + `## One

Prose with $x_1$.

` + "```setup\nrun: g.lr=0.001\nshow: real\npace: 25\npoint: plane, measure js\n```" + `

More prose.

` + "```question\nWho\nasks?\n[ ] A -- because\n  it is long\n[x] B: b -- so\n```" + `

## Two

` + "```task\nsay: Do: it.\ngoal: modes >= 8 and js < 0.1\nwithin: 2000\nsolution: d.lr=0.5\n```\n\n```claims\nseeds: 1, 2\n# a remark\nhere: after 10\nother: seed=4&d.lr=0 after 5, 6 d, 7 g\nhere.js < other.loss_d\n```\ntext\n"

func TestSmallLesson(t *testing.T) {
	f, err := Parse("small", small)
	if err != nil {
		t.Fatal(err)
	}
	if f.Key != "small" || f.Title != "T: a title" || f.Summary != "S" || f.Minutes != 5 || f.Base.Seed != 3 || len(f.Steps) != 2 {
		t.Errorf("got %+v", f)
	}
	if want := []string{"Prose with $x_1$.\n\n\nMore prose.\n", "text\n"}; !slices.Equal(f.Prose, want) {
		t.Errorf("prose is %q", f.Prose)
	}
	one, two := f.Steps[0], f.Steps[1]
	if one.Title != "One" || one.Setup.Run.String() != "seed=3&g.lr=0.001" || one.Setup.Pace != "25" || !slices.Equal(one.Setup.Point, []string{"plane", "measure js"}) {
		t.Errorf("setup is %+v", one.Setup)
	}
	q := one.Question
	if q == nil || q.Ask != "Who asks?" || len(q.Choices) != 2 || q.Choices[0] != (lesson.Choice{Text: "A", Why: "because it is long"}) || q.Choices[1] != (lesson.Choice{Text: "B: b", Why: "so", Right: true}) {
		t.Errorf("question is %+v", q)
	}
	// What a step leaves out stays, but for what it points at.
	if two.Setup.Run != one.Setup.Run || two.Setup.Pace != "25" || !slices.Equal(two.Setup.Show, []string{"real"}) || two.Setup.Point != nil {
		t.Errorf("the second setup is %+v", two.Setup)
	}
	if k := two.Task; k == nil || k.Say != "Do: it." || k.Goal.String() != "modes >= 8 and js < 0.1" || k.Within != 2000 || k.Solution != "d.lr=0.5" {
		t.Errorf("task is %+v", k)
	}
	if len(f.Claims) != 1 {
		t.Fatalf("claims are %+v", f.Claims)
	}
	c := f.Claims[0]
	want, _ := experiment.Parse("seed=4&g.lr=0.001&d.lr=0")
	if c.Step != 1 || !slices.Equal(c.Seeds, []uint32{1, 2}) || len(c.Runs) != 2 || c.Runs[0].Spec != two.Setup.Run || c.Runs[1].Spec != want ||
		!slices.Equal(c.Runs[1].Phases, []Phase{{5, "both"}, {6, "d"}, {7, "g"}}) {
		t.Errorf("claims are %+v", c)
	}
	lines := strings.Split(small, "\n")
	if len(c.Goals) != 1 || lines[c.Goals[0].Line-1] != "here.js < other.loss_d" || c.Goals[0].String() != "here.js < other.loss_d" {
		t.Errorf("goals are %+v", c.Goals)
	}
}

func TestErrorsNameLineFieldAndValue(t *testing.T) {
	step := front + "## One\ntext\n"
	block := func(kind string, rows ...string) string {
		return step + "```" + kind + "\n" + strings.Join(rows, "\n") + "\n```\n"
	}
	for _, c := range []struct {
		name, text   string
		line         int
		field, value string
		allowed      string
	}{
		{"empty", "", 1, "lesson", "", "three hyphens"},
		{"no end of the front", "---\ntitle: T\n", 3, "front matter", "", "at its end"},
		{"unknown line", "---\nauthor: me\n---\n", 2, "front matter", "author", "title, summary, minutes, part, needs and base"},
		{"twice", "---\ntitle: a\ntitle: b\n---\n", 3, "title", "b", "once"},
		{"missing", "---\ntitle: a\nsummary: b\n---\n", 4, "minutes", "", "minutes"},
		{"no title", "---\ntitle:\n---\n", 2, "title", "", "a text"},
		{"minutes", "---\nminutes: soon\n---\n", 2, "minutes", "soon", "1 to 120"},
		{"base", "---\nbase: g.lr=fast\n---\n", 2, "base: g.lr", "fast", "a number from 0 to 10"},
		{"text before steps", front + "hello\n", 8, "step", "hello", "## and a text"},
		{"no steps", front, 8, "lesson", "", "at least one step"},
		{"no prose", front + "## One\n## Two\ntext\n", 9, "step", "One", "some prose"},
		{"no step title", front + "##  \n", 8, "step", "", "a title"},
		{"unknown block", step + "```go\n```\n", 10, "block", "go", "setup, question, task, sliders, claims, covers or class"},
		{"open block", step + "```task\nsay: x\n", 12, "task", "", "three backticks"},
		{"setup run", block("setup", "run: batch=0"), 11, "setup: run: batch", "0", "a whole number from 1"},
		{"setup show", block("setup", "show: blobs"), 11, "setup: show", "blobs", "manifold"},
		{"setup pace", block("setup", "pace: slow"), 11, "setup: pace", "slow", "paused"},
		{"setup measure", block("setup", "point: measure fun"), 11, "setup: point", "fun", "the key of a measure"},
		{"setup twice", block("setup", "pace: 1", "pace: 2"), 12, "setup: pace", "2", "once"},
		{"setup after task", block("task", "say: x", "goal: js < 1", "within: 5", "solution:") + "```setup\n```\n", 16, "setup", "", "before the step's task"},
		{"no question", block("question", "[x] a -- b", "[ ] c -- d"), 10, "question", "", "what is asked"},
		{"one choice", block("question", "Who?", "[x] a -- b"), 10, "question", "Who?", "2 to 6 choices"},
		{"two right", block("question", "Who?", "[x] a -- b", "[x] c -- d"), 10, "question", "Who?", "exactly one"},
		{"no why", block("question", "Who?", "[x] a"), 12, "question", "[x] a", "why"},
		{"task goal", block("task", "goal: modes > fun"), 11, "task: goal", "modes > fun", "cannot be measured"},
		{"task of a heavy measure", block("task", "goal: c2st > 0"), 11, "task: goal", "c2st > 0", "cannot be measured"},
		{"task within", block("task", "within: 0"), 11, "task: within", "0", "1 to 100000"},
		{"task solution", block("task", "solution: z=0"), 11, "task: solution: z", "0", "a whole number"},
		{"task lines", block("task", "say: x"), 10, "task: goal", "", "say, goal, within and solution"},
		{"task unknown", block("task", "hint: x"), 11, "task", "hint", "only the lines"},
		{"claims empty", block("claims", "a: after 1"), 10, "claims", "", "at least one claim"},
		{"claims of no run", block("claims", "here.js < 1"), 11, "claims", "here.js < 1", "cannot be measured"},
		{"claims bad run", block("claims", "here: seed=x after 3"), 11, "claims: here: seed", "x", "a whole number"},
		{"claims no steps", block("claims", "here: seed=1"), 11, "claims: here", "seed=1", "after"},
		{"claims phases", block("claims", "here: after 10 q"), 11, "claims: here", "10 q", "phases"},
		{"claims name", block("claims", "H1: after 10"), 11, "claims", "H1", "small letters"},
		{"claims twice", block("claims", "a: after 1", "a: after 2"), 12, "claims", "a", "a name of its own"},
		{"claims seeds", block("claims", "seeds: 1, x"), 11, "claims: seeds", "1, x", "whole numbers"},
		{"claims of some seeds", block("claims", "seeds: 1 to 10", "a: after 1", "a.js < 1 in 8 of 9"), 13, "claims", "8 of 9", "8 of 10"},
		{"claims of no seed", block("claims", "seeds: 1 to 10", "a: after 1", "a.js < 1 in 10 of 10"), 13, "claims", "10 of 10", "8 of 10"},
		{"claims tests", block("claims", "tests: never"), 11, "claims: tests", "never", "slow"},
		{"covers nothing", block("covers"), 10, "covers", "", "at least one id"},
		{"covers no id", block("covers", "game.players, judge"), 11, "covers", "judge", "such as game.players"},
		{"covers by text alone", block("covers", "game.players"), 13, "covers", "game.players", "setup, question, task or claims"},
		{"sliders of nothing", block("sliders"), 10, "sliders", "", "at least one slider"},
		{"sliders unknown", block("sliders", "slider: d from 0 to 1 at 0.5 -- $d$", "number: d + e -- sum"), 10, "sliders", "", "e, which is no slider"},
		{"class lines", block("class", "minutes: 1", "show: x"), 10, "class", "", "minutes, show and expect"},
		{"class minutes", block("class", "minutes: long"), 11, "class: minutes", "long", "1 to 60"},
		{"class unknown", block("class", "hint: x"), 11, "class", "hint: x", "only the lines"},
		{"needs", "---\nneeds: a,,b\n---\n", 2, "needs", "a,,b", "keys of lessons"},
		{"claims seeds in a row", block("claims", "seeds: 3 to 1"), 11, "claims: seeds", "3 to 1", "1 to 10"},
		{"too long", front + strings.Repeat("x", maxSize), 1, "lesson", "---", "262144"},
	} {
		_, err := Parse("x", c.text)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", c.name, err)
			continue
		}
		if e.Line != c.line || e.Field != c.field || !strings.HasPrefix(e.Value, c.value) || !strings.Contains(e.Allowed, c.allowed) {
			t.Errorf("%s: got %+v, want line %d, %s, %q, %q", c.name, e, c.line, c.field, c.value, c.allowed)
		}
	}
}

// Every lesson is in the catalogue once, and is one.
func TestEveryLessonParses(t *testing.T) {
	files, err := filepath.Glob("../../../assets/lessons/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if key := strings.TrimSuffix(filepath.Base(name), ".md"); !slices.Contains(assets.Lessons, key) {
			t.Errorf("%s is in no catalogue", name)
		}
	}
	if len(files) != len(assets.Lessons) {
		t.Errorf("%d files of %d lessons", len(files), len(assets.Lessons))
	}
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(key, text)
		if err != nil {
			t.Errorf("%s.md:%v", key, err)
			continue
		}
		questions, tasks := 0, 0
		for _, s := range f.Steps {
			if s.Question != nil {
				questions++
			}
			if s.Task != nil {
				tasks++
			}
		}
		if len(f.Steps) < 5 || len(f.Steps) > 12 || questions == 0 || tasks == 0 {
			t.Errorf("%s has %d steps, %d questions, %d tasks", key, len(f.Steps), questions, tasks)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small)
	for _, key := range assets.Lessons {
		text, _ := assets.Lesson(key)
		f.Add(text)
	}
	f.Add(front + "## One\n```claims\na: after 1\na.js<1\n```")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Parse("x", text)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Line < 1 || e.Line > strings.Count(text, "\n")+1 || e.Allowed == "" || len(err.Error()) > 3000 {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		if len(file.Steps) == 0 || len(file.Prose) != len(file.Steps) {
			t.Fatalf("%q gives %d steps and %d texts", text, len(file.Steps), len(file.Prose))
		}
		for _, s := range file.Steps {
			if err := s.Setup.Run.Check(); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
		for _, c := range file.Claims {
			if len(c.Goals) == 0 || len(c.Runs) == 0 && len(c.Goals[0].Names()) > 0 {
				t.Fatalf("%q: %+v", text, c)
			}
		}
	})
}

// A claim may hold for a share of its seeds.
func TestClaimsOfAShare(t *testing.T) {
	f, err := Parse("x", front+"## One\ntext\n```claims\nseeds: 1 to 10\na: after 1\na.js < 1 in 8 of 10\na.js > 0\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{2, 0} {
		if got := f.Claims[0].Goals[i]; got.But != want || strings.Contains(got.String(), "of 10") {
			t.Errorf("%q may fail for %d seeds, want %d", got, got.But, want)
		}
	}
}
