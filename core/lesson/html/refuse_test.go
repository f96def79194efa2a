package html

import (
	"strings"
	"testing"
)

// A formula that is none is refused wherever it stands, and named.
func TestFormulasAreReadEverywhere(t *testing.T) {
	lesson := func(where string) string {
		text := "---\ntitle: T\nsummary: S\nminutes: 1\nbase:\n---\n## One\nprose PROSE\n```question\nask ASK\n[ ] one TEXT -- WHY one\n[x] two -- yes\n```\n" +
			"```task\nsay: do SAY\ngoal: js < 1\nwithin: 5\nsolution:\n```\n"
		for _, place := range []string{"PROSE", "ASK", "TEXT", "WHY", "SAY"} {
			formula := "$x$"
			if place == where {
				formula = `$\foo$`
			}
			text = strings.ReplaceAll(text, place, formula)
		}
		return text
	}
	if _, err := Article(parse(t, "k", lesson(""))); err != nil {
		t.Fatal(err)
	}
	for _, where := range []string{"PROSE", "ASK", "TEXT", "WHY", "SAY"} {
		if _, err := Article(parse(t, "k", lesson(where))); err == nil || !strings.Contains(err.Error(), `\foo`) {
			t.Errorf("%s: got %v", where, err)
		}
	}
}
