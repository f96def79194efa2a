package qr

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// modules reads the dark modules back from a picture.
func modules(t *testing.T, svg string) map[[2]int]bool {
	t.Helper()
	dark := map[[2]int]bool{}
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`).FindAllStringSubmatch(svg, -1) {
		var x, y, n, back int
		if _, err := fmt.Sscan(strings.Join(m[1:], " "), &x, &y, &n, &back); err != nil || n != back {
			t.Fatalf("%v: %v", m, err)
		}
		for k := range n {
			dark[[2]int{x + k, y}] = true
		}
	}
	return dark
}

// A code has the three finder patterns of the standard, a blank border, and the size of the least version that holds its text with correction M: of 14
// bytes version 1, of 62 version 4, of 213 version 10 (ISO/IEC 18004, table 7).
func TestCodesAreOfTheStandard(t *testing.T) {
	for length, version := range map[int]int{14: 1, 15: 2, 62: 4, 63: 5, 213: 10} {
		svg, err := SVG(strings.Repeat("h", length))
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
			t.Error(err)
		}
		size := 17 + 4*version
		if want := fmt.Sprintf(`viewBox="0 0 %[1]d %[1]d"`, size+8); !strings.Contains(svg, want) {
			t.Errorf("%d bytes: %.120s, want %s", length, svg, want)
		}
		dark := modules(t, svg)
		for at := range dark {
			if min(at[0], at[1]) < 4 || max(at[0], at[1]) >= size+4 {
				t.Errorf("%d bytes: the border is not blank at %v", length, at)
			}
		}
		for _, corner := range [][2]int{{4, 4}, {size - 3, 4}, {4, size - 3}} {
			for y := range 7 {
				for x := range 7 {
					ring := max(max(x-3, 3-x), max(y-3, 3-y))
					if dark[[2]int{corner[0] + x, corner[1] + y}] != (ring != 2) {
						t.Errorf("%d bytes: the finder at %v is wrong at %d, %d", length, corner, x, y)
					}
				}
			}
		}
	}
}

func TestLinksThatAreTooLongAreRefused(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("h", Longest+1)} {
		if _, err := SVG(text); err == nil || !strings.Contains(err.Error(), "600") {
			t.Errorf("%d characters: %v", len(text), err)
		}
	}
}
