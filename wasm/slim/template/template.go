// Package template is as much of text/template as ebiten asks for: fields that are or are not set, and fields that are or are not
// equal. It knows {{if .A}}, {{if eq .A .B}}, {{else if ...}}, {{else}} and {{end}}.
package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
)

// Template is a text with actions.
type Template struct {
	pieces []piece
}

// piece is an action, without its braces, and the text after it.
type piece struct{ action, text string }

// New returns an empty template; nothing here asks for its name.
func New(string) *Template { return &Template{} }

// Must panics where there is an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// Parse takes a template's text.
func (t *Template) Parse(text string) (*Template, error) {
	first, rest, _ := strings.Cut(text, "{{")
	t.pieces = []piece{{text: first}}
	depth := 0
	for rest != "" {
		action, after, ok := strings.Cut(rest, "}}")
		if !ok {
			return nil, fmt.Errorf("template: an action has no end: %q", rest)
		}
		switch word, _, _ := strings.Cut(action, " "); {
		case word == "if":
			depth++
		case word == "else" && depth > 0:
		case action == "end" && depth > 0:
			depth--
		default:
			return nil, fmt.Errorf("template: what is {{%s}}?", action)
		}
		var text string
		text, rest, _ = strings.Cut(after, "{{")
		t.pieces = append(t.pieces, piece{action, text})
	}
	if depth > 0 {
		return nil, fmt.Errorf("template: %d ifs have no end", depth)
	}
	return t, nil
}

// branch is an if on its way to its end.
type branch struct {
	outside bool // what stands around it is written
	done    bool // one of its ways has been taken
	on      bool // what stands in it now is written
}

// Execute writes the template with the fields of data, a struct.
func (t *Template) Execute(w io.Writer, data any) error {
	v := reflect.ValueOf(data)
	stack := []branch{{outside: true, done: true, on: true}}
	for _, p := range t.pieces {
		top := &stack[len(stack)-1]
		switch condition, ok := strings.CutPrefix(p.action, "if "); {
		case ok:
			yes := top.on && holds(condition, v)
			stack = append(stack, branch{outside: top.on, done: yes, on: yes})
		case p.action == "end":
			stack = stack[:len(stack)-1]
		case p.action != "": // else, or else if
			condition, ok := strings.CutPrefix(p.action, "else if ")
			top.on = top.outside && !top.done && (!ok || holds(condition, v))
			top.done = top.done || top.on
		}
		if stack[len(stack)-1].on {
			if _, err := io.WriteString(w, p.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// holds says whether ".A", or "eq .A .B", is so.
func holds(condition string, v reflect.Value) bool {
	words := strings.Fields(condition)
	if words[0] == "eq" {
		return field(v, words[1]).Equal(field(v, words[2]))
	}
	return !field(v, words[0]).IsZero()
}

func field(v reflect.Value, name string) reflect.Value {
	return v.FieldByName(strings.TrimPrefix(name, "."))
}
