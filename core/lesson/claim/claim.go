// Package claim holds lessons to what they say: it trains the runs that claims and tasks speak of, and measures.
package claim

import (
	"fmt"
	"math"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
	"ganvas/core/metric"
	"ganvas/core/plan"
	"ganvas/core/run"
)

// Checker trains runs and remembers what they came to, so that claims about the same run train it once.
type Checker struct {
	// Machine makes the machine that runs a program; nil is core/kernel's.
	Machine func(*plan.Program) (plan.Machine, error)

	done map[string]lesson.Lookup
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
	for _, run := range block.Runs {
		if reseed {
			run.Spec.Seed = seed
		}
		of, err := c.train(run, asked(block, run.Name))
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

// asked are the measures that the block asks of a run: none, the cheap ones, or all.
func asked(block markdown.Claims, run string) measures {
	most := none
	for _, g := range block.Goals {
		for _, name := range g.Names() {
			if key, ok := strings.CutPrefix(name, run+"."); ok {
				most = max(most, needed(key))
			}
		}
	}
	return most
}

// measures says how much to measure.
type measures int

const (
	none measures = iota
	cheap
	all
)

func needed(name string) measures {
	m, ok := metric.Find(name)
	switch {
	case !ok:
		return none
	case m.Cost == metric.Cheap:
		return cheap
	}
	return all
}

// train runs a run and reads what is asked of it.
func (c *Checker) train(r markdown.Run, ask measures) (lesson.Lookup, error) {
	key := fmt.Sprint(r.Spec, r.Phases, ask)
	if of, ok := c.done[key]; ok {
		return of, nil
	}
	t, err := gan.Open(r.Spec.String(), run.Options{Machine: c.Machine})
	if err != nil {
		return nil, err
	}
	defer t.Close()
	for _, p := range r.Phases {
		if p.Who == "both" {
			err = t.Run(p.Steps)
		} else {
			err = t.Only(p.Who, p.Steps)
		}
		if err != nil {
			return nil, err
		}
	}
	if f := t.Fault(); f != "" {
		return nil, fmt.Errorf("%s: %s", r.Spec, f)
	}
	of := read(t, ask)
	if c.done == nil {
		c.done = map[string]lesson.Lookup{}
	}
	c.done[key] = of
	return of, nil
}

// read measures, and reads what a snapshot says.
func read(t *run.Run, ask measures) lesson.Lookup {
	switch ask {
	case cheap:
		t.Measure()
	case all:
		t.MeasureAll()
	}
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
	t, err := gan.Open(spec.String(), run.Options{Machine: c.Machine})
	if err != nil {
		return 0, false, err
	}
	defer t.Close()
	ask := none
	for _, name := range g.Names() {
		ask = max(ask, needed(name))
	}
	for {
		if g.Holds(read(t, ask)) {
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
