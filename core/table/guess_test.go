package table

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// A column whose name says so is the class, before one of words and one of whole numbers at an end; without such a name it is the one of words, and
// without words the one at an end.
func TestClassIsFound(t *testing.T) {
	table := func(names string, words bool) string {
		var b strings.Builder
		fmt.Fprintln(&b, names)
		for i := range 40 {
			word := fmt.Sprint(i / 20)
			if words {
				word = []string{"left", "right"}[i/20]
			}
			fmt.Fprintf(&b, "%.3f,%d,%s,%.3f,%d\n", float64(i*7%40)/39, i%2, word, float64(i*11%40)/39, i%3)
		}
		return b.String()
	}
	for _, name := range []string{"class", "Label", "species", "target", "my cluster", "group", "CATEGORY", "dataset", "Klasse", "gruppe"} {
		tab := read(t, table("u,"+name+",v,w,n", true), Options{})
		if got := tab.Guess.Class; got != 1 {
			t.Errorf("%s: the class is column %d, want 1", name, got)
		}
	}
	if got := read(t, table("u,m,v,w,n", true), Options{}).Guess.Class; got != 2 {
		t.Errorf("with words the class is column %d, want 2", got)
	}
	if got := read(t, table("u,m,v,w,n", false), Options{}).Guess.Class; got != 4 {
		t.Errorf("without words the class is column %d, want 4", got)
	}
}

// Text in two bytes a letter is told by its zeros, with a mark at its beginning or without one, either way round.
func TestWideText(t *testing.T) {
	const text = "x,y\n1.5,2.25\n3.5,4\n5.5,6.75\n"
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.IgnoreBOM, unicode.UseBOM} {
			wide, err := unicode.UTF16(order, mark).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			tab := read(t, wide, Options{})
			if p := points(t, tab); tab.Encoding != "UTF-16" || p.Names[0] != "x" || p.Values[0] != 1.5 || p.Values[5] != 6.75 {
				t.Errorf("%v, %v: %s, %v", order, mark, tab.Encoding, p)
			}
		}
	}
}
