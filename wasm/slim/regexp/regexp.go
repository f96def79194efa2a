// Package regexp is the three patterns that ebiten's shader compiler asks for, by hand.
package regexp

import "strings"

// Regexp is one of the patterns.
type Regexp struct{ pattern string }

// The patterns.
const (
	texture = `\A__t(\d+)\z`
	unit    = `^[ \t\r\n]*//kage:unit\s+([^ \t\r\n]+)[ \t\r\n]*$`
	lines   = `\n\n+`
)

// MustCompile panics where the pattern is another.
func MustCompile(pattern string) *Regexp {
	switch pattern {
	case texture, unit, lines:
		return &Regexp{pattern}
	}
	panic("regexp: the page is built without the pattern " + pattern)
}

// FindStringSubmatch returns the match and what its group holds, or nil.
func (r *Regexp) FindStringSubmatch(s string) []string {
	var group string
	var ok bool
	switch r.pattern {
	case texture:
		group, ok = strings.CutPrefix(s, "__t")
		ok = ok && group != "" && strings.Trim(group, "0123456789") == ""
	case unit:
		group, ok = unitOf(s)
	}
	if !ok {
		return nil
	}
	return []string{s, group}
}

// unitOf is the word after //kage:unit.
func unitOf(s string) (string, bool) {
	const blank = " \t\r\n"
	rest, ok := strings.CutPrefix(strings.TrimLeft(s, blank), "//kage:unit")
	word := strings.TrimLeft(rest, blank+"\f")
	if !ok || word == rest {
		return "", false
	}
	word = strings.TrimRight(word, blank)
	return word, word != "" && !strings.ContainsAny(word, blank)
}

// ReplaceAllString replaces runs of empty lines.
func (r *Regexp) ReplaceAllString(s, by string) string {
	if r.pattern != lines {
		panic("regexp: " + r.pattern + " replaces nothing")
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "\n\n")
		if i < 0 {
			out.WriteString(s)
			return out.String()
		}
		out.WriteString(s[:i])
		out.WriteString(by)
		s = strings.TrimLeft(s[i:], "\n")
	}
}
