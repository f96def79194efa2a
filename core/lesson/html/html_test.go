package html

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"ganvas/assets"
	"ganvas/core/lesson/markdown"
)

var update = flag.Bool("update", false, "write the golden file")

func parse(t *testing.T, key, text string) *markdown.File {
	t.Helper()
	f, err := markdown.Parse(key, text)
	if err != nil {
		t.Fatalf("%s:%v", key, err)
	}
	return f
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a small lesson becomes, to be read by people: run with -update and look at the difference.
func TestGolden(t *testing.T) {
	got, err := Article(parse(t, "small", read(t, "testdata/small.md")))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/small.html", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, "testdata/small.html"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Every lesson's page is well-formed, has each id once, and a section for each step.
func TestPagesAreWellFormed(t *testing.T) {
	var files []*markdown.File
	for _, key := range assets.Lessons {
		text, err := assets.Lesson(key)
		if err != nil {
			t.Fatal(err)
		}
		f := parse(t, key, text)
		files = append(files, f)
		page, err := Page(f)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(page, `<section class="step"`); n != len(f.Steps) {
			t.Errorf("%s: %d sections for %d steps", key, n, len(f.Steps))
		}
		if strings.Contains(page, "$") || strings.ContainsAny(page, markOpen+markClose) {
			t.Errorf("%s: a formula is left as it was", key)
		}
		wellFormed(t, key, page)
	}
	index := Index(files)
	wellFormed(t, "index", index)
	for _, f := range files {
		if !strings.Contains(index, `href="`+f.Key+`.html"`) {
			t.Errorf("the index lacks %s", f.Key)
		}
	}
}

// wellFormed reads a page by XML's rules, which ours keep.
func wellFormed(t *testing.T, name, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			line, column := d.InputPos()
			t.Fatalf("%s: line %d, column %d: %v", name, line, column, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			if a.Name.Local == "id" && ids[a.Value] {
				t.Errorf("%s: the id %s stands twice", name, a.Value)
			} else if a.Name.Local == "id" {
				ids[a.Value] = true
			}
		}
	}
}

func TestProseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"a $x":            "does not end",
		"a $x\n\ny$":      "does not end",
		`$\foo$`:          `\foo`,
		"x \ue0001\ue001": "private use",
	} {
		if _, err := prose(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	if _, err := phrase("one\n\ntwo"); err == nil {
		t.Error("two paragraphs are a phrase")
	}
	if got, err := prose(`costs \$5, $_a$ and *b_c*`); err == nil {
		t.Errorf("a script on nothing gives %s", got)
	}
}
