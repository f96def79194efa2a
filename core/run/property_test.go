package run

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/query"
	"ganvas/core/script"
)

// player does random things to a run, and knows how it came to its fault, if it has one.
type player struct {
	*Run
	broke func(r *Run) error // what brings a straight replay to the same fault
}

var knobs = rapid.Custom(func(t *rapid.T) query.Pair {
	if rapid.IntRange(0, 4).Draw(t, "by hand") == 0 {
		return query.Pair{Key: "slope", Value: rapid.SampledFrom([]string{"-3", "0", "0.25"}).Draw(t, "slope")}
	}
	if rapid.Bool().Draw(t, "switch") {
		return query.Pair{Key: "momentum", Value: rapid.SampledFrom([]string{"0", "0.5", "0.9", "0"}).Draw(t, "momentum")}
	}
	return query.Pair{Key: "rate", Value: rapid.SampledFrom([]string{"0", "0.01", "0.05", "0.1", "0.3", "40"}).Draw(t, "rate")} // 40 diverges
})

// act does one random thing. It returns another run where it branches.
func (p *player) act(t *rapid.T) (branch *Run, err error) {
	usual := func(r *Run) error { return r.Run(1) }
	switch what := rapid.SampledFrom([]string{"run", "run", "run", "long", "only", "set", "set", "again", "at", "at", "ahead", "detour", "detour", "branch", "reset", "refused", "look"}).Draw(t, "act"); what {
	case "run":
		p.broke = usual
		return nil, p.Run.Run(rapid.IntRange(0, 40).Draw(t, "n"))
	case "long":
		p.broke = usual
		return nil, p.Run.Run(rapid.IntRange(200, 1200).Draw(t, "n"))
	case "only":
		who := rapid.SampledFrom([]string{"slope", "all"}).Draw(t, "who")
		if p.Fault() == "" {
			p.broke = func(r *Run) error { return r.Only(who, 1) }
		}
		return nil, p.Only(who, rapid.IntRange(0, 60).Draw(t, "n"))
	case "set":
		return nil, p.Set(rapid.SliceOfN(knobs, 1, 2).Draw(t, "knobs")...)
	case "again": // the same knobs as they are
		l := p.Experiment().(line)
		return nil, p.Set(query.Pair{Key: "rate", Value: number(l.rate)})
	case "at":
		p.broke = usual
		return nil, p.At(rapid.Uint64Range(0, p.Step()).Draw(t, "step"))
	case "ahead":
		p.broke = usual
		return nil, p.At(rapid.Uint64Range(p.Step(), p.Last()+50).Draw(t, "step"))
	case "detour": // back, something else, and on to where it was
		p.broke = usual
		last := p.Last()
		if err := p.At(rapid.Uint64Range(0, p.Step()).Draw(t, "step")); err != nil {
			return nil, err
		}
		if err := p.Set(knobs.Draw(t, "knob")); err != nil {
			return nil, err
		}
		return nil, p.At(max(last, p.Step()))
	case "branch":
		step := rapid.Uint64Range(0, p.Last()).Draw(t, "step")
		var turns []script.Turn
		if rapid.Bool().Draw(t, "turns") {
			turns = append(turns, script.Knobs(step, knobs.Draw(t, "knob")))
		}
		if rapid.Bool().Draw(t, "stretch") {
			turns = append(turns, script.Stretch(step+rapid.Uint64Range(0, 9).Draw(t, "later"), "slope", rapid.Uint64Range(1, 30).Draw(t, "n")))
		}
		return p.Branch(step, turns...)
	case "reset":
		return nil, p.Reset()
	case "refused":
		refused := [][]query.Pair{{{Key: "rows", Value: "3"}}, {{Key: "rate", Value: "0.2"}, {Key: "rate", Value: "fast"}}, {{Key: "momentum", Value: "0.1"}, {Key: "speed", Value: "1"}}}
		if p.Set(rapid.SampledFrom(refused).Draw(t, "knobs")...) == nil || p.Only("nobody", 3) == nil {
			t.Fatal("what is not so was done")
		}
	case "look":
		p.Snapshot(everything, rapid.Bool().Draw(t, "constants"), rapid.Bool().Draw(t, "fresh"))
		p.Measure()
		p.Survey()
		p.Proceed()
	}
	return nil, nil
}

// straight runs what determines a run from the start, in one go, and where it has stopped, to that.
func straight(t *rapid.T, p player, text string) *Run {
	r, err := Open(text, Options{Families: []Family{lines}})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.At(p.Step()); err != nil {
		t.Fatal(err)
	}
	if p.Fault() != "" {
		if err := p.broke(r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// Whatever is done to a run, it stands where a straight replay of its script does, with the same bits; so does what was opened from its
// script's text, and both go on alike. Checkpoints are caches: how many there is room for makes no difference.
func TestARunIsItsScript(t *testing.T) {
	for range 10 { // rapid checks a hundred scripts at a time
		rapid.Check(t, isItsScript)
	}
}

func isItsScript(t *rapid.T) {
	budget := rapid.SampledFrom([]int{0, 1, 200, 1000}).Draw(t, "budget")
	spec := rapid.SampledFrom([]string{"", "path=off", "path=off&rate=0.3&momentum=0.5", "rows=7"}).Draw(t, "spec")
	first, err := Open(spec, Options{Families: []Family{lines}, Budget: budget})
	if err != nil {
		t.Fatal(err)
	}
	runs := []player{{Run: first}}
	defer func() {
		for _, p := range runs {
			p.Close()
		}
	}()
	for range rapid.IntRange(1, 18).Draw(t, "acts") {
		p := &runs[rapid.IntRange(0, len(runs)-1).Draw(t, "which")]
		branch, err := p.act(t)
		if err != nil {
			t.Fatal(err)
		}
		if branch != nil {
			runs = append(runs, player{Run: branch})
		}
	}
	for i, p := range runs {
		follows(t, fmt.Sprint("run ", i), p)
	}
}

func follows(t *rapid.T, name string, p player) {
	text := p.Script().String()
	now := straight(t, p, text)
	defer now.Close()
	if d := differ(p.Run, now); d != "" {
		t.Fatalf("%s and a straight replay of %q differ in %s", name, text, d)
	}
	back := rapid.Uint64Range(0, p.Step()).Draw(t, "back")
	if err := p.At(back); err != nil {
		t.Fatal(err)
	}
	r := straight(t, p, text)
	defer r.Close()
	if d := differ(p.Run, r); d != "" {
		t.Fatalf("%s back at step %d and a straight replay of %q differ in %s", name, back, text, d)
	}
	n := rapid.IntRange(1, 300).Draw(t, "on")
	// What the run has still before it, where it was rewound, is not its script's; its own turns are forgotten at the first of another.
	if err := p.Set(query.Pair{Key: "rate", Value: "0.02"}); err != nil {
		t.Fatal(err)
	}
	if err := r.Set(query.Pair{Key: "rate", Value: "0.02"}); err != nil {
		t.Fatal(err)
	}
	for _, x := range []*Run{p.Run, r} {
		if err := x.Run(n); err != nil {
			t.Fatal(err)
		}
	}
	if d := differ(p.Run, r); d != "" {
		t.Fatalf("%s and what was opened anew from %q at step %d differ in %s after %d steps more", name, text, back, d, n)
	}
}
