package markdown

import "ganvas/core/lesson"

func readSetup(f *File, line int, rows []row) error {
	// A task and claims are about the step's experiment, so it must be known by then.
	if n := len(f.Claims); f.step().Task != nil || n > 0 && f.Claims[n-1].Step == len(f.Steps)-1 {
		return &Error{line, "setup", "", "the setup before the step's task and claims"}
	}
	s, seen := &f.step().Setup, map[string]bool{}
	for _, r := range rows {
		key, value := field(r.text)
		if seen[key] {
			return &Error{r.line, "setup: " + key, value, "each line once"}
		}
		seen[key] = true
		if key == "run" {
			spec, err := f.Base.With(value)
			if err != nil {
				return at(r.line, "setup: run", value, err)
			}
			s.Run = spec
			continue
		}
		if err := s.Set(key, value); err != nil {
			return at(r.line, "setup", value, err)
		}
		for _, p := range s.Point {
			if p, _ := lesson.ParsePlace(p); p.Kind == lesson.OfMeasure && !isMeasure(p.Key) {
				return &Error{r.line, "setup: point", p.Key, "after \"measure\" the key of a measure"}
			}
		}
	}
	return nil
}
