package markdown

import (
	"strings"

	"ganvas/core/lesson"
)

func readQuestion(f *File, line int, rows []row) error {
	if f.step().Question != nil {
		return &Error{line, "question", "", "one question in a step"}
	}
	q := &lesson.Question{}
	right := 0
	for _, r := range rows {
		c, is, err := choice(r)
		switch {
		case err != nil:
			return err
		case is:
			q.Choices = append(q.Choices, c)
			if c.Right {
				right++
			}
		case len(q.Choices) > 0:
			q.Choices[len(q.Choices)-1].Why += " " + r.text
		default:
			q.Ask = strings.TrimSpace(q.Ask + " " + r.text)
		}
	}
	if q.Ask == "" {
		return &Error{line, "question", "", "what is asked, before the choices"}
	}
	if len(q.Choices) < 2 || len(q.Choices) > 6 || right != 1 {
		return &Error{line, "question", q.Ask, "2 to 6 choices, exactly one of them marked [x]"}
	}
	f.step().Question = q
	return nil
}

// choice reads "[x] text -- why".
func choice(r row) (c lesson.Choice, is bool, err error) {
	rest, right := strings.CutPrefix(r.text, "[x] ")
	if !right {
		if rest, is = strings.CutPrefix(r.text, "[ ] "); !is {
			return c, false, nil
		}
	}
	text, why, _ := strings.Cut(rest, " -- ")
	c = lesson.Choice{Text: strings.TrimSpace(text), Why: strings.TrimSpace(why), Right: right}
	if c.Text == "" || c.Why == "" {
		return c, false, &Error{r.line, "question", r.text, "a choice and, after --, why it is right or wrong"}
	}
	return c, true, nil
}
