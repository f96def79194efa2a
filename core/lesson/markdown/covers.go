package markdown

import "strings"

// readCovers reads ids of rows of the course, with commas or on lines of their own. They are for tests; readers do not see them.
func readCovers(f *File, line int, rows []row) error {
	for _, r := range rows {
		for id := range strings.SplitSeq(r.text, ",") {
			id = strings.TrimSpace(id)
			lesson, thing, ok := strings.Cut(id, ".")
			if !ok || lesson == "" || thing == "" || strings.ContainsAny(id, " \t") {
				return &Error{r.line, "covers", id, "ids such as game.players, with commas or on lines of their own"}
			}
			f.Covers[len(f.Steps)-1] = append(f.Covers[len(f.Steps)-1], id)
		}
	}
	if len(rows) == 0 {
		return &Error{line, "covers", "", "at least one id"}
	}
	return nil
}
