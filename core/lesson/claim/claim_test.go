package claim

import (
	"os"
	"strings"
	"testing"

	"ganvas/assets"
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family/familytest"
	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
	"ganvas/core/simd/native"
)

func parse(t *testing.T, key string) *markdown.File {
	t.Helper()
	text, err := assets.Lesson(key)
	if err != nil {
		t.Fatal(err)
	}
	f, err := markdown.Parse(key, text)
	if err != nil {
		t.Fatalf("%s.md:%v", key, err)
	}
	return f
}

// What the lessons say of training is so: for the first three of each block's seeds, and for all of them where GANVAS_SLOW is set. GANVAS_SEEDS=41-50
// tries others.
func TestLessonsKeepTheirWord(t *testing.T) {
	slow := os.Getenv("GANVAS_SLOW") != ""
	for _, key := range assets.Lessons {
		t.Run(key, func(t *testing.T) {
			f, c := parse(t, key), Checker{Machine: native.New}
			if len(f.Claims) == 0 {
				t.Error("the lesson claims nothing")
			}
			for _, block := range f.Claims {
				if block.Slow && !slow {
					continue
				}
				if len(block.Seeds) > 0 && os.Getenv("GANVAS_SEEDS") != "" {
					block.Seeds = familytest.Numbers(0)
				} else if !slow {
					block.Seeds = block.Seeds[:min(3, len(block.Seeds))]
				}
				results, err := c.Check(block)
				if err != nil {
					t.Fatalf("%s.md:%d: %v", key, block.Line, err)
				}
				exceptions := map[int]int{}
				for _, r := range results {
					if r.Holds {
						continue
					}
					if exceptions[r.Claim.Line]++; exceptions[r.Claim.Line] > r.Claim.But {
						t.Errorf("%s.md:%d: with seed %d it is not so that %s: %s", key, r.Claim.Line, r.Seed, r.Claim, r.Values)
					}
				}
			}
		})
	}
}

// Each task is done by its solution, is not done before it is begun, and where the solution changes something, not without it.
func TestTasksCanBeDone(t *testing.T) {
	const every = 100 // the page measures about as often
	for _, key := range assets.Lessons {
		t.Run(key, func(t *testing.T) {
			f, c := parse(t, key), Checker{Machine: native.New}
			for i, s := range f.Steps {
				if s.Task == nil {
					continue
				}
				if e, _ := data.Find(s.Setup.Run.Data); isImaged(e.Source) && os.Getenv("GANVAS_SLOW") == "" {
					continue // a minute
				}
				solved, err := s.Setup.Run.With(s.Task.Solution)
				if err != nil {
					t.Fatal(err)
				}
				step, ok, err := c.Attempt(solved, s.Task.Goal, s.Task.Within, every)
				if err != nil || !ok {
					t.Errorf("%s, step %d: the solution %q does not reach %s within %d steps (%v)", key, i+1, s.Task.Solution, s.Task.Goal, s.Task.Within, err)
				}
				if step == 0 && ok {
					t.Errorf("%s, step %d: the task is done before it is begun", key, i+1)
				}
				if s.Task.Solution == "" {
					continue
				}
				patience := s.Task.Within
				if os.Getenv("GANVAS_SLOW") == "" {
					patience = min(patience, 500)
				}
				if step, ok, _ := c.Attempt(s.Setup.Run, s.Task.Goal, patience, every); ok {
					t.Errorf("%s, step %d: the task does itself, by step %d", key, i+1, step)
				}
			}
		})
	}
}

func isImaged(s data.Source) bool {
	_, ok := s.(data.Imaged)
	return ok
}

// The checker refuses what is not so, and finds what is: a run that cannot move, and one that does.
func TestCheckerTellsFalseFromTrue(t *testing.T) {
	const text = "---\ntitle: T\nsummary: S\nminutes: 1\nbase: g=8&d=8&batch=16&rows=64\n---\n## One\ntext\n```claims\nseeds: 4, 5\nstill: g.lr=0&d.lr=0 after 3\nlonger: g.lr=0&d.lr=0 after 5, 4 d\nmoved: after 9\n" +
		"still.js within 0 of longer.js\nstill.step >= 4\nlonger.step within 0 of 9\nmoved.gradient within 0 of still.gradient\n```\n"
	f, err := markdown.Parse("t", text)
	if err != nil {
		t.Fatal(err)
	}
	c := Checker{Machine: native.New}
	results, err := c.Check(f.Claims[0])
	if err != nil {
		t.Fatal(err)
	}
	want := []bool{true, false, true, false}
	if len(results) != 2*len(want) {
		t.Fatalf("%d results", len(results))
	}
	for i, r := range results {
		if r.Holds != want[i%len(want)] || r.Seed != uint32(4+i/len(want)) {
			t.Errorf("seed %d: %s holds: %v (%s)", r.Seed, r.Claim, r.Holds, r.Values)
		}
	}
	if v := results[1].Values; v != "still.step = 3" {
		t.Errorf("values are %q", v)
	}
}

// Models that are no two players are trained and measured as well.
func TestRivalsAreChecked(t *testing.T) {
	const text = "---\ntitle: T\nsummary: S\nminutes: 1\nbase: data=moons\n---\n## One\ntext\n```setup\nrun: family=mixture&rows=200&batch=16&k=3\n```\n" +
		"```claims\nseeds: 4\nstill: lr=0 after 3\nmoved: after 60\nplayers: family=gan&g=8&d=8&batch=16&rows=64 after 3\n" +
		"moved.heldout > still.heldout\nmoved.loss < still.loss\nmoved.loss_d < 9\nplayers.loss_d < 9\nplayers.heldout < 9\n```\n"
	f, err := markdown.Parse("t", text)
	if err != nil {
		t.Fatal(err)
	}
	c := Checker{Machine: native.New}
	results, err := c.Check(f.Claims[0])
	if err != nil {
		t.Fatal(err)
	}
	// What a run does not have holds nothing.
	for i, want := range []bool{true, true, false, true, false} {
		if r := results[i]; r.Holds != want {
			t.Errorf("%s holds: %v (%s)", r.Claim, r.Holds, r.Values)
		}
	}
}

func TestADivergedRunIsNoProof(t *testing.T) {
	spec, err := experiment.Parse("g=8&d=8&batch=16&rows=64&loss=wgan&r1=0&r2=0&g.opt=sgd&d.opt=sgd&g.lr=0.5&d.lr=0.5&g.schedule=constant&d.schedule=constant")
	if err != nil {
		t.Fatal(err)
	}
	g, err := lesson.ParseGoal("here.step > 0", nil)
	if err != nil {
		t.Fatal(err)
	}
	c := Checker{Machine: native.New}
	_, err = c.Check(markdown.Claims{
		Runs:  []markdown.Run{{Name: "here", Spec: spec, Phases: []markdown.Phase{{Steps: 5000, Who: "both"}}}},
		Goals: []markdown.Claim{{Goal: g}},
	})
	if err == nil || !strings.Contains(err.Error(), "run here") {
		t.Errorf("got %v", err)
	}
}
