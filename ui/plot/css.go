package plot

import "strings"

// CSS is the palette as custom properties of the page: the light design, the dark one where the reader's system asks for it,
// and either where data-theme names it. The file assets/palette.css holds this text.
func CSS() string {
	var b strings.Builder
	b.WriteString("/* Written from ui/plot/theme.go: change it there, then run go test ./ui/plot -update. */\n")
	rule(&b, "", ":root, [data-theme=\"light\"]", Light)
	b.WriteString("@media (prefers-color-scheme: dark) {\n")
	rule(&b, "  ", ":root:not([data-theme])", Dark)
	b.WriteString("}\n")
	rule(&b, "", "[data-theme=\"dark\"]", Dark)
	return b.String()
}

func rule(b *strings.Builder, indent, selector string, t Theme) {
	b.WriteString(indent + selector + " {\n")
	line := func(name, value string) { b.WriteString(indent + "  " + name + ": " + value + ";\n") }
	line("color-scheme", t.Key)
	for _, v := range t.variables() {
		line("--"+v.name, v.colour.Hex())
	}
	b.WriteString(indent + "}\n")
}

type variable struct {
	name   string
	colour Colour
}

func (t Theme) variables() []variable {
	return []variable{
		{"page", t.Page}, {"raised", t.Raised}, {"sunk", t.Sunk}, {"rule", t.Rule}, {"edge", t.Edge}, {"grid", t.Grid}, {"text", t.Text}, {"quiet", t.Quiet},
		{"real", t.Real.Ink}, {"real-word", t.Real.Word}, {"real-field", t.Real.Field},
		{"generated", t.Generated.Ink}, {"generated-word", t.Generated.Word}, {"generated-field", t.Generated.Field},
	}
}
