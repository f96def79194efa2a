package table

import (
	"fmt"
	"strings"
)

// Error says what is wrong with a table and where.
type Error struct {
	Line, Column int    // both from 1; 0 where the fault is not in one place
	Name         string // the column's name, if it has one
	Value        string // what stands there
	Allowed      string // what may
}

// Error names the place, the value and what is allowed.
func (e *Error) Error() string {
	var at strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&at, "line %d, ", e.Line)
	}
	if e.Column > 0 {
		fmt.Fprintf(&at, "column %d", e.Column)
		if e.Name != "" {
			fmt.Fprintf(&at, " (%s)", e.Name)
		}
		at.WriteString(", ")
	}
	if at.Len() == 0 {
		at.WriteString("the table ")
	}
	return fmt.Sprintf("%shas %q; allowed: %s", at.String(), e.Value, e.Allowed)
}

// shown is a cell as an error or a note quotes it: its beginning, where it is long.
func shown(cell string) string {
	const most = 40
	if len(cell) <= most {
		return cell
	}
	return strings.ToValidUTF8(cell[:most], "") + "…"
}
