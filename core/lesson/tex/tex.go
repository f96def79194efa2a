// Package tex turns the TeX of formulas into MathML, which browsers set, screen readers read and printers print without any
// script.
//
// It knows what lessons need and refuses the rest by name: letters, numbers, operators, scripts, fractions, roots, fences, accents,
// text, Greek and some symbols, sums with limits, and rows aligned at &. It is not a TeX: no macros are defined in it.
package tex

import (
	"fmt"
	"strings"
)

// MathML returns the formula as a math element: in a line of text, or as a paragraph of its own where display is set. The
// formula itself stays in it as an annotation, so that what is copied can be read.
func MathML(formula string, display bool) (string, error) {
	p := &parser{text: formula, display: display}
	p.next()
	row := p.row("")
	if p.err == nil && p.token != "" {
		p.fail("what begins nowhere: " + p.token)
	}
	if p.err == nil && row == "" {
		p.fail("nothing")
	}
	if p.err != nil {
		return "", fmt.Errorf("the formula %q has %w", formula, p.err)
	}
	mode := ""
	if display {
		mode = ` display="block"`
	}
	return "<math" + mode + "><semantics><mrow>" + row + "</mrow><annotation encoding=\"application/x-tex\">" +
		escape(strings.TrimSpace(formula)) + "</annotation></semantics></math>", nil
}

// escape writes text so that HTML reads it as text.
func escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}
