// Package qr draws the link of a page as a code that a camera reads, for a hall. The code itself is rsc.io/qr's; the package is for programs that are
// loaded for that alone.
package qr

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// Longest is the most characters of a link: its code can still be read from the last row.
const Longest = 600

// quiet is the blank border, in modules, that the standard (ISO/IEC 18004) asks for.
const quiet = 4

// SVG is the code of a text as a picture, a unit to a module, black on white in either theme: cameras want it so. Errors in up to 15 % of it are mended.
func SVG(text string) (string, error) {
	if text == "" || len(text) > Longest {
		return "", fmt.Errorf("link: a text of %d characters is not allowed; give one of 1 to %d", len(text), Longest)
	}
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", fmt.Errorf("link: %w", err)
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quiet, y+quiet, x-from, x-from)
			}
		}
	}
	side := code.Size + 2*quiet
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/><path d="%[2]s"/></svg>`, side, path.String()), nil
}
