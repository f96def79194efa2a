package tex

import "strings"

// atom reads one thing without scripts.
func (p *parser) atom() string {
	if p.depth++; p.depth > deepest {
		p.fail("groups nested too deeply")
		return ""
	}
	defer func() { p.depth-- }()
	token := p.token
	switch {
	case token == "{":
		return p.group()
	case token[0] == '\\' && len(token) > 1:
		return p.named()
	case isDigit(token[0]):
		p.next()
		return element("mn", token)
	case letter(token):
		p.next()
		return element("mi", token)
	}
	if o, ok := operators[token]; ok {
		if (token == "-" || token == "+") && opens[p.before] {
			o = strings.Replace(o, "<mo>", `<mo form="prefix">`, 1)
		}
		p.next()
		return o
	}
	switch token {
	case "_", "^", "'":
		return "" // a script on nothing, which term refuses
	}
	p.fail("the character " + token + ", which is not known here")
	return ""
}

// opens are the tokens after which a sign belongs to what follows it.
var opens = set("(", "[", ",", ";", "=", "<", ">", "&", `\{`, `\lvert`, `\lVert`, `\lfloor`, `\lceil`, `\cdot`, `\times`, `\to`, `\leftarrow`, `\approx`, `\le`, `\ge`)

// named reads a command.
func (p *parser) named() string {
	token := p.token
	if s, ok := symbols[token]; ok {
		p.next()
		return s
	}
	p.next()
	m, ok := p.command(token)
	if !ok {
		p.fail("the command " + token + ", which is not known here")
	}
	return m
}
