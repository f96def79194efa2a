package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ganvas/core/query"
	"ganvas/ui/embed"
	"ganvas/ui/recipe"
	"ganvas/ui/recipe/recipetest"
)

// address matches a lab's, which stands in HTML, in Markdown and in running text.
var address = regexp.MustCompile(`lab\.html\?([^"\s<>)\]]*)`)

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
		for z := html.NewTokenizer(strings.NewReader(text)); z.Next() != html.ErrorToken; {
			if tag := z.Token(); tag.Type == html.StartTagToken && tag.Data == "ganvas-lab" {
				check(name, queryOf(tag.Attr))
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d labs were found", n)
	}
}

// queryOf is the address that the element makes of its attributes.
func queryOf(attributes []html.Attribute) string {
	var parts []string
	for _, a := range attributes {
		switch a.Key {
		case "spec":
			parts = append(parts, a.Val)
		case "label", "id":
		default:
			parts = append(parts, query.Format(query.Pair{Key: a.Key, Value: a.Val}))
		}
	}
	return strings.Join(parts, "&")
}

// handTried are the hosts that are no tools, and the tests that try what they leave of a recipe.
var handTried = map[string]string{"Sites of modules": "TestModuleRegistersOnce", "Moodle": "TestTheEditorOfLearningManagement", "Canvas": "TestSanitizersLeaveALink"}

// Every example is a recipe's, and every recipe says what was tried and leaves a link, a picture or a frame.
func TestRecipesHaveExamples(t *testing.T) {
	files, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recipe.All {
		path := "embed-examples/" + r.Example
		if r.Example != "" && files[path] == nil {
			t.Errorf("%s: %s is not there", r.Host, path)
		}
		delete(files, path)
		if !strings.HasPrefix(r.Tried, "Tried ") && !strings.HasPrefix(r.Tried, "Not tried: ") {
			t.Errorf("%s does not say what was tried", r.Host)
		}
		if tried := slices.ContainsFunc(recipetest.Documents, func(d recipetest.Document) bool { return d.Host == r.Host }); !tried && handTried[r.Host] == "" {
			t.Errorf("no test makes a document of %s", r.Host)
		}
		all := ""
		for _, f := range r.Files {
			all += f.Text
		}
		if strings.Contains(all, "async>") {
			t.Errorf("%s: async without a value ends a chapter of XHTML", r.Host)
		}
		if r.Host != "Sites of modules" && (!strings.Contains(all, recipe.Site+"lab.html?") || !strings.Contains(all, recipe.Caption)) {
			t.Errorf("%s leaves no link with words", r.Host)
		}
	}
	for name := range files {
		if strings.HasPrefix(name, "embed-examples/") {
			t.Errorf("%s is no recipe's", name)
		}
	}
}
