package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// CSV reads points as programs hand them to one another: two columns of numbers, set apart by commas, with a line of names or without. It is what
// package table makes of whatever a reader has (table.Points.Text): a line may say first what each column is, and a column of
// classes stands last, in quotes. The error says what is wrong with which line.
func CSV(text []byte) (Finite, error) {
	r := Rows{Names: [2]string{"column 1", "column 2"}}
	lines := strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	var classes []string
	named := false
	for i, line := range lines {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells, ok := split(line)
		if !ok || len(cells) < 2 {
			return nil, &CSVError{i + 1, line}
		}
		x, errX := strconv.ParseFloat(cells[0], 64)
		y, errY := strconv.ParseFloat(cells[1], 64)
		switch {
		case errX != nil && errY != nil && len(r.XY) == 0 && !named:
			r.Names, named = [2]string{cells[0], cells[1]}, true
			continue
		case errX != nil || errY != nil:
			return nil, &CSVError{i + 1, line}
		}
		r.XY = append(r.XY, x, y)
		if quoted(line) {
			classes = append(classes, cells[len(cells)-1])
		}
	}
	if len(classes) > 0 && 2*len(classes) == len(r.XY) {
		r.Classes = levels(classes)
		for _, c := range classes {
			r.Labels = append(r.Labels, slices.Index(r.Classes, c))
		}
	}
	source, err := r.Source()
	if err != nil {
		return nil, fmt.Errorf("%d rows of points: %w", len(r.XY)/2, err)
	}
	return source, nil
}

// CSVError says which line is no row of points.
type CSVError struct {
	Line int // from 1
	Text string
}

// Error names the line, what stands there and what is allowed.
func (e *CSVError) Error() string {
	text := e.Text
	if len(text) > 40 {
		text = strings.ToValidUTF8(text[:40], "") + "…"
	}
	return fmt.Sprintf("line %d has %q; allowed: two numbers with a comma between them", e.Line, text)
}

// quoted reports whether a line ends in a cell in quotes.
func quoted(line string) bool { return line[len(line)-1] == '"' }

// split takes a line apart at its commas; in quotes a comma is a letter, and two quotes are one. Not ok where a quote is left open.
func split(line string) (cells []string, ok bool) {
	var cell strings.Builder
	open := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '"' && open && i+1 < len(line) && line[i+1] == '"':
			cell.WriteByte('"')
			i++
		case c == '"':
			open = !open
		case c == ',' && !open:
			cells = append(cells, strings.TrimSpace(cell.String()))
			cell.Reset()
		default:
			cell.WriteByte(c)
		}
	}
	return append(cells, strings.TrimSpace(cell.String())), !open
}

// levels are the classes that there are: numbers ascending, words as they come.
func levels(classes []string) (out []string) {
	seen := map[string]bool{}
	numbers := true
	for _, c := range classes {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
			_, err := strconv.ParseFloat(c, 64)
			numbers = numbers && err == nil
		}
	}
	if numbers {
		slices.SortStableFunc(out, func(a, b string) int {
			x, _ := strconv.ParseFloat(a, 64)
			y, _ := strconv.ParseFloat(b, 64)
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
	}
	return out
}
