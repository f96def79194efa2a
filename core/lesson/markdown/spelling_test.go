package markdown

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ganvas/assets"
)

// unread are the parts of a text that are no words: formulas, code, and where links lead.
var unread = regexp.MustCompile("(?s)\\$\\$.*?\\$\\$|\\$[^$\n]*\\$|`[^`\n]*`|\\]\\([^)]*\\)|https?://\\S+")

// words are all that a reader of a lesson reads.
func (f *File) words() string {
	var all []string
	add := func(texts ...string) { all = append(all, texts...) }
	add(f.Title)
	add(f.Prose...)
	for _, s := range f.Steps {
		add(s.Title)
		if q := s.Question; q != nil {
			add(q.Ask)
			for _, c := range q.Choices {
				add(c.Text, c.Why)
			}
		}
		if s.Task != nil {
			add(s.Task.Say)
		}
		if s.Class != nil {
			add(s.Class.Show, s.Class.Expect)
		}
	}
	return unread.ReplaceAllString(strings.Join(all, "\n\n"), " ")
}

// Every word of the lessons is in the dictionary of British English, or in the list of names and terms, which has no others.
func TestSpelling(t *testing.T) {
	hunspell, err := exec.LookPath("hunspell")
	if err != nil {
		t.Skip("SKIPPED: there is no hunspell here (on Debian, make test installs it)")
	}
	list, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	known, all := strings.Fields(string(list)), ""
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(key, text)
		if err != nil {
			t.Fatalf("%s.md:%v", key, err)
		}
		words := f.words()
		for _, word := range unknown(t, hunspell, words) {
			if !slices.Contains(known, word) {
				t.Errorf("%s.md: %q is in no dictionary", key, word)
			}
		}
		all += words
	}
	for _, word := range known {
		if !strings.Contains(all, word) {
			t.Errorf("testdata/words.txt: no lesson has %q", word)
		}
	}
	if found := unknown(t, hunspell, "The genrator recieves a colour."); strings.Join(found, " ") != "genrator recieves" {
		t.Errorf("of two misspelt words it finds %q", found)
	}
}

// unknown are the words of a text that the dictionary has not.
func unknown(t *testing.T, hunspell, text string) []string {
	t.Helper()
	c := exec.Command(hunspell, "-d", "en_GB", "-i", "UTF-8", "-l")
	c.Stdin = strings.NewReader(text)
	out, err := c.CombinedOutput()
	switch {
	case strings.Contains(string(out), "Can't open"):
		t.Skip("SKIPPED: hunspell has no dictionary of British English here (on Debian, make test installs it)")
	case err != nil:
		t.Fatalf("%v: %s", err, out)
	}
	return strings.Fields(string(out))
}
