package markdown

import "ganvas/core/lesson"

// readSliders reads a formula to play with: see lesson.Sliders.
func readSliders(f *File, line int, rows []row) error {
	if f.step().Sliders != nil {
		return &Error{line, "sliders", "", "one block of sliders in a step"}
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, r.text)
	}
	s, err := lesson.ParseSliders(lines)
	if err != nil {
		return at(line, "sliders", "", err)
	}
	f.step().Sliders = &s
	return nil
}
