package tex

import "strings"

// command reads what follows a command, which is no longer the token; not ok where it is not known.
func (p *parser) command(name string) (mathml string, ok bool) {
	switch name {
	case `\frac`:
		return p.fraction(), true
	case `\tfrac`:
		return `<mstyle displaystyle="false">` + p.fraction() + "</mstyle>", true
	case `\sqrt`:
		return element("msqrt", p.argument()), true
	case `\underbrace`:
		return element("munder", p.argument()+`<mo stretchy="true">⏟</mo>`), true
	case `\text`, `\mathrm`, `\operatorname`:
		return word(name, p.raw()), true
	case `\mathbb`:
		return p.alphabet(doubled), true
	case `\mathcal`:
		return p.alphabet(script), true
	case `\left`:
		return p.fenced(), true
	case `\bigl`, `\bigr`, `\big`, `\Bigl`, `\Bigr`:
		return p.big(name), true
	case `\begin`:
		return p.table(), true
	}
	mark, ok := accents[name]
	if !ok {
		return "", false
	}
	return `<mover accent="true">` + p.argument() + `<mo stretchy="false">` + mark + "</mo></mover>", true
}

var accents = map[string]string{`\hat`: "^", `\bar`: "‾", `\tilde`: "~", `\dot`: "˙", `\vec`: "→"}

func (p *parser) fraction() string {
	over := p.argument()
	return element("mfrac", over+p.argument())
}

// word is upright text. In \text its outer spaces count.
func word(command, text string) string {
	if command == `\text` {
		return element("mtext", strings.ReplaceAll(escape(text), " ", "\u00a0"))
	}
	return element("mi", escape(text))
}

// fenced reads from after \left to \right with its fence.
func (p *parser) fenced() string {
	open := p.fence("form=\"prefix\" stretchy=\"true\"")
	row := p.row("")
	if p.token != `\right` {
		p.fail(`\left without \right`)
		return ""
	}
	p.next()
	return element("mrow", open+row+p.fence("form=\"postfix\" stretchy=\"true\""))
}

// big reads one fence, a little larger.
func (p *parser) big(command string) string {
	size, form := "1.2em", "infix"
	if command[1] == 'B' {
		size = "1.8em"
	}
	switch command[len(command)-1] {
	case 'l':
		form = "prefix"
	case 'r':
		form = "postfix"
	}
	return p.fence(`form="` + form + `" stretchy="true" minsize="` + size + `" maxsize="` + size + `"`)
}

// fence reads a bracket, a bar, or a point for none.
func (p *parser) fence(attributes string) string {
	mark, ok := fences[p.token]
	if !ok {
		p.fail("a fence that is none: " + p.token)
		return ""
	}
	p.next()
	if mark == "" {
		return ""
	}
	return "<mo " + attributes + ">" + mark + "</mo>"
}

// alphabet reads a group of one letter.
func (p *parser) alphabet(of map[string]string) string {
	name := p.raw()
	mark, ok := of[name]
	if p.err == nil && !ok {
		p.fail("the letter " + name + " in an alphabet that has none")
	}
	return element("mi", mark)
}

// table reads rows of cells, aligned or as the cases of a brace.
func (p *parser) table() string {
	kind := p.raw()
	if p.err == nil && kind != "aligned" && kind != "cases" {
		p.fail("the environment " + kind + ", which is not known here")
	}
	var b strings.Builder
	for p.err == nil {
		b.WriteString("<mtr>")
		b.WriteString(p.cells(kind))
		b.WriteString("</mtr>")
		if p.token != `\\` {
			break
		}
		p.next()
	}
	if p.token != `\end` {
		p.fail(`\begin without \end`)
		return ""
	}
	p.next()
	if p.raw() != kind && p.err == nil {
		p.fail(`an \end that is another's`)
	}
	table := `<mtable class="` + kind + `" displaystyle="true">` + b.String() + "</mtable>"
	if kind == "cases" {
		return element("mrow", `<mo form="prefix" stretchy="true">{</mo>`+table)
	}
	return table
}

// cells reads one row of a table.
func (p *parser) cells(kind string) string {
	var b strings.Builder
	for i := 0; ; i++ {
		align := "left"
		if kind == "aligned" && i%2 == 0 {
			align = "right"
		}
		b.WriteString(`<mtd class="` + align + `">` + p.row("") + "</mtd>")
		if p.token != "&" {
			return b.String()
		}
		p.next()
	}
}
