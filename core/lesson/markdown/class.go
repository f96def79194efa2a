package markdown

import (
	"strconv"

	"ganvas/core/lesson"
)

// readClass reads what a step is in class: minutes, what to show and what to expect.
func readClass(f *File, line int, rows []row) error {
	if f.step().Class != nil {
		return &Error{line, "class", "", "one sheet in a step"}
	}
	c, seen := &lesson.Class{}, map[string]bool{}
	key := ""
	for _, r := range rows {
		k, value := field(r.text)
		if k == "minutes" || k == "show" || k == "expect" {
			if seen[k] {
				return &Error{r.line, "class: " + k, value, "each line once"}
			}
			key, seen[k] = k, true
		} else {
			value = r.text // the line before goes on
		}
		if err := setClass(c, r.line, key, value); err != nil {
			return err
		}
	}
	if c.Minutes == 0 || c.Show == "" || c.Expect == "" {
		return &Error{line, "class", "", "the lines minutes, show and expect"}
	}
	f.step().Class = c
	return nil
}

func setClass(c *lesson.Class, line int, key, value string) error {
	switch key {
	case "minutes":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > 60 || c.Minutes != 0 {
			return &Error{line, "class: minutes", value, "a whole number from 1 to 60"}
		}
		c.Minutes = n
	case "show":
		c.Show = join(c.Show, value)
	case "expect":
		c.Expect = join(c.Expect, value)
	default:
		return &Error{line, "class", value, "only the lines minutes, show and expect"}
	}
	return nil
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}
