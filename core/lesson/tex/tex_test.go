package tex

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// inner is the MathML of a formula without its shell.
func inner(t *testing.T, formula string, display bool) string {
	t.Helper()
	m, err := MathML(formula, display)
	if err != nil {
		t.Fatal(err)
	}
	_, m, _ = strings.Cut(m, "<semantics><mrow>")
	m, _, _ = strings.Cut(m, "</mrow><annotation")
	return m
}

func TestFormulas(t *testing.T) {
	for _, c := range []struct{ formula, want string }{
		{"x", "<mi>x</mi>"},
		{"12.5 x", "<mn>12.5</mn><mi>x</mi>"},
		{"x^2", "<msup><mi>x</mi><mn>2</mn></msup>"},
		{"x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"},
		{"x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"},
		{"f'", "<msup><mi>f</mi><mo>′</mo></msup>"},
		{"-1", "<mo>−</mo><mn>1</mn>"},
		{"(-1)", `<mo stretchy="false">(</mo><mo form="prefix">−</mo><mn>1</mn><mo stretchy="false">)</mo>`},
		{`\frac{1}{2}`, "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"},
		{`\frac123`, "<mfrac><mn>1</mn><mn>2</mn></mfrac><mn>3</mn>"},
		{`\log x`, `<mi>log</mi>` + thin + `<mi>x</mi>`},
		{`\log(x)`, `<mi>log</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>`},
		{`\sigma(a)`, `<mi>σ</mi><mo stretchy="false">(</mo><mi>a</mi><mo stretchy="false">)</mo>`},
		{`\mathbb{E}`, "<mi>𝔼</mi>"},
		{`a<b`, "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"},
		{`\text{if } x`, "<mtext>if\u00a0</mtext><mi>x</mi>"},
		{`\hat x`, `<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>`},
		{`\left(x\right)`, `<mrow><mo form="prefix" stretchy="true">(</mo><mi>x</mi><mo form="postfix" stretchy="true">)</mo></mrow>`},
		{`\lvert x\rvert`, `<mo form="prefix" stretchy="false">|</mo><mi>x</mi><mo form="postfix" stretchy="false">|</mo>`},
		{`\lfloor x\rfloor`, `<mo form="prefix" stretchy="false">⌊</mo><mi>x</mi><mo form="postfix" stretchy="false">⌋</mo>`},
		{`\left\lVert x\right\rVert`, `<mrow><mo form="prefix" stretchy="true">‖</mo><mi>x</mi><mo form="postfix" stretchy="true">‖</mo></mrow>`},
		{`\sum_i`, "<msub><mo>∑</mo><mi>i</mi></msub>"},
	} {
		if got := inner(t, c.formula, false); got != c.want {
			t.Errorf("%s is\n%s, want\n%s", c.formula, got, c.want)
		}
	}
	if got, want := inner(t, `\sum_i`, true), "<munder><mo>∑</mo><mi>i</mi></munder>"; got != want {
		t.Errorf("on display a sum is %s", got)
	}
}

func TestWhatIsNotKnownIsNamed(t *testing.T) {
	for formula, want := range map[string]string{
		"":                              "nothing",
		"{}":                            "",
		`\foo x`:                        `\foo`,
		"x^":                            "without what it is for",
		"_2":                            "a script on nothing",
		"^2":                            "a script on nothing",
		"'":                             "a script on nothing",
		"x^2^3":                         "two scripts",
		"{x":                            "nothing closes",
		"x}":                            "begins nowhere: }",
		`\left( x`:                      `\left without \right`,
		`\left x y`:                     "a fence that is none: x",
		`\frac{1}`:                      "without what it is for",
		`\mathbb{Q}`:                    "the letter Q",
		`\text x`:                       "wants a text in braces",
		`\begin{matrix}`:                "matrix",
		`a \\ b`:                        `begins nowhere: \\`,
		`a # b`:                         "the character #",
		`\begin{aligned} a \end{cases}`: "another's",
	} {
		_, err := MathML(formula, false)
		if want == "" {
			if err != nil {
				t.Errorf("%q: %v", formula, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", formula, err, want)
		}
	}
}

// wellFormed reads all of an XML text.
func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func FuzzMathML(f *testing.F) {
	for _, s := range []string{`V(G, D) = \mathbb{E}_{x \sim p}[\log D(x)]`, `\begin{aligned} a &= b \\ &= c \end{aligned}`, `\left\{ \frac{\sqrt{x}}{2} \right.`, "x_{i}'", `\min_G \max_D`, `\text{a<b}`, strings.Repeat("{", 100), strings.Repeat(`\sqrt`, 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		m, err := MathML(formula, len(formula)%2 == 0)
		if err != nil {
			return
		}
		if strings.ContainsFunc(formula, func(r rune) bool { return r < ' ' || r > 0xD7FF }) {
			return // XML has no way to hold some of these
		}
		if err := wellFormed(m); err != nil {
			t.Fatalf("%q gives %s: %v", formula, m, err)
		}
	})
}
