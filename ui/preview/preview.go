// Package preview is what a reader sees of a table before its points are used: its columns, the guess of which are x, y and the class, what
// was skipped, and what can be read in two ways.
//
// It is pure: it holds a table's description and a choice, not the table, and is not HTML. Whoever holds the table reads it again where an answer
// asks for it, and takes the points where the choice is made.
package preview

import (
	"fmt"
	"slices"
	"strings"

	"ganvas/core/data"
	"ganvas/core/table"
)

// Role is what a column can be.
type Role uint8

// The roles.
const (
	X Role = iota
	Y
	Further // one more coordinate, which is trained on and measured, and not an axis of the picture
	Class
)

// Roles is all roles, in the order of their buttons.
var Roles = []Role{X, Y, Further, Class}

// String is the word on the role's button.
func (r Role) String() string { return [...]string{"x", "y", "also", "class"}[r] }

// Preview is a table as it is shown, with the choice so far.
type Preview struct {
	Name    string // of the file
	Table   table.Description
	Choice  table.Choice
	Scaling data.Scaling
	scaled  bool // the reader chose it
}

// New is the preview of a table that nobody has touched: its choice is the guess.
func New(name string, d table.Description) Preview {
	return Preview{Name: name, Table: d, Choice: d.Guess}.usual()
}

// Again is the preview of the same table, read otherwise.
func (p Preview) Again(d table.Description) Preview {
	p.Table, p.Choice = d, d.Guess
	return p.usual()
}

// usual is the preview with the scaling that its columns usually have, unless the reader chose one.
func (p Preview) usual() Preview {
	if !p.scaled {
		p.Scaling = data.ScalingOf(p.Table.Scaling(p.Choice))
	}
	return p
}

// Role is the role of a column, and whether it has one.
func (p Preview) Role(column int) (Role, bool) {
	switch {
	case column == p.Choice.X:
		return X, true
	case column == p.Choice.Y:
		return Y, true
	case column == p.Choice.Class:
		return Class, true
	}
	return Further, slices.Contains(p.Choice.Further, column)
}

// holder is the column that has a role that only one can have, or -1.
func (p Preview) holder(r Role) int {
	return map[Role]int{X: p.Choice.X, Y: p.Choice.Y, Class: p.Choice.Class, Further: -1}[r]
}

// give gives a column a role and takes away what it had.
func (p *Preview) give(r Role, column int) {
	p.take(column)
	switch r {
	case X:
		p.Choice.X = column
	case Y:
		p.Choice.Y = column
	case Class:
		p.Choice.Class = column
	case Further:
		p.Choice.Further = append(slices.Clone(p.Choice.Further), column)
	}
}

// take takes a column's role away.
func (p *Preview) take(column int) {
	c := &p.Choice
	for _, place := range []*int{&c.X, &c.Y, &c.Class} {
		if *place == column {
			*place = -1
		}
	}
	c.Further = slices.DeleteFunc(slices.Clone(c.Further), func(j int) bool { return j == column })
}

// Press presses a column's button: the column takes the role, or gives it up where it has it. A role that it had before goes to the column
// that had the new one, so that one press swaps x and y. What cannot be pressed changes nothing.
func (p Preview) Press(r Role, column int) Preview {
	if column < 0 || column >= len(p.Table.Columns) || Why(r, &p.Table.Columns[column]) != "" {
		return p
	}
	had, any := p.Role(column)
	before := p.holder(r)
	switch {
	case any && had == r:
		p.take(column)
	case r == Further && len(p.Choice.Further)+2 >= table.MaxChosen:
		return p
	default:
		p.give(r, column)
		if before >= 0 {
			if any && Why(had, &p.Table.Columns[before]) == "" {
				p.give(had, before)
			}
		}
	}
	if p.Choice.Y < 0 && len(p.Choice.Further) > 0 { // of several columns, two are axes
		p.give(Y, p.Choice.Further[0])
	}
	return p
}

// Why says why a column cannot have a role, or nothing where it can.
func Why(r Role, c *table.Column) string {
	switch {
	case c.Kind == table.Empty:
		return "the column is empty"
	case r != Class && !c.Numeric():
		return "words cannot be placed on an axis"
	case r == Class && c.Many:
		return fmt.Sprintf("it has more than %d different values", table.MaxLevels)
	case r == Class && len(c.Levels) < 2:
		return "it has only one value"
	}
	return ""
}

// Missing says what is still to be chosen, or nothing where training can begin. A column alone is data of one dimension.
func (p Preview) Missing() string {
	if p.Choice.X < 0 {
		return "Choose a column for x."
	}
	return ""
}

// sets is the column whose values name the sets that a file may hold, or -1: the one that was chosen from, the class, or the first that could be one.
func (p Preview) sets() int {
	switch {
	case p.Choice.Only.Value != "":
		return p.Choice.Only.Column
	case p.Choice.Class >= 0:
		return p.Choice.Class
	}
	return slices.IndexFunc(p.Table.Columns, func(c table.Column) bool { return c.Class })
}

// only takes the rows of one set, by its place among the column's values, or all where it is out of them.
func (p Preview) only(value int) Preview {
	column := p.sets()
	p.Choice.Only = table.Set{}
	if column >= 0 && value >= 0 && value < len(p.Table.Columns[column].Levels) {
		p.Choice.Only = table.Set{Column: column, Value: p.Table.Columns[column].Levels[value].Text}
	}
	return p
}

// Size is how large the table is: "272 rows, 3 columns".
func (p Preview) Size() string {
	return countAre(int(p.Table.Rows), "row", "rows") + ", " + countAre(len(p.Table.Columns), "column", "columns")
}

// Reading is how the text was read: "commas between columns, point as decimal mark".
func (p Preview) Reading() string {
	between := map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "bars", ' ': "spaces", table.Pairs: "commas"}[p.Table.Delimiter]
	parts := []string{p.Table.Format}
	switch {
	case between != "":
		parts[0] = between + " between columns"
	case p.Table.Delimiter == table.None:
		parts[0] = "one column"
	}
	if p.Table.Format == "text" {
		parts = append(parts, map[rune]string{'.': "point", ',': "comma"}[p.Table.Decimal]+" as decimal mark")
	}
	if !p.Table.Header {
		parts = append(parts, "no names of columns")
	}
	return strings.Join(parts, ", ")
}

// Left says what was left out of the points of the choice.
func Left(l table.Left) string {
	if s := l.String(); s != "" {
		return s
	}
	return "No row left out."
}

// ClassText says what the class is: "species: setosa, versicolor, virginica".
func (p Preview) ClassText() string {
	if p.Choice.Class < 0 {
		return "No class column: G and D are told nothing but the points."
	}
	c := &p.Table.Columns[p.Choice.Class]
	names := make([]string, len(c.Levels))
	for i, l := range c.Levels {
		names[i] = l.Text
	}
	return c.Name + ": " + strings.Join(names, ", ")
}

// Questions are the notes that ask, and Told what the others say.
func (p Preview) Questions() (list []table.Note) {
	for _, n := range p.Table.Notes {
		if len(n.Answers) > 0 {
			list = append(list, n)
		}
	}
	return list
}

// Told is what the notes say that ask nothing.
func (p Preview) Told() (list []string) {
	for _, n := range p.Table.Notes {
		if len(n.Answers) == 0 {
			list = append(list, n.Text)
		}
	}
	return list
}
