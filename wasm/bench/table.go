//go:build !js

package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// print prints the table, how our cost grows, and the way to the first step.
func (r *report) print(w io.Writer) {
	r.printComparison(w)
	fmt.Fprint(w, "\nGanvas as the WGAN-GP model grows: µs a step (share of peak)\n\n")
	printTable(w, 1, r.growthHead(), r.growth())
	printGains(w, r.gains)
	fmt.Fprint(w, "\nThe default experiment, from its Spec to its first step:\n\n")
	printTable(w, 1, []string{"phase", "ms at first", "ms again"}, r.phases())
}

// printComparison prints the table.
func (r *report) printComparison(w io.Writer) {
	fmt.Fprint(w, "\nSteps a second, one step being the whole of it: random inputs, gradients, updates. Medians of rounds; ratios are taken within rounds.\n\n")
	printTable(w, 2, []string{"model", "engine", "steps/s", "lowest to highest", "Ganvas is", "GFLOP/s", "of peak"}, r.comparison())
	fmt.Fprintf(w, "\nGFLOP/s: multiplications and additions of the step's matrix products, alone counted. The peak, measured beside each model by "+
		"multiplying and adding in registers: %s GFLOP/s.\n", strings.Join(r.peaks(), ", "))
}

func (r *report) comparison() [][]string {
	var out [][]string
	var first row
	for _, row := range r.rows {
		name := ""
		if row.model.Key != first.model.Key {
			first, name = row, row.model.Label
			if len(out) > 0 {
				out = append(out, nil)
			}
		}
		if row.fault != nil {
			out = append(out, []string{name, row.engine.label, "cannot: " + clip(row.fault.Error(), 60)})
			continue
		}
		out = append(out, []string{
			name, row.engine.label, digits(row.rate()),
			digits(slices.Min(row.rates)) + " to " + digits(slices.Max(row.rates)),
			digits(row.times(first.rates, row.rates)) + "×", digits(row.gflops()), percent(row.share()),
		})
	}
	return out
}

// growthHead and growth are a table of widths by batches; the order of scaling is by width, then by batch.
func (r *report) growthHead() []string {
	head := []string{"width"}
	for _, row := range r.scaling {
		if row.model.G[1] != r.scaling[0].model.G[1] {
			break
		}
		head = append(head, "batch "+strconv.Itoa(row.model.Batch))
	}
	return head
}

func (r *report) growth() [][]string {
	var out [][]string
	width := 0
	for _, row := range r.scaling {
		if row.model.G[1] != width {
			width = row.model.G[1]
			out = append(out, []string{strconv.Itoa(width)})
		}
		last := len(out) - 1
		out[last] = append(out[last], digits(1e6/row.rate())+" ("+percent(row.share())+")")
	}
	return out
}

// peaks are the peaks of the models, in GFLOP/s.
func (r *report) peaks() []string {
	var out []string
	for i, row := range r.rows {
		if i == 0 || row.model.Key != r.rows[i-1].model.Key {
			out = append(out, digits(median(row.peaks)/1e9))
		}
	}
	return out
}

func (r *report) phases() [][]string {
	var out [][]string
	cold, warm := 0.0, 0.0
	for i, p := range r.cold {
		cold += p.MS
		warm += r.warm[i].MS
		out = append(out, []string{p.Name, fmt.Sprintf("%.1f", p.MS), fmt.Sprintf("%.1f", r.warm[i].MS)})
	}
	return append(out, []string{"together", fmt.Sprintf("%.1f", cold), fmt.Sprintf("%.1f", warm)})
}

// digits prints a positive number with three significant digits, and all of those before the point.
func digits(x float64) string {
	places := 0
	for y := x; y < 100 && places < 4; y *= 10 {
		places++
	}
	return strconv.FormatFloat(x, 'f', places, 64)
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + " %" }

// clip shortens text to n characters.
func clip(text string, n int) string {
	if r := []rune(text); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return text
}

// printTable prints columns as wide as they need to be: the first ones to the left, numbers to the right. A nil row is a blank line;
// a row that ends early says something across the columns that are left.
func printTable(w io.Writer, left int, head []string, rows [][]string) {
	widths := make([]int, len(head))
	for _, row := range append([][]string{head}, rows...) {
		for i, cell := range row {
			if len(row) == len(head) || i < left {
				widths[i] = max(widths[i], utf8.RuneCountInString(cell))
			}
		}
	}
	for _, row := range append([][]string{head}, rows...) {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(cell)))
			if i < left || len(row) < len(head) {
				line.WriteString(cell + pad + "  ")
			} else {
				line.WriteString(pad + cell + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}
