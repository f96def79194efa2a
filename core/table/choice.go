package table

import (
	"fmt"
	"slices"
	"strings"
)

// Largest is the largest number that a point may have, in size: its square is far from overflow in float32.
const Largest = 1e15

// MaxChosen is the most columns of a Choice.
const MaxChosen = 64

// Choice says which columns of a table are what, each by its place from 0, or -1 for none. Without Y it is of one dimension.
type Choice struct {
	X, Y    int
	Further []int // columns beyond x and y, up to MaxChosen in all
	Class   int
	Only    Set // of a file of many sets, the one whose rows are points; the zero value is all rows
}

// Set is the rows that have a value in a column: one of the sets of a file that holds many, one below the other, with a column of their names.
type Set struct {
	Column int
	Value  string // one of the column's Levels; empty for all rows
}

// class is the column of the class: none where it would be the same for all points.
func (c Choice) class() int {
	if c.Only.Value != "" && c.Only.Column == c.Class {
		return -1
	}
	return c.Class
}

// columns are those of the coordinates: x, y and the further ones.
func (c Choice) columns() []int {
	if c.Y < 0 {
		return append([]int{c.X}, c.Further...)
	}
	return append([]int{c.X, c.Y}, c.Further...)
}

// Points are rows of numbers from a table.
type Points struct {
	Names  []string  // of the columns, x and y first
	Own    []bool    // whether the name is the file's
	Values []float64 // row by row, one value for each column
	Rows   int
	Labels []int // the class of each row, or nil
	// Classes are the names of the classes: numbers ascending, words as they come.
	Classes   []string
	ClassName string // of the column
	Set       Set    // which of the rows they are
	Left      Left
	Scaling   string // how the columns are to be scaled, by the name that package data has for it; empty for each by itself
}

// Left counts the rows that are not among the points.
type Left struct {
	Blank   int64 // rows of empty cells
	Missing int   // rows without a value in a chosen column
	Others  int   // rows with something that is no number there
	First   Error // the first of Others
}

// Total is how many rows were left out.
func (l Left) Total() int64 { return l.Blank + int64(l.Missing+l.Others) }

// Check says what is wrong with a choice of the table's columns, as an *Error.
func (d *Description) Check(c Choice) error {
	columns := c.columns()
	if len(columns) > MaxChosen {
		return &Error{Value: fmt.Sprintf("%d chosen columns", len(columns)), Allowed: fmt.Sprintf("at most %d", MaxChosen)}
	}
	if c.X < 0 {
		return d.Lacking()
	}
	for i, j := range columns {
		switch {
		case j < 0 || j >= len(d.Columns):
			return &Error{Column: j + 1, Value: "no such column", Allowed: fmt.Sprintf("columns 1 to %d", len(d.Columns))}
		case !d.Columns[j].Numeric():
			return &Error{Column: j + 1, Name: d.Columns[j].Name, Value: d.Columns[j].Kind.String(), Allowed: "a column of numbers or dates"}
		case slices.Contains(columns[:i], j):
			return &Error{Column: j + 1, Name: d.Columns[j].Name, Value: "a second use", Allowed: "each column once"}
		}
	}
	switch {
	case c.Class >= len(d.Columns):
		return &Error{Column: c.Class + 1, Value: "no such column", Allowed: fmt.Sprintf("columns 1 to %d", len(d.Columns))}
	case c.Class >= 0 && (d.Columns[c.Class].Many || len(d.Columns[c.Class].Levels) < 1):
		return &Error{Column: c.Class + 1, Name: d.Columns[c.Class].Name, Value: "too many different cells for a class", Allowed: fmt.Sprintf("up to %d", MaxLevels)}
	}
	return d.checkSet(c.Only)
}

