package markdown

import (
	"strings"

	"ganvas/core/lesson"
)

// steps reads the steps until the end.
func (r *reader) steps(f *File) error {
	var prose []string
	setup := lesson.Setup{Run: f.Base}
	end := func() error {
		if len(f.Steps) == 0 {
			return nil
		}
		text := strings.TrimSpace(strings.Join(prose, "\n"))
		if text == "" {
			return &Error{r.at, "step", f.Steps[len(f.Steps)-1].Title, "some prose in every step"}
		}
		if ids := f.Covers[len(f.Steps)-1]; len(ids) > 0 && !r.active {
			return &Error{r.at, "covers", ids[0], "a setup, question, task or claims in a step that covers something"}
		}
		f.Prose, prose = append(f.Prose, text+"\n"), nil
		return nil
	}
	for {
		line, n, ok := r.next()
		if !ok {
			break
		}
		if title, is := strings.CutPrefix(line, "## "); is {
			if err := end(); err != nil {
				return err
			}
			title = strings.TrimSpace(title)
			if title == "" || len(f.Steps) == maxSteps {
				return &Error{n, "step", title, "a title, and at most 30 steps"}
			}
			setup.Point, setup.Open, r.active = nil, "", false
			f.Covers = append(f.Covers, nil)
			f.Steps = append(f.Steps, lesson.Step{Title: title, Setup: setup})
			continue
		}
		if len(f.Steps) == 0 {
			if strings.TrimSpace(line) != "" {
				return &Error{n, "step", line, "a step's title first: ## and a text"}
			}
			continue
		}
		if language, fenced := strings.CutPrefix(line, "```"); fenced {
			if err := r.block(f, strings.TrimSpace(language), n); err != nil {
				return err
			}
			setup = f.Steps[len(f.Steps)-1].Setup
			continue
		}
		prose = append(prose, line)
	}
	if len(f.Steps) == 0 {
		return &Error{r.at, "lesson", "", "at least one step"}
	}
	return end()
}

const maxSteps = 30

// row is a line of a block, and its number.
type row struct {
	text string
	line int
}

// block reads a block to its end and gives it to its reader.
func (r *reader) block(f *File, language string, line int) error {
	read, ok := blocks[language]
	if !ok {
		return &Error{line, "block", language, "a block of setup, question, task, sliders, claims, covers or class"}
	}
	var rows []row
	for {
		text, n, ok := r.next()
		if !ok {
			return &Error{n, language, "", "a line of three backticks at the block's end"}
		}
		if strings.HasPrefix(text, "```") {
			r.active = r.active || language != "covers" && language != "class"
			return read(f, line, rows)
		}
		if trimmed := strings.TrimSpace(text); trimmed != "" {
			rows = append(rows, row{trimmed, n})
		}
	}
}

// blocks read the blocks of a step by their languages.
var blocks = map[string]func(f *File, line int, rows []row) error{
	"setup": readSetup, "question": readQuestion, "task": readTask, "claims": readClaims,
	"sliders": readSliders, "covers": readCovers, "class": readClass,
}

// step is the step that is being read.
func (f *File) step() *lesson.Step { return &f.Steps[len(f.Steps)-1] }
