package html

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"ganvas/core/lesson/tex"
)

// Formulas are taken out before the Markdown is read, which would see emphasis in their underscores, and put back after it.
// What stands for them meanwhile are marks of Unicode's private use, which lessons have no use for.
const (
	markOpen  = "\ue000"
	markClose = "\ue001"
)

// reader writes elements so that XML reads them too, which lets tests read every page strictly.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(html.WithXHTML()))

// prose turns Markdown with formulas into HTML. \$ is a dollar.
func prose(markdown string) (string, error) {
	if strings.ContainsAny(markdown, markOpen+markClose) {
		return "", fmt.Errorf("the text has characters of Unicode's private use")
	}
	text, formulas, err := takeFormulas(markdown)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := reader.Convert([]byte(text), &b); err != nil {
		return "", err
	}
	text = strings.ReplaceAll(b.String(), `<a href="https://`, `<a target="_blank" rel="noopener" href="https://`) // the experiment goes on beside it
	for i, f := range formulas {
		text = strings.Replace(text, mark(i), f, 1)
	}
	return text, nil
}

// phrase is prose of one paragraph, without the paragraph.
func phrase(markdown string) (string, error) {
	text, err := prose(markdown)
	if err != nil {
		return "", err
	}
	inner, ok := strings.CutPrefix(strings.TrimSpace(text), "<p>")
	inner, closed := strings.CutSuffix(inner, "</p>")
	if !ok || !closed || strings.Contains(inner, "<p>") {
		return "", fmt.Errorf("%q is more than one line of text", markdown)
	}
	return inner, nil
}

func mark(i int) string { return markOpen + strconv.Itoa(i) + markClose }

// takeFormulas puts a mark in the place of each formula, and returns these as MathML.
func takeFormulas(markdown string) (text string, formulas []string, err error) {
	var b strings.Builder
	for {
		i := strings.IndexAny(markdown, `$\`)
		if i < 0 {
			b.WriteString(markdown)
			return b.String(), formulas, nil
		}
		b.WriteString(markdown[:i])
		markdown = markdown[i:]
		if markdown[0] == '\\' {
			n := min(2, len(markdown))
			b.WriteString(markdown[:n]) // Markdown's own escape, of a dollar too
			markdown = markdown[n:]
			continue
		}
		fence := "$"
		if strings.HasPrefix(markdown, "$$") {
			fence = "$$"
		}
		formula, rest, closed := strings.Cut(markdown[len(fence):], fence)
		if !closed || strings.Contains(formula, "\n\n") {
			return "", nil, fmt.Errorf("a formula begins at %.30q and does not end in its paragraph", markdown)
		}
		m, err := tex.MathML(formula, fence == "$$")
		if err != nil {
			return "", nil, err
		}
		b.WriteString(mark(len(formulas)))
		formulas = append(formulas, m)
		markdown = rest
	}
}
