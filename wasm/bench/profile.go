//go:build !js

package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"ganvas/wasm/bench/model"
)

// cost is the time of an instruction alone.
type cost struct {
	Procedure, Text string
	US              float64
}

// listed is how many instructions of each model are shown.
const listed = 25

// printProfiles prints, for every model, its most expensive instructions, each timed alone, and how their sum compares with a step.
func printProfiles(w io.Writer, p *page) error {
	for _, m := range model.All {
		if err := ready(p, ours, m, nil); err != nil {
			return err
		}
		s, err := run(p, ours, window)
		if err != nil {
			return err
		}
		var costs []cost
		if err := p.ask(ours.key, "profile", &costs, m.Key); err != nil {
			return err
		}
		printProfile(w, m, 1e6/s.perSecond(), costs)
	}
	return nil
}

func printProfile(w io.Writer, m model.Model, step float64, costs []cost) {
	total := 0.0
	for _, c := range costs {
		total += c.US
	}
	fmt.Fprintf(w, "\n%s: a step takes %.1f µs, its %d instructions alone %.1f µs\n\n", m.Label, step, len(costs), total)
	slices.SortStableFunc(costs, func(a, b cost) int { return cmp.Compare(b.US, a.US) })
	for _, c := range costs[:min(listed, len(costs))] {
		fmt.Fprintf(w, "%8.2f µs %5.1f %%  %s  %s\n", c.US, 100*c.US/total, c.Procedure, clip(c.Text, 130))
	}
}
