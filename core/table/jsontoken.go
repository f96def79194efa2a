package table

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// members reads an object, and calls value at each member's value, which begins with c.
func (p *parser) members(value func(name string, c byte) error) error {
	p.take()
	for first := true; ; first = false {
		more, err := p.more(first, '}')
		if err != nil || !more {
			return err
		}
		if c, err := p.peek(); err != nil {
			return p.cut()
		} else if c != '"' {
			return p.refuse("a name in quotes")
		}
		name, err := p.text()
		if err != nil {
			return err
		}
		if c, err := p.peek(); err != nil {
			return p.cut()
		} else if c != ':' {
			return p.refuse("a colon after a name")
		}
		p.take()
		c, err := p.peek()
		if err != nil {
			return p.cut()
		}
		if err := value(name, c); err != nil {
			return err
		}
	}
}

// more says whether another member follows, after the comma that goes before it.
func (p *parser) more(first bool, end byte) (bool, error) {
	c, err := p.peek()
	switch {
	case err != nil:
		return false, p.cut()
	case c == end:
		p.take()
		return false, nil
	case first:
		return true, nil
	case c != ',':
		return false, p.refuse("a comma, or " + string(end))
	}
	p.take()
	return true, nil
}

// skip passes over a list or an object.
func (p *parser) skip(depth int) error {
	for open := 0; ; {
		c, err := p.peek()
		if err != nil {
			return p.cut()
		}
		switch c {
		case '"':
			if _, err := p.text(); err != nil {
				return err
			}
			continue
		case '[', '{':
			open++
		case ']', '}':
			open--
		}
		p.take()
		if open == 0 {
			return nil
		}
	}
}

// peek is the next byte that is no space, which stays.
func (p *parser) peek() (byte, error) {
	l := p.lines
	for l.ensure(0) {
		switch c := l.buf[l.start]; c {
		case '\n':
			p.line++
			l.start++
		case ' ', '\t', '\r':
			l.start++
		default:
			return c, nil
		}
	}
	return 0, l.ended()
}

// inside is the first byte within a list whose bracket comes next; the bracket stays.
func (p *parser) inside() (byte, error) {
	for i := 1; p.lines.ensure(i); i++ {
		if i > MaxLine {
			break
		}
		if c := p.lines.buf[p.lines.start+i]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c, nil
		}
	}
	return 0, p.cut()
}

func (p *parser) take() { p.lines.start++ }

// scalar reads a number, a word or a text. Where a list stands in its place, that is refused.
func (p *parser) scalar() (string, error) {
	c, err := p.peek()
	if err != nil {
		return "", p.cut()
	}
	if c == '"' {
		return p.text()
	}
	l := p.lines
	for i := 0; ; i++ {
		if i > 64 {
			return "", p.refuse("a number, true, false, null or text in quotes")
		}
		if l.ensure(i) && bytes.IndexByte([]byte("+-.0123456789"), l.buf[l.start+i]) < 0 && !letter(l.buf[l.start+i]) || !l.ensure(i) {
			if i == 0 {
				return "", p.refuse("a number, true, false, null or text in quotes")
			}
			text := string(l.buf[l.start : l.start+i])
			l.start += i
			return text, nil
		}
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// text reads a text in quotes.
func (p *parser) text() (string, error) {
	l := p.lines
	p.take()
	var out []byte
	for i := 0; l.ensure(i); i++ {
		c := l.buf[l.start+i]
		switch {
		case i > MaxLine:
			return "", p.refuse(fmt.Sprintf("texts of up to %d bytes", MaxLine))
		case c == '"':
			l.start += i + 1
			return string(bytes.ReplaceAll(out, []byte{byte(unit)}, nil)), nil
		case c == '\\' && l.ensure(i+1):
			i++
			switch e := l.buf[l.start+i]; e {
			case 'u':
				var r rune
				if r, i = p.escape(i); r >= 0 {
					out = utf8.AppendRune(out, r)
				}
			case 'n', 't', 'r', 'b', 'f':
				out = append(out, ' ')
			default:
				out = append(out, e)
			}
		default:
			out = append(out, c)
		}
	}
	return "", p.cut()
}

// escape reads four hexadecimal digits after the u at i, or two such where the first is half a character; it returns the place of the last one.
func (p *parser) escape(i int) (rune, int) {
	l := p.lines
	code := func(at int) rune {
		if !l.ensure(at + 4) {
			return -1
		}
		v, err := strconv.ParseUint(string(l.buf[l.start+at+1:l.start+at+5]), 16, 16)
		if err != nil {
			return -1
		}
		return rune(v)
	}
	r := code(i)
	if r < 0 {
		return r, i
	}
	i += 4
	if utf16.IsSurrogate(r) && l.ensure(i+6) && l.buf[l.start+i+1] == '\\' && l.buf[l.start+i+2] == 'u' {
		if whole := utf16.DecodeRune(r, code(i+2)); whole != utf8.RuneError {
			return whole, i + 6
		}
	}
	return r, i
}

// refuse says that something else stands here than may.
func (p *parser) refuse(allowed string) error {
	n := min(20, len(p.lines.buf)-p.lines.start)
	return &Error{Line: p.line, Value: shown(string(p.lines.buf[p.lines.start : p.lines.start+n])), Allowed: allowed + " (the table is read as JSON)"}
}

// cut says that the text ends too soon, or why it cannot be read.
func (p *parser) cut() error {
	if p.lines.err != nil {
		return p.lines.err
	}
	return &Error{Line: p.line, Value: "the end", Allowed: "JSON in which every list and object is closed"}
}
