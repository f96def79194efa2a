package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// CSV reads points as programs hand them to one another: columns of numbers, set apart by commas, with a line of names or without. It is what
// package table makes of whatever a reader has (table.Points.Text): a line says first what each column is, and a column of
// classes stands last, in quotes. Without that line, points are of the plane, or of one column where there is no second. The error says what is
// wrong with which line. A line such as "# scale: one" says how the columns are scaled.
func CSV(text []byte) (Finite, error) {
	var r Rows
	size := 0 // not known yet
	lines := strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	var classes []string
	for i, line := range lines {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			if size == 0 {
				size = coordinates(line)
			}
			if name, ok := strings.CutPrefix(line, scalingMark); ok {
				r.Scaling = ScalingOf(name)
			}
			continue
		}
		cells, ok := split(line)
		if size == 0 {
			size = min(2, len(cells))
		}
		if !ok || len(cells) < size {
			return nil, &CSVError{i + 1, line, size}
		}
		values, words := numbers(cells[:size])
		switch {
		case words == size && r.Names == nil:
			r.Names = cells[:size]
			continue
		case words > 0:
			return nil, &CSVError{i + 1, line, size}
		}
		if r.Names == nil {
			r.Names = numbered(size)
		}
		r.Values = append(r.Values, values...)
		if len(cells) > size && quoted(line) {
			classes = append(classes, cells[len(cells)-1])
		}
	}
	if r.Names == nil {
		r.Names = numbered(max(1, size))
	}
	if len(classes) > 0 && len(classes) == r.Len() {
		r.Classes = levels(classes)
		for _, c := range classes {
			r.Labels = append(r.Labels, slices.Index(r.Classes, c))
		}
	}
	source, err := r.Source()
	if err != nil {
		return nil, fmt.Errorf("%d rows of points: %w", r.Len(), err)
	}
	return source, nil
}

// rolesMark begins a line that says what each column is, as package table writes it.
const rolesMark = "# columns: "

// scalingMark begins a line that says how the columns are scaled.
const scalingMark = "# scale: "

// coordinates is how many columns a line of their roles gives to points; 0 of another line.
func coordinates(line string) int {
	roles, ok := strings.CutPrefix(line, rolesMark)
	if !ok {
		return 0
	}
	list := strings.Split(roles, ", ")
	return len(list) - strings.Count(" "+roles, " class")
}

// numbers are the cells as numbers, and how many are none.
func numbers(cells []string) (values []float64, words int) {
	for _, c := range cells {
		v, err := strconv.ParseFloat(c, 64)
		if err != nil {
			words++
		}
		values = append(values, v)
	}
	return values, words
}

// numbered are names of columns that have none.
func numbered(n int) (names []string) {
	for i := range n {
		names = append(names, "column "+strconv.Itoa(i+1))
	}
	return names
}

// CSVError says which line is no row of points.
type CSVError struct {
	Line int // from 1
	Text string
	Size int // numbers of a row
}

// Error names the line, what stands there and what is allowed.
func (e *CSVError) Error() string {
	text := e.Text
	if len(text) > 40 {
		text = strings.ToValidUTF8(text[:40], "") + "…"
	}
	return fmt.Sprintf("line %d has %q; allowed: %d numbers with a comma between them", e.Line, text, e.Size)
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
