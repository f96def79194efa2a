package tex

import (
	"strings"
	"testing"
)

// Groups nest so deep and no deeper, however many stand side by side; a brace is two levels, an atom and a row.
func TestDepthEndsWhereItSays(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("{", n) + "x" + strings.Repeat("}", n) }
	most := 0
	for n := range 100 {
		if _, err := MathML(nested(n), false); err != nil {
			if !strings.Contains(err.Error(), "nested too deeply") {
				t.Fatal(err)
			}
			break
		}
		most = n
	}
	// The formula is a row and x an atom, which are two of the levels.
	if want := (deepest - 2) / 2; most != want {
		t.Errorf("%d groups nest, want %d", most, want)
	}
	if _, err := MathML(strings.Repeat("{x}", 200), false); err != nil {
		t.Errorf("groups side by side: %v", err)
	}
}
