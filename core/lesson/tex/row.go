package tex

import "strings"

// deepest bounds how far groups nest.
const deepest = 80

// row reads terms until a token that ends it: a closing brace, \right, \end, & or \\, or the given one, which is left.
func (p *parser) row(end string) string {
	if p.depth++; p.depth > deepest {
		p.fail("groups nested too deeply")
	}
	defer func() { p.depth-- }()
	var b strings.Builder
	for p.token != "" && p.token != end && !ends[p.token] {
		b.WriteString(p.term())
	}
	return b.String()
}

var ends = map[string]bool{"}": true, `\right`: true, `\end`: true, "&": true, `\\`: true}

// term reads one atom with its scripts.
func (p *parser) term() string {
	token := p.token
	base := p.atom()
	if base == "" {
		if p.token == "_" || p.token == "^" || p.token == "'" {
			p.fail("a script on nothing")
		}
		return ""
	}
	sub, super := p.scripts()
	if sub == "" && super == "" {
		return base + p.gap(token)
	}
	low, high, both := "msub", "msup", "msubsup"
	if limits[token] && p.display {
		low, high, both = "munder", "mover", "munderover"
	}
	switch {
	case super == "":
		base = element(low, base+sub)
	case sub == "":
		base = element(high, base+super)
	default:
		base = element(both, base+sub+super)
	}
	return base + p.gap(token)
}

// scripts reads _ and ^ and primes, each at most once.
func (p *parser) scripts() (sub, super string) {
	for {
		switch {
		case p.token == "_" && sub == "":
			p.next()
			sub = p.argument()
		case p.token == "^" && super == "":
			p.next()
			super = p.argument()
		case p.token == "'" && super == "":
			for p.token == "'" {
				super += "′"
				p.next()
			}
			super = element("mo", super)
		case p.token == "_" || p.token == "^" || p.token == "'":
			p.fail("two scripts on one term")
			return
		default:
			return
		}
	}
}

// gap is the thin space between a function's name and what is not in brackets, as in log x.
func (p *parser) gap(token string) string {
	if !named[token] || p.token == "" || ends[p.token] || strings.Contains("()[],.;:=<>+-|/", p.token) ||
		p.token == `\left` || p.token == `\bigl` || p.token == `\!` || p.token == `\,` {
		return ""
	}
	return thin
}

const thin = `<mspace width="0.1667em"></mspace>`

// argument reads what a script or a command applies to: a group, or one atom, which of a number is its first digit.
func (p *parser) argument() string {
	if p.token == "" || ends[p.token] || p.token == "_" || p.token == "^" {
		p.fail("a command or a script without what it is for")
		return ""
	}
	if isDigit(p.token[0]) {
		p.at -= len(p.token) - 1
		p.token = p.token[:1]
	}
	if a := p.atom(); a != "" {
		return a
	}
	return element("mrow", "")
}

// group reads from an opening brace to its end.
func (p *parser) group() string {
	p.next()
	row := p.row("}")
	if p.token != "}" {
		p.fail("a brace that nothing closes")
		return ""
	}
	p.next()
	return element("mrow", row)
}

func element(name, content string) string { return "<" + name + ">" + content + "</" + name + ">" }
