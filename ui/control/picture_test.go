package control

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ganvas/core/experiment"
)

// Each choice of data has a picture of its own, and a name that fits under it; no other field's choices are pictures.
func TestDataAreChosenByTheirPictures(t *testing.T) {
	s := experiment.Default()
	pictures, names := map[string]string{}, map[string]string{}
	for _, f := range s.Fields() {
		c := Of(&f)
		if c.Pictured() != (f.Key == "data") {
			t.Errorf("%s: pictured %v", f.Key, c.Pictured())
		}
		if !c.Pictured() {
			continue
		}
		for _, o := range c.Choices {
			svg, name := c.Picture(o.Key)
			if n := utf8.RuneCountInString(name); n < 3 || n > 12 {
				t.Errorf("%s is called %q, which does not fit", o.Key, name)
			}
			if strings.Count(svg, "<path") < 1 || len(svg) < 60 {
				t.Errorf("%s has the picture %q", o.Key, svg)
			}
			if pictures[svg] != "" || names[name] != "" {
				t.Errorf("%s looks like %s, or is called as %s is", o.Key, pictures[svg], names[name])
			}
			pictures[svg], names[name] = o.Key, o.Key
		}
	}
	if len(pictures) < 20 {
		t.Errorf("only %d pictures", len(pictures))
	}
}
