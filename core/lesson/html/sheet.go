package html

import (
	"html"

	"ganvas/core/lesson/markdown"
)

// sheet is how the lesson goes in class: a fold on its page, and a page of its own on paper. A lesson that says nothing of it has none.
func (w *writer) sheet(f *markdown.File) error {
	any := false
	for _, s := range f.Steps {
		any = any || s.Class != nil
	}
	if !any {
		return nil
	}
	w.line(`<details class="sheet"><summary><h2>In class</h2></summary>`)
	w.line(`<table><thead><tr><th scope="col">Step</th><th scope="col">Minutes</th><th scope="col">Show</th><th scope="col">Expect</th></tr></thead><tbody>`)
	for i, s := range f.Steps {
		if s.Class == nil {
			continue
		}
		show, err := phrase(s.Class.Show)
		if err != nil {
			return err
		}
		expect, err := phrase(s.Class.Expect)
		if err != nil {
			return err
		}
		w.line(`<tr><th scope="row">%d. %s</th><td>%d</td><td>%s</td><td>%s</td></tr>`, i+1, html.EscapeString(s.Title), s.Class.Minutes, show, expect)
	}
	w.line(`</tbody></table></details>`)
	return nil
}
