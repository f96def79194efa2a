package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// Numbers are allowed up to the ends that errors name.
func TestEnds(t *testing.T) {
	text := func(minutes, steps int) string {
		return fmt.Sprintf("---\ntitle: T\nsummary: S\nminutes: %d\nbase:\n---\n", minutes) + strings.Repeat("## Step\ntext\n", steps)
	}
	for _, c := range []struct {
		minutes, steps int
		good           bool
	}{{1, 1, true}, {120, 1, true}, {121, 1, false}, {0, 1, false}, {1, 30, true}, {1, 31, false}, {1, 0, false}} {
		if _, err := Parse("k", text(c.minutes, c.steps)); (err == nil) != c.good {
			t.Errorf("%d minutes and %d steps: %v", c.minutes, c.steps, err)
		}
	}
}
