//go:build !js

package browsertest

import (
	"fmt"
	"testing"

	"ganvas/assets"
)

// Fonts that formulas may come in: a narrow one, a math font that is wide (Debian's fonts-dejavu-extra, which .ci/needs installs), and a wide
// one for text. Where one is missing the browser takes its own.
var formulaFonts = []string{"serif", `"DejaVu Math TeX Gyre"`, `"DejaVu Sans"`}

// inFont sets formulas in a font, and says how wide a formula then is.
const inFont = `(() => {
	const sheet = document.styleSheets[document.styleSheets.length - 1];
	if (window.formulaRule) sheet.deleteRule(0);
	window.formulaRule = true;
	sheet.insertRule('.step math, .step math * { font-family: %s !important }', 0);
	return document.querySelector('.step:not([hidden]) math[display=block] mtable').getBoundingClientRect().width;
})()`

// Formulas fit the drawer with any font, down to the narrowest window that the page is made for.
func TestFormulasFitInAnyFont(t *testing.T) {
	address := serve(t)
	for _, v := range []view{{320, 640, false}, narrow, {1024, 768, false}, wide} {
		t.Run(fmt.Sprint(v.width), func(t *testing.T) {
			b := newTab(t, v, address+"/#lesson=optimal-discriminator&step=5")
			b.title("What the best score is worth")
			b.until("formulas are laid out", section+`.querySelector('math').getBoundingClientRect().height > 8`)
			widths := map[float64]bool{}
			for _, font := range formulaFonts {
				widths[value[float64](b, fmt.Sprintf(inFont, font))] = true
				for _, key := range assets.Lessons {
					if wide := value[string](b, fmt.Sprintf(widest, key)); wide != "" {
						t.Errorf("in %s a formula of %s is wider than the drawer: %s", font, key, wide)
					}
				}
			}
			if t.Logf("widths in %v: %v", formulaFonts, widths); len(widths) < 2 {
				t.Errorf("formulas are as wide in %v: %v", formulaFonts, widths)
			}
		})
	}
}
