//go:build !js

package main

import (
	"strings"

	"golang.org/x/net/html"
)

// element is one of a page's: its tag, and where it stands in the page's text.
type element struct {
	html.Token
	from, inner int // where its tag begins and ends
	to          int // where the element ends; with its tag where it has no end tag
}

// elements are a page's elements in the order of their tags.
func elements(page string) (all []element) {
	var open []int // places in all
	z := html.NewTokenizer(strings.NewReader(page))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return all
		}
		from := at
		at += len(z.Raw())
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			open = append(open, len(all))
			all = append(all, element{z.Token(), from, at, at})
		case html.EndTagToken:
			name := z.Token().Data
			for i := len(open) - 1; i >= 0; i-- {
				if e := &all[open[i]]; e.Data == name {
					e.to, open = at, open[:i]
					break
				}
			}
		}
	}
}

// is reports whether an element has this name, and an attribute with this value.
func (e element) is(name, key, value string) bool { return e.Data == name && e.attr(key) == value }

// attr is an attribute's value, or empty.
func (e element) attr(key string) string {
	for _, a := range e.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// replace writes what with returns instead of each element for which it says so; a line that is left empty goes too.
func replace(page string, with func(e element) (text string, ok bool)) string {
	var b strings.Builder
	at := 0
	for _, e := range elements(page) {
		if e.from < at {
			continue // within one that has been replaced
		}
		if text, ok := with(e); ok {
			b.WriteString(page[at:e.from] + text)
			at = e.to
			if text == "" && strings.HasPrefix(page[at:], "\n") {
				at++
			}
		}
	}
	return b.String() + page[at:]
}
