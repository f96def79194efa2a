package tex

import (
	"errors"
	"unicode"
	"unicode/utf8"
)

// parser reads a formula one token ahead. Its functions return MathML. After a fault everything ends.
type parser struct {
	text    string
	display bool
	at      int    // where token ends
	token   string // "\frac", "x", "12", "{", or empty at the end
	before  string // the token before it
	spaced  bool   // white space stands before the token
	depth   int
	err     error
}

func (p *parser) fail(what string) {
	if p.err == nil {
		p.err = errors.New(what)
	}
	p.token, p.at = "", len(p.text)
}

// next reads a token: a command, a number, or one character.
func (p *parser) next() {
	from := p.at
	p.before = p.token
	for p.at < len(p.text) && isSpace(p.text[p.at]) {
		p.at++
	}
	p.spaced = p.at > from
	from = p.at
	if p.at == len(p.text) {
		p.token = ""
		return
	}
	switch c := p.text[p.at]; {
	case c == '\\':
		p.at++
		p.name()
	case isDigit(c):
		p.number()
	default:
		_, size := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
	}
	p.token = p.text[from:p.at]
}

// name reads what follows a backslash: letters, or one character.
func (p *parser) name() {
	from := p.at
	for p.at < len(p.text) && isLetter(p.text[p.at]) {
		p.at++
	}
	if p.at == from && p.at < len(p.text) {
		_, size := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
	}
}

// number reads digits, with a point between digits.
func (p *parser) number() {
	for p.at < len(p.text) && (isDigit(p.text[p.at]) || p.text[p.at] == '.' && p.at+1 < len(p.text) && isDigit(p.text[p.at+1])) {
		p.at++
	}
}

// raw reads a group as text, for \text: its opening brace is the token.
func (p *parser) raw() string {
	if p.token != "{" {
		p.fail("a command that wants a text in braces")
		return ""
	}
	from := p.at
	for p.at < len(p.text) && p.text[p.at] != '}' {
		p.at++
	}
	if p.at == len(p.text) {
		p.fail("a brace that nothing closes")
		return ""
	}
	text := p.text[from:p.at]
	p.at++
	p.next()
	return text
}

func isSpace(c byte) bool  { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// letter is a token that is one letter, of any alphabet.
func letter(token string) bool {
	r, size := utf8.DecodeRuneInString(token)
	return size == len(token) && unicode.IsLetter(r)
}
