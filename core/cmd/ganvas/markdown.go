package main

import (
	"fmt"
	"math"
	"strings"

	"ganvas/core/data"
)

// markdown is two tables: the literature's benchmarks, and every data set with its own defaults. A benchmark has a row where the table
// has it, with means and standard deviations over the seeds that have been run.
func (t *sheet) markdown() string {
	var b strings.Builder
	t.write(&b, literature,
		column{"data", func(m benchmark, _ []finding) string { return m.Data }},
		column{"method", func(m benchmark, _ []finding) string { return m.Name }},
		runs, steps, seconds,
		column{"runs with all modes", share(func(m benchmark, f finding) bool { return int(f.Modes) == m.modes() })},
		column{"modes, strict", mean("%.1f", func(f finding) float64 { return f.Modes })},
		column{"modes, any", mean("%.1f", func(f finding) float64 { return f.ModesAny })},
		column{"high quality %", mean("%.1f", func(f finding) float64 { return 100 * f.HighQuality })},
		column{"the least", least("%.1f", func(f finding) float64 { return 100 * f.HighQuality })},
		column{"KL of modes", mean("%.3f", func(f finding) float64 { return f.ModesKL })},
		column{"published: modes / high quality %", func(m benchmark, _ []finding) string { return m.Published }},
		column{"settings", func(m benchmark, _ []finding) string { return "`" + m.settings() + "`" }},
	)
	t.write(&b, catalogue,
		column{"data", func(m benchmark, _ []finding) string { return m.Data }},
		runs, steps, seconds,
		column{"JS, nats", mean("%.4f", func(f finding) float64 { return f.JS })},
		column{"its floor", mean("%.4f", func(f finding) float64 { return f.JSFloor })},
		column{"runs within twice the floor", share(func(_ benchmark, f finding) bool { return f.JS <= 2*f.JSFloor })},
	)
	return b.String()
}

// write writes one table of those of the list that t has.
func (t *sheet) write(b *strings.Builder, list []benchmark, columns ...column) {
	var rows []string
	for _, m := range list {
		if !t.has(m) {
			continue
		}
		row, got := "|", t.of(m)
		for _, c := range columns {
			row += " " + c.cell(m, got) + " |"
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	heads := "|"
	for _, c := range columns {
		heads += " " + c.head + " |"
	}
	fmt.Fprintf(b, "%s\n|%s\n%s\n", heads, strings.Repeat("---|", len(columns)), strings.Join(rows, "\n"))
}

// has says whether the benchmark is one of t's.
func (t *sheet) has(m benchmark) bool {
	for _, b := range t.benchmarks {
		if b == m {
			return true
		}
	}
	return false
}

// of returns what has been found of a benchmark, by seed.
func (t *sheet) of(m benchmark) []finding {
	var got []finding
	for seed := range t.seeds {
		if s, err := m.spec(seed); err == nil {
			if f, ok := t.found[s.String()]; ok {
				got = append(got, f)
			}
		}
	}
	return got
}

// modes is the number of modes of the benchmark's data, or -1 of data that have none.
func (b benchmark) modes() int {
	e, _ := data.Find(b.Data)
	if m, ok := e.Source.(data.Moded); ok {
		return len(m.Modes())
	}
	return -1
}

// column is a heading, and what stands under it for a benchmark and what has been found of it.
type column struct {
	head string
	cell func(benchmark, []finding) string
}

// none is what stands where nothing has been found.
const none = "–"

// The columns that both tables have.
var (
	runs  = column{"runs", func(_ benchmark, got []finding) string { return fmt.Sprint(len(got)) }}
	steps = column{"steps", func(m benchmark, _ []finding) string {
		s, _ := m.spec(0) // tests hold every benchmark's settings to be good
		return fmt.Sprint(s.Steps)
	}}
	seconds = column{"seconds", mean("%.0f", func(f finding) float64 { return f.Seconds })}
)

// mean is a cell with the mean and the standard deviation.
func mean(format string, of func(finding) float64) func(benchmark, []finding) string {
	return func(_ benchmark, got []finding) string {
		if len(got) == 0 {
			return none
		}
		m, sd := meanSD(got, of)
		return fmt.Sprintf(format+" ± "+format, m, sd)
	}
}

// least is a cell with the least.
func least(format string, of func(finding) float64) func(benchmark, []finding) string {
	return func(_ benchmark, got []finding) string {
		if len(got) == 0 {
			return none
		}
		low := math.Inf(1)
		for _, f := range got {
			low = min(low, of(f))
		}
		return fmt.Sprintf(format, low)
	}
}

// share is a cell with the number of runs of which something holds.
func share(holds func(benchmark, finding) bool) func(benchmark, []finding) string {
	return func(m benchmark, got []finding) string {
		n := 0
		for _, f := range got {
			if holds(m, f) {
				n++
			}
		}
		return fmt.Sprintf("%d of %d", n, len(got))
	}
}

// meanSD returns the mean and the standard deviation, which divides by n-1 and is 0 of one value.
func meanSD(list []finding, of func(finding) float64) (mean, sd float64) {
	n := float64(len(list))
	for _, f := range list {
		mean += of(f) / n
	}
	for _, f := range list {
		sd += (of(f) - mean) * (of(f) - mean)
	}
	return mean, math.Sqrt(sd / max(1, n-1))
}
