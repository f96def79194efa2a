package plot

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write assets/palette.css and the golden pictures anew: look at them before committing them")

const paletteFile = "../../assets/palette.css"

// TestPaletteFile holds the page's style sheet to the palette.
func TestPaletteFile(t *testing.T) {
	if *update {
		if err := os.WriteFile(paletteFile, []byte(CSS()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(paletteFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != CSS() {
		t.Errorf("%s is not what the palette says: go test ./ui/plot -update", paletteFile)
	}
}

func TestCSSNamesEveryColourInEveryTheme(t *testing.T) {
	text := CSS()
	for _, th := range Themes {
		for _, v := range th.variables() {
			if !strings.Contains(text, "  --"+v.name+": "+v.colour.Hex()+";\n") {
				t.Errorf("%s: no --%s: %s", th.Key, v.name, v.colour.Hex())
			}
		}
	}
	if open, shut := strings.Count(text, "{"), strings.Count(text, "}"); open != shut || open != 4 {
		t.Errorf("%d braces open and %d shut, want 4", open, shut)
	}
}

func TestFieldColour(t *testing.T) {
	for _, th := range Themes {
		for _, c := range []struct {
			d, reach, trust float64
			want            Colour
		}{
			{0, .5, 1, th.Generated.Field}, {0.5, .5, 1, th.Page}, {1, .5, 1, th.Real.Field}, {-3, .5, 1, th.Generated.Field}, {7, .5, 1, th.Real.Field},
			{.55, .05, 1, th.Real.Field}, {.45, .05, 1, th.Generated.Field}, {.6, .05, 1, th.Real.Field},
			{1, .5, 0, th.Page}, {1, .5, .5, th.Page.Mix(th.Real.Field, .5)},
		} {
			if got := th.FieldColour(c.d, c.reach, c.trust); got != c.want {
				t.Errorf("%s: D = %v within %v, trusted %v, is %s, want %s", th.Key, c.d, c.reach, c.trust, got.Hex(), c.want.Hex())
			}
		}
	}
}

func TestHexAndAlpha(t *testing.T) {
	if got := (Colour{0x1c, 0x6d, 0xc1}).Hex(); got != "#1c6dc1" {
		t.Errorf("hex is %s", got)
	}
	if got := (Colour{255, 0, 255}).Alpha(0.5); got != (RGBA{0.5, 0, 0.5, 0.5}) {
		t.Errorf("premultiplied is %v", got)
	}
	if got := (Colour{255, 255, 255}).Alpha(2); got != (RGBA{1, 1, 1, 1}) {
		t.Errorf("opacity 2 is %v", got)
	}
}
