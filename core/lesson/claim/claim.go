// Package claim holds lessons to what they say: it trains the runs that claims and tasks speak of, and measures.
package claim

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/judge"
	"ganvas/core/judge/trained"
	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
	"ganvas/core/plan"
	"ganvas/core/rival"
	"ganvas/core/run"
)

// Checker trains runs and remembers what they came to, so that claims about the same run train it once.
type Checker struct {
	// Machine makes the machine that runs a program; nil is core/kernel's.
	Machine func(*plan.Program) (plan.Machine, error)

	done map[string]reading
}

// Result is what became of one claim under one seed.
type Result struct {
	Claim markdown.Claim
	Seed  uint32
	Holds bool
	// Values says what the claim's names stand for: "here.modes = 8, here.js = 0.031".
	Values string
}

// Check trains the runs of a block under each of its seeds and checks each of its claims.
func (c *Checker) Check(block markdown.Claims) ([]Result, error) {
	seeds := block.Seeds
	if len(seeds) == 0 {
		seeds = []uint32{block.Runs[0].Spec.Seed}
	}
	var results []Result
	for _, seed := range seeds {
		of, err := c.look(block, seed, len(block.Seeds) > 0)
		if err != nil {
			return nil, err
		}
		for _, claim := range block.Goals {
			results = append(results, Result{claim, seed, claim.Holds(of), values(claim.Goal, of)})
		}
	}
	return results, nil
}

// look trains what the block speaks of, and looks its names up.
func (c *Checker) look(block markdown.Claims, seed uint32, reseed bool) (lesson.Lookup, error) {
	runs := map[string]lesson.Lookup{}
	var ahead begun
	defer func() { ahead.close() }()
	for _, run := range block.Runs {
		if reseed {
			run.Spec = seeded(run.Spec, seed)
		}
		of, err := c.train(run, asked(block, run.Name), &ahead)
		if err != nil {
			return nil, fmt.Errorf("run %s: %w", run.Name, err)
		}
		runs[run.Name] = of
	}
	return func(name string) float64 {
		run, key, _ := strings.Cut(name, ".")
		if of, ok := runs[run]; ok {
			return of(key)
		}
		return math.NaN()
	}, nil
}

// seeded is a Spec of any family with another seed.
func seeded(s experiment.Spec, seed uint32) experiment.Spec {
	_ = s.Find("seed").Set(&s, strconv.FormatUint(uint64(seed), 10)) // every family takes any
	return s
}

// asked are the names that the block asks of a run, in order and each once.
func asked(block markdown.Claims, run string) (names []string) {
	for _, g := range block.Goals {
		for _, name := range g.Names() {
			if key, ok := strings.CutPrefix(name, run+"."); ok {
				names = append(names, key)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// open starts a run of any family.
func (c *Checker) open(s experiment.Spec) (*run.Run, error) { return c.openText(s.String()) }

// openText starts a run of a script's text.
func (c *Checker) openText(text string) (*run.Run, error) {
	return run.Open(text, run.Options{Machine: c.Machine, Families: rival.Families(gan.Judged(digits))})
}

// digits is the judge of digits that the project has trained.
var digits = sync.OnceValue(func() *judge.Judge {
	j, err := judge.Parse(trained.Weights)
	if err != nil {
		panic(err) // it is embedded
	}
	return j
})

// train runs a run and reads what is asked of it. A run that another of the block has begun is gone on with.
func (c *Checker) train(r markdown.Run, ask []string, ahead *begun) (lesson.Lookup, error) {
	key := fmt.Sprint(r.Spec, r.Phases)
	if x := c.done[key]; x.has(ask) {
		return x.of, nil
	}
	t, err := ahead.reach(c, r)
	if err != nil {
		return nil, err
	}
	if f := t.Fault(); f != "" {
		return nil, fmt.Errorf("%s: %s", r.Spec, f)
	}
	x := reading{read(t, ask), ask}
	if c.done == nil {
		c.done = map[string]reading{}
	}
	c.done[key] = x
	return x.of, nil
}

// reading is what was read of a run, and what was asked for.
type reading struct {
	of  lesson.Lookup
	ask []string
}

// has says whether all names have been read, or cannot be.
func (x reading) has(names []string) bool {
	return x.of != nil && !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(x.ask, n) && math.IsNaN(x.of(n)) })
}

// read measures what is cheap and what is asked for, and reads what a snapshot says.
func read(t *run.Run, ask []string) lesson.Lookup {
	t.MeasureWith(ask...)
	return lesson.Reading(t.Snapshot(lesson.Probes, false, false))
}

func values(g lesson.Goal, of lesson.Lookup) string {
	var parts []string
	for _, name := range g.Names() {
		parts = append(parts, fmt.Sprintf("%s = %.4g", name, of(name)))
	}
	return strings.Join(parts, ", ")
}

// Attempt trains an experiment until a goal holds, measuring every so many steps as the page does. It returns the first
// of these steps at which it holds, or not ok where it does not within the given number.
func (c *Checker) Attempt(spec experiment.Spec, g lesson.Goal, within, every uint64) (step uint64, ok bool, err error) {
	t, err := c.open(spec)
	if err != nil {
		return 0, false, err
	}
	defer t.Close()
	for {
		if g.Holds(read(t, g.Names())) {
			return t.Step(), true, nil
		}
		if t.Step() >= within || t.Fault() != "" {
			return 0, false, nil
		}
		if err := t.Run(int(min(every, within-t.Step()))); err != nil {
			return 0, false, err
		}
	}
}
