//go:build !js

package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"
)

// again is how often each browser opens the experiment once more.
const again = 6

// settling is how long a browser is left alone before: its own start takes more of a machine than what is measured.
const settling = 2 * time.Second

// printStarts opens the default experiment in fresh browsers, each for the first time and then again and again, and prints what every
// phase up to the first step takes: its median, and that of the fastest start of all.
func printStarts(w io.Writer, address string, browsers int) error {
	var cold, warm [][]phase
	for i := range browsers {
		say(fmt.Sprintf("browser %d of %d", i+1, browsers))
		starts, err := startsIn(address)
		if err != nil {
			return err
		}
		cold, warm = append(cold, starts[0]), append(warm, starts[1:]...)
	}
	fmt.Fprintf(w, "\nThe default experiment, from its Spec to its first step, in ms: first in each of %d browsers, and %d times more\n\n", browsers, again)
	printTable(w, 1, []string{"phase", "first", "fastest", "again", "fastest"}, startRows(cold, warm))
	return nil
}

// startsIn is what the starts of one fresh browser take.
func startsIn(address string) ([][]phase, error) {
	p, err := openPage(address)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	return starts(p, 1+again)
}

// starts opens the default experiment several times in a page where our engine has not been loaded yet.
func starts(p *page, n int) ([][]phase, error) {
	if err := p.ask(ours.key, "load", nil); err != nil {
		return nil, err
	}
	time.Sleep(settling)
	all := make([][]phase, n)
	for i := range all {
		if err := p.ask(ours.key, "compile", &all[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// startRows are the phases by columns of medians and fastest starts, and their sums.
func startRows(columns ...[][]phase) [][]string {
	rows := make([][]string, len(columns[0][0])+1)
	for i, p := range columns[0][0] {
		rows[i] = []string{p.Name}
	}
	last := len(rows) - 1
	rows[last] = []string{"together"}
	for _, starts := range columns {
		fastest := slices.MinFunc(starts, func(a, b []phase) int { return cmp.Compare(total(a), total(b)) })
		for i := range last {
			var ms []float64
			for _, s := range starts {
				ms = append(ms, s[i].MS)
			}
			rows[i] = append(rows[i], fmt.Sprintf("%.1f", median(ms)), fmt.Sprintf("%.1f", fastest[i].MS))
		}
		var sums []float64
		for _, s := range starts {
			sums = append(sums, total(s))
		}
		rows[last] = append(rows[last], fmt.Sprintf("%.1f", median(sums)), fmt.Sprintf("%.1f", total(fastest)))
	}
	return rows
}

// total is how long all phases take.
func total(phases []phase) float64 {
	sum := 0.0
	for _, p := range phases {
		sum += p.MS
	}
	return sum
}
