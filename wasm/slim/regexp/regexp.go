// Package regexp is the one pattern that ebiten asks for as it writes shaders: two and more ends of lines.
package regexp

import "strings"

// Regexp is the pattern.
type Regexp struct{}

const lines = `\n\n+`

// MustCompile panics where the pattern is another.
func MustCompile(pattern string) *Regexp {
	if pattern != lines {
		panic("regexp: the page is built without the pattern " + pattern)
	}
	return &Regexp{}
}

// ReplaceAllString replaces runs of empty lines.
func (*Regexp) ReplaceAllString(s, by string) string {
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
