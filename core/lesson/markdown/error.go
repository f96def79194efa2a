package markdown

import (
	"errors"
	"strconv"

	"ganvas/core/experiment"
)

// Error says where a lesson is not one, what stands there, and what is allowed.
type Error struct {
	Line    int    // from 1
	Field   string // "minutes", "task: within", ...
	Value   string // as written
	Allowed string // for people
}

// Error is one line: `12: task: within: "soon" is not allowed; give a whole number`.
func (e *Error) Error() string {
	value := e.Value
	if len(value) > 80 {
		value = value[:80] + "..."
	}
	return strconv.Itoa(e.Line) + ": " + e.Field + ": " + strconv.Quote(value) + " is not allowed; give " + e.Allowed
}

// at places the error of a field in the text.
func at(line int, where, value string, err error) *Error {
	var f *experiment.FieldError
	if errors.As(err, &f) {
		if f.Field != where {
			where += ": " + f.Field
		}
		return &Error{line, where, f.Value, f.Allowed}
	}
	return &Error{line, where, value, "something else: " + err.Error()}
}
