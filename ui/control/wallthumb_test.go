package control

import (
	"reflect"
	"strings"
	"testing"

	"ganvas/core/experiment"
)

func TestRunsOfBrightPixels(t *testing.T) {
	for _, c := range []struct {
		name     string
		row      []uint8
		channels int
		want     [][2]int
	}{
		{"none", []uint8{0, 99}, 1, nil},
		{"all", []uint8{100, 255}, 1, [][2]int{{0, 2}}},
		{"two", []uint8{200, 0, 100, 100, 0}, 1, [][2]int{{0, 1}, {2, 2}}},
		{"colours", []uint8{0, 0, 200, 0, 0, 0}, 3, [][2]int{{0, 1}}},
	} {
		var got [][2]int
		runs(c.row, c.channels, 100, func(from, n int) { got = append(got, [2]int{from, n}) })
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Every named experiment has a question, topics and a picture; those of images show some, as lines.
func TestExhibitsAreComplete(t *testing.T) {
	for _, e := range Exhibits() {
		if !strings.HasSuffix(e.Question, "?") || len(e.Topics) == 0 {
			t.Errorf("%s: question %q, topics %q", e.Key, e.Question, e.Topics)
		}
	}
	for _, p := range experiment.ImagePresets {
		if svg := Thumb(p); !strings.Contains(svg, `class="images"`) || strings.Count(svg, "M") < 100 || len(svg) > 40_000 {
			t.Errorf("%s: a picture of %d bytes", p.Key, len(svg))
		}
	}
}
