// Package html writes lessons as HTML: pages that read and print well without any script, and that the page's reader takes
// its steps from.
//
// A lesson is an article with one section for each step. What a step asks of the page stands in the section's attributes, in
// the words of lesson.Setup; choices of a question are folds, so that they answer without a script; a task names its goal. The
// Markdown library stays here, at build time.
package html

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
)

// Article is a lesson's own part of its page.
func Article(f *markdown.File) (string, error) {
	w := &writer{}
	w.line(`<article class="lesson" data-lesson="%s">`, f.Key)
	w.line(`<header><h1>%s</h1>`, html.EscapeString(f.Title))
	w.line(`<p class="summary">%s</p>`, html.EscapeString(f.Summary))
	w.line(`<p class="meta">%d steps, about %d min. <a class="beside" href="../#%s">Work through it beside the experiment</a></p></header>`,
		len(f.Steps), f.Minutes, Fragment(f.Key, 1))
	for i := range f.Steps {
		if err := w.step(f, i); err != nil {
			return "", fmt.Errorf("%s: step %d: %w", f.Key, i+1, err)
		}
	}
	if err := w.sheet(f); err != nil {
		return "", fmt.Errorf("%s: in class: %w", f.Key, err)
	}
	w.line(`</article>`)
	return w.String(), nil
}

// Fragment is the part of the page's address behind its # that opens a lesson at a step from 1.
func Fragment(key string, step int) string {
	return "lesson=" + key + "&amp;step=" + strconv.Itoa(step)
}

type writer struct{ strings.Builder }

func (w *writer) line(format string, a ...any) {
	fmt.Fprintf(w, format, a...)
	w.WriteByte('\n')
}

func (w *writer) step(f *markdown.File, i int) error {
	s := f.Steps[i]
	w.line(`<section class="step" id="step-%d"%s>`, i+1, attributes(s.Setup))
	w.line(`<h2><span class="number">%d</span> %s</h2>`, i+1, html.EscapeString(s.Title))
	text, err := prose(f.Prose[i])
	if err != nil {
		return err
	}
	w.WriteString(text)
	if s.Sliders != nil {
		if err := w.sliders(s.Sliders, i); err != nil {
			return err
		}
	}
	if s.Question != nil {
		if err := w.question(s.Question, i); err != nil {
			return err
		}
	}
	if s.Task != nil {
		if err := w.task(s.Task); err != nil {
			return err
		}
	}
	w.line(`<p class="beside"><a href="../#%s">Open this step beside the experiment</a></p>`, Fragment(f.Key, i+1))
	w.line(`</section>`)
	return nil
}

// attributes are what the step asks of the page, as the reader finds it.
func attributes(s lesson.Setup) string {
	var b strings.Builder
	set := func(name, value string) { fmt.Fprintf(&b, ` data-%s="%s"`, name, html.EscapeString(value)) }
	set("run", s.Run.String())
	if s.Show != nil {
		set("show", strings.Join(s.Show, ","))
	}
	if s.Pace != "" {
		set("pace", s.Pace)
	}
	if len(s.Point) > 0 {
		set("point", strings.Join(s.Point, ","))
	}
	if s.Open != "" {
		set("open", s.Open)
	}
	return b.String()
}

func (w *writer) question(q *lesson.Question, step int) error {
	ask, err := phrase(q.Ask)
	if err != nil {
		return err
	}
	w.line(`<div class="question" role="group" aria-labelledby="ask-%d">`, step+1)
	w.line(`<p class="ask-text" id="ask-%d"><strong>Question.</strong> %s</p>`, step+1, ask)
	for _, c := range q.Choices {
		text, err := phrase(c.Text)
		if err != nil {
			return err
		}
		why, err := phrase(c.Why)
		if err != nil {
			return err
		}
		verdict, right := "Not so.", "false"
		if c.Right {
			verdict, right = "Right.", "true"
		}
		w.line(`<details class="choice" name="choice-%d" data-right="%s"><summary>%s</summary><p><strong>%s</strong> %s</p></details>`,
			step+1, right, text, verdict, why)
	}
	w.line(`</div>`)
	return nil
}

func (w *writer) task(t *lesson.Task) error {
	say, err := phrase(t.Say)
	if err != nil {
		return err
	}
	w.line(`<div class="task" data-goal="%s" data-within="%d">`, html.EscapeString(t.Goal.String()), t.Within)
	w.line(`<p><strong>Task.</strong> %s</p>`, say)
	w.line(`<p class="verdict"></p>`)
	w.line(`</div>`)
	return nil
}
