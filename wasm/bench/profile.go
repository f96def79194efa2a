//go:build !js

package main

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ganvas/wasm/bench/model"
)

// cost is the time of an instruction alone.
type cost struct {
	Procedure, Text string
	US              float64
	Flops           int // of a product
}

// kind is what instructions that cost the same have in common: everything but places, and what is computed element by element.
func (c cost) kind() string {
	text, code, _ := strings.Cut(place.ReplaceAllString(c.Text, ""), ": ")
	return fmt.Sprintf("%s (%d operations)", text, strings.Count(code, "= ")-strings.Count(code, "= arg ")-strings.Count(code, "= const "))
}

var place = regexp.MustCompile(`@\d+`)

// share is a kind of instructions, and what all of them take in a step.
type share struct {
	kind  string
	count int
	us    float64
	flops int
}

// shares gathers costs by their kind, the greatest first.
func shares(costs []cost) []share {
	index := map[string]int{}
	var out []share
	for _, c := range costs {
		i, ok := index[c.kind()]
		if !ok {
			i = len(out)
			index[c.kind()] = i
			out = append(out, share{kind: c.kind()})
		}
		out[i].count++
		out[i].us += c.US
		out[i].flops += c.Flops
	}
	slices.SortStableFunc(out, func(a, b share) int { return cmp.Compare(b.us, a.us) })
	return out
}

// listed is how many kinds of each model are shown.
const listed = 25

// printProfiles prints, for every model, what its instructions cost, each timed alone, and how their sum compares with a step.
func printProfiles(w io.Writer, p *page) error {
	for _, m := range slices.Concat(model.All, model.AllImages) {
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
	var rows [][]string
	list := shares(costs)
	for _, s := range list[:min(listed, len(list))] {
		speed := ""
		if s.flops > 0 {
			speed = digits(float64(s.flops) / s.us / 1e3)
		}
		rows = append(rows, []string{clip(s.kind, 100), strconv.Itoa(s.count), digits(s.us), percent(s.us / total), speed})
	}
	printTable(w, 1, []string{"instruction", "times", "µs", "share", "GFLOP/s"}, rows)
}
