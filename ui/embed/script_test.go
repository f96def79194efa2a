package embed

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The scripts name fields of messages and types of events as the tables here do.
func TestScriptsKnowTheSameKeys(t *testing.T) {
	var events []string
	for _, e := range EventTypes {
		events = append(events, strings.TrimPrefix(e.Type, Prefix))
	}
	for _, test := range []struct {
		file, name string
		want       []string
	}{
		{"lab.js", "fields", Fields}, {"element/element.js", "told", events},
	} {
		text, err := os.ReadFile("../../assets/" + test.file)
		if err != nil {
			t.Fatal(err)
		}
		m := regexp.MustCompile(`const ` + test.name + ` = \[([^\]]*)\]`).FindSubmatch(text)
		if m == nil {
			t.Errorf("%s has no %s", test.file, test.name)
			continue
		}
		got := map[string]bool{}
		for _, key := range strings.Split(string(m[1]), ",") {
			got[strings.Trim(key, " '")] = true
		}
		for _, key := range test.want {
			if !got[key] {
				t.Errorf("%s: %s has no %q", test.file, test.name, key)
			}
			delete(got, key)
		}
		for key := range got {
			t.Errorf("%s: %s has %q, which is none", test.file, test.name, key)
		}
	}
}
