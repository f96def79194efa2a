package plot

import (
	"slices"
	"strings"
	"testing"
)

func TestFigureSteps(t *testing.T) {
	for last, want := range map[uint64][]uint64{
		0: {0}, 4: {0}, 5: {0, 1, 2, 3, 4, 5}, 600: {0, 100, 200, 300, 400, 500}, 1300: {0, 250, 500, 750, 1000, 1250}, 25_137: {0, 5000, 10_000, 15_000, 20_000, 25_000},
	} {
		if got := FigureSteps(last); !slices.Equal(got, want) {
			t.Errorf("of a run to step %d the figure has %v, want %v", last, got, want)
		}
	}
}

func TestFigureCSV(t *testing.T) {
	got := FigureCSV([]uint64{0, 5}, map[uint64][]float32{0: {.5, -1}, 5: {2, 3, 4, 5}}, 2)
	if want := "step,x1,x2\n0,0.5,-1\n5,2,3\n5,4,5\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFigureSVGHasItsPictures(t *testing.T) {
	text := FigureSVG(Light, []FigurePicture{{"data:a", "step 0"}, {"data:b", "data"}})
	for _, want := range []string{`href="data:a"`, ">step 0<", `href="data:b"`, ">data<"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
}