// checkSet says what is wrong with a set.
func (d *Description) checkSet(s Set) error {
	if s.Value == "" {
		return nil
	}
	if s.Column < 0 || s.Column >= len(d.Columns) {
		return &Error{Column: s.Column + 1, Value: "no such column", Allowed: fmt.Sprintf("columns 1 to %d", len(d.Columns))}
	}
	levels := d.Columns[s.Column].Levels
	if slices.ContainsFunc(levels, func(l Level) bool { return l.Text == s.Value }) {
		return nil
	}
	var names []string
	for _, l := range levels {
		names = append(names, l.Text)
	}
	allowed := "one of " + strings.Join(names, ", ")
	if len(levels) == 0 {
		allowed = fmt.Sprintf("a column of at most %d different cells", MaxLevels)
	}
	return &Error{Column: s.Column + 1, Name: d.Columns[s.Column].Name, Value: shown(s.Value), Allowed: allowed}
}

// Lacking is the error of a table without two columns of numbers.
func (d *Description) Lacking() error {
	var numeric []string
	for j := range d.Columns {
		if d.Columns[j].Numeric() {
			numeric = append(numeric, d.Columns[j].Name)
		}
	}
	if len(numeric) == 1 {
		return &Error{Value: fmt.Sprintf("%d rows with one column of numbers, %s", d.Kept, numeric[0]),
			Allowed: "two columns of numbers, for points of the plane; beside a column of row numbers it is shown against its place"}
	}
	return &Error{Value: fmt.Sprintf("%d rows without two columns of numbers", d.Kept),
		Allowed: "at least two columns of numbers, separated by commas, semicolons, tabs, bars or spaces"}
}

// Points takes the chosen columns' numbers out of the rows that have all of them.
func (t *Table) Points(c Choice) (*Points, error) {
	if err := t.Check(c); err != nil {
		return nil, err
	}
	p := &Points{Left: Left{Blank: t.raw.blank}, Set: c.Only, Scaling: t.Scaling(c)}
	c.Class = c.class()
	chosen := c.columns()
	var readers []reader
	for _, j := range chosen {
		p.Names, p.Own = append(p.Names, t.Columns[j].Name), append(p.Own, t.Columns[j].Own)
		readers = append(readers, t.readers[j])
	}
	classes := t.classes(c.Class)
	if c.Class >= 0 {
		p.ClassName = t.Columns[c.Class].Name
		for _, l := range t.Columns[c.Class].Levels {
			p.Classes = append(p.Classes, l.Text)
		}
	}
	var row []string
	values := make([]float64, len(chosen))
	for _, r := range t.raw.rows {
		if r.number < t.first {
			continue
		}
		row = t.dialect.split(r.text, row)
		if c.Only.Value != "" && (c.Only.Column >= len(row) || row[c.Only.Column] != c.Only.Value) {
			continue
		}
		if !p.Left.take(row, chosen, readers, values, r.line, t.Columns) {
			continue
		}
		if classes != nil {
			label, ok := 0, c.Class < len(row)
			if ok {
				label, ok = classes[row[c.Class]]
			}
			if !ok {
				p.Left.Missing++
				continue
			}
			p.Labels = append(p.Labels, label)
		}
		p.Values, p.Rows = append(p.Values, values...), p.Rows+1
	}
	return p, nil
}

// classes are the places of a column's levels.
func (t *Table) classes(column int) map[string]int {
	if column < 0 {
		return nil
	}
	places := map[string]int{}
	for i, l := range t.Columns[column].Levels {
		places[l.Text] = i
	}
	return places
}

// take reads the chosen cells of a row into values, or counts why it cannot.
func (l *Left) take(row []string, chosen []int, readers []reader, values []float64, line int, columns []Column) bool {
	for i, j := range chosen {
		if j >= len(row) || missing(row[j]) {
			l.Missing++
			return false
		}
		v, ok := readers[i].value(row[j])
		if !ok || v > Largest || v < -Largest {
			if l.Others == 0 {
				l.First = Error{Line: line, Column: j + 1, Name: columns[j].Name, Value: shown(row[j]), Allowed: "a finite number up to 1e15 in size"}
			}
			l.Others++
			return false
		}
		values[i] = v
	}
	return true
}

// Role is what a column is in the choice: "x", "y", "class", "further" or nothing.
func (c Choice) Role(column int) string {
	switch {
	case column == c.X:
		return "x"
	case column == c.Y:
		return "y"
	case column == c.Class:
		return "class"
	case slices.Contains(c.Further, column):
		return "further"
	}
	return ""
}
