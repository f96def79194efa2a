package main

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"ganvas/core/query"
	"ganvas/ui/embed"
)

var (
	address = regexp.MustCompile(`lab\.html\?([^"\s<>]*)`)
	tag     = regexp.MustCompile(`<ganvas-lab([^>]*)>`)
	pair    = regexp.MustCompile(`([a-z]+)="([^"]*)"`)
)

// Every lab in a recipe, an example or the explanation asks for what a lab can do.
func TestLabsInPagesAreAllowed(t *testing.T) {
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	check := func(name, q string) {
		n++
		if _, wrong := embed.Parse(q); wrong != nil {
			t.Errorf("%s: %s: %v", name, q, wrong)
		}
	}
	for name, text := range files {
		text := string(text)
		if name == "embedding.html" { // what a reader is to copy stands there escaped once more
			text = html.UnescapeString(text)
		}
		for _, m := range address.FindAllStringSubmatch(text, -1) {
			check(name, html.UnescapeString(m[1]))
		}
		for _, m := range tag.FindAllStringSubmatch(text, -1) {
			check(name, queryOf(m[1]))
		}
	}
	if n < 15 {
		t.Errorf("only %d labs were found", n)
	}
}

// queryOf is the address that the element makes of its attributes.
func queryOf(attributes string) string {
	var parts []string
	for _, a := range pair.FindAllStringSubmatch(attributes, -1) {
		switch key, v := a[1], html.UnescapeString(a[2]); key {
		case "spec":
			parts = append(parts, v)
		case "label", "id":
		default:
			parts = append(parts, query.Format(query.Pair{Key: key, Value: v}))
		}
	}
	return strings.Join(parts, "&")
}

// Every recipe has its example, and every example is a recipe's.
func TestRecipesHaveExamples(t *testing.T) {
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recipes {
		path := "embed-examples/" + r.Example
		if files[path] == nil {
			t.Errorf("%s: %s is not there", r.Host, path)
		}
		delete(files, path)
		if !strings.HasPrefix(r.Tried, "Tried") {
			t.Errorf("%s does not say what was tried", r.Host)
		}
	}
	for name := range files {
		if strings.HasPrefix(name, "embed-examples/") {
			t.Errorf("%s is no recipe's", name)
		}
	}
}
