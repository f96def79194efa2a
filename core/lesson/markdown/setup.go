package markdown

import (
	"ganvas/core/form"
	"ganvas/core/lesson"
)

func readSetup(f *File, line int, rows []row) error {
	// A task and claims are about the step's experiment, so it must be known by then.
	if n := len(f.Claims); f.step().Task != nil || n > 0 && f.Claims[n-1].Step == len(f.Steps)-1 {
		return &Error{line, "setup", "", "the setup before the step's task and claims"}
	}
	s, seen, points := &f.step().Setup, map[string]bool{}, line
	for _, r := range rows {
		key, value := field(r.text)
		if seen[key] {
			return &Error{r.line, "setup: " + key, value, "each line once"}
		}
		seen[key] = true
		if key == "point" {
			points = r.line
		}
		if key == "run" {
			spec, err := readSpec(f.Base, value)
			if err != nil {
				return at(r.line, "setup: run", value, err)
			}
			s.Run = spec
			continue
		}
		if err := s.Set(key, value); err != nil {
			return at(r.line, "setup", value, err)
		}
	}
	return pointed(points, s)
}

// pointed holds the places that a setup points at to its experiment.
func pointed(line int, s *lesson.Setup) error {
	for _, text := range s.Point {
		switch p, _ := lesson.ParsePlace(text); {
		case p.Kind == lesson.OfMeasure && !isMeasure(p.Key):
			return &Error{line, "setup: point", p.Key, "after \"measure\" the key of a measure"}
		case p.Kind == lesson.OfField && form.FieldOf(s.Run, p.Key) == nil:
			return &Error{line, "setup: point", p.Key, "a field of the step's experiment, which is " + s.Run.String()}
		}
	}
	return nil
}
