package recipetest_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/ui/recipe"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	render "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// sanitizers are what hosts of notes do to markup, by kinds.
var sanitizers = map[string]*bluemonday.Policy{
	// GitHub, forums, blogs: what users write, without scripts, frames and unknown elements.
	"what users write": bluemonday.UGCPolicy(),
	// Editors of blocks: paragraphs, links and pictures.
	"blocks": only([]string{"p", "em", "strong"}, map[string][]string{"a": {"href"}, "img": {"src", "alt"}}),
	// Announcements and feeds: no pictures either. What a link is of must be said in words then.
	"links": only([]string{"p"}, map[string][]string{"a": {"href"}}),
	// Learning management for those who are trusted with frames, without what makes them safe and slow to load.
	"frames": bluemonday.UGCPolicy().AllowElements("iframe").AllowAttrs("src", "width", "height", "title").OnElements("iframe"),
}

// only lets through these elements, and others with these attributes.
func only(elements []string, attributes map[string][]string) *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(elements...)
	for element, names := range attributes {
		p.AllowAttrs(names...).OnElements(element)
	}
	p.AllowStandardURLs()
	return p
}

// Whatever a host takes out of a recipe's markup, a reader is left with a link to the lab, and with its words: those of the link, of its picture, or beside it.
func TestSanitizersLeaveALink(t *testing.T) {
	n := 0
	for _, r := range recipe.All {
		for _, f := range r.Files {
			if !strings.Contains(f.Text, "lab.html?") || filepath.Ext(f.Name) == ".org" {
				continue
			}
			page := []byte(f.Text)
			if filepath.Ext(f.Name) != ".html" && f.Name != "source" {
				page = markdown(t, f.Text)
			}
			for kind, s := range sanitizers {
				n++
				left := s.SanitizeBytes(page)
				if link := linkIn(t, left); !strings.HasPrefix(link, recipe.Site+"lab.html?data=moons") || !bytes.Contains(left, []byte(recipe.Caption)) {
					t.Errorf("%s, %s: %s leaves %s", r.Host, f.Name, kind, left)
				}
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d", n)
	}
}

func markdown(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(render.WithUnsafe())).Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// linkIn is where the first link leads.
func linkIn(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if n.Data == "a" && a.Key == "href" {
				return a.Val
			}
		}
	}
	return ""
}
