package table

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// startsJSON says whether text can be JSON that holds points: lists or objects at its top.
func startsJSON(text []byte) bool {
	if len(text) < 2 || text[0] != '[' && text[0] != '{' {
		return false
	}
	next := bytes.TrimLeft(text[1:], " \t\r\n")
	if len(next) == 0 {
		return true
	}
	if text[0] == '{' {
		return next[0] == '"' || next[0] == '}'
	}
	return bytes.IndexByte([]byte(`[{]"-0123456789tfn`), next[0]) >= 0
}

// json reads lists of points: [[1, 2], ...], [{"x": 1, "y": 2}, ...], {"x": [1, ...], "y": [2, ...]}, one of these as a member of an object, or one
// row in each line. A list of numbers alone is a column.
func (l *loader) json() error {
	l.format = "JSON"
	p := parser{lines: l.lines, loader: l, line: 1}
	for {
		c, err := p.peek()
		if err == io.EOF {
			return p.end()
		}
		if err == nil {
			err = p.top(c)
		}
		if err != nil {
			return err
		}
	}
}

// parser reads JSON as it comes. Of nested lists it keeps no more than a row, or the columns of an object.
type parser struct {
	lines  *lines // for its buffer
	loader *loader
	line   int
	names  []string
	places map[string]int
	row    []string
	column [][]string // members of an object that are lists of single values
	titles []string
	rows   int
	cells  int // of column
}

// top reads a value at the top.
func (p *parser) top(c byte) error {
	if c == '{' {
		return p.object(0)
	}
	if c == '[' {
		return p.list(0)
	}
	return p.refuse("a list or an object")
}

// end gives what is left: columns, and the names of rows of objects.
func (p *parser) end() error {
	l := p.loader
	if p.rows == 0 && len(p.column) > 0 {
		p.names = p.titles
		for i := 0; i < len(p.column[0]); i++ {
			p.row = p.row[:0]
			for _, c := range p.column {
				if i < len(c) {
					p.row = append(p.row, c[i])
				} else {
					p.row = append(p.row, "")
				}
			}
			l.join(p.row)
		}
	}
	l.names = p.names
	return nil
}

// list reads a list of rows, or one row: a list of single values.
func (p *parser) list(depth int) error {
	p.take()
	row, rows := []string{}, 0
	for first := true; ; first = false {
		more, err := p.more(first, ']')
		if err != nil {
			return err
		}
		if !more {
			break
		}
		c, err := p.peek()
		switch {
		case err != nil:
			return p.cut()
		case depth > maxDepth:
			return p.refuse("lists within lists up to " + strconv.Itoa(maxDepth) + " deep")
		case c == '[' && len(row) == 0:
			rows++
			if err := p.list(depth + 1); err != nil {
				return err
			}
		case c == '{' && len(row) == 0:
			rows++
			if err := p.member(depth + 1); err != nil {
				return err
			}
		case c == '[' || c == '{' || rows > 0:
			return p.refuse("rows that are all lists of single values, or all objects")
		default:
			text, err := p.scalar()
			if err != nil {
				return err
			}
			most := MaxColumns
			if depth == 0 { // it may be a column
				most = maxCells
			}
			if len(row) >= most {
				return p.refuse(fmt.Sprintf("up to %d values in a list", most))
			}
			row = append(row, text)
		}
	}
	p.finish(row, rows, depth)
	return nil
}

// maxDepth is how deep lists may lie within lists.
const maxDepth = 16

// finish takes a list that held single values: as a row where it is one of a list or of a line, and as a column at the top.
func (p *parser) finish(row []string, rows, depth int) {
	switch {
	case rows > 0 || len(row) == 0:
	case depth == 0 && p.lastLine():
		for _, c := range row {
			p.emit([]string{c})
		}
	default:
		p.emit(row)
	}
}

// lastLine says whether nothing follows, so that a list at the top is a column and not the first of many rows.
func (p *parser) lastLine() bool {
	_, err := p.peek()
	return err == io.EOF && p.rows == 0
}

func (p *parser) emit(row []string) {
	p.rows++
	p.loader.lines.line = p.line
	p.loader.join(row)
}

// member reads an object that is a row. Its cells are told by their places, where it has not all the names.
func (p *parser) member(depth int) error {
	row := &p.loader.sparse
	row.begin(nothing)
	p.row = p.row[:0]
	whole := true // the names so far are the first ones, in their order
	err := p.members(func(name string, c byte) error {
		if c == '[' || c == '{' {
			return p.skip(depth)
		}
		text, err := p.scalar()
		if err != nil {
			return err
		}
		i, ok := p.places[name]
		if !ok {
			if i = len(p.names); i >= MaxColumns {
				return p.refuse(fmt.Sprintf("up to %d different names", MaxColumns))
			}
			p.name(name)
		}
		if whole = whole && i == len(p.row); whole {
			p.row = append(p.row, text)
		}
		row.set(i, text)
		return nil
	})
	if err != nil {
		return err
	}
	if whole {
		p.emit(p.row)
		return nil
	}
	p.rows++
	p.loader.lines.line = p.line
	p.loader.scatter()
	return nil
}

// name gives a new name its place.
func (p *parser) name(name string) {
	if p.places == nil {
		p.places = map[string]int{}
	}
	p.places[name] = len(p.names)
	p.names = append(p.names, name)
}

// object reads an object at the top: one whose members are columns or hold the table, or a row of a file with one in each line.
func (p *parser) object(depth int) error {
	singles := []string{}
	values := []string{}
	err := p.members(func(name string, c byte) error {
		switch {
		case depth > maxDepth:
			return p.refuse("objects within objects up to " + strconv.Itoa(maxDepth) + " deep")
		case c == '{':
			return p.object(depth + 1)
		case c == '[':
			return p.columnOrTable(name, depth)
		}
		text, err := p.scalar()
		if len(singles) < MaxColumns {
			singles, values = append(singles, name), append(values, text)
		}
		return err
	})
	if err != nil || len(singles) < 2 || depth > 0 || p.column != nil {
		return err
	}
	if p.names == nil {
		p.names = singles
	}
	if slices.Equal(singles, p.names) {
		p.emit(values)
	}
	return nil
}

// maxCells bounds what must be kept before it can be told what are rows: the columns of an object, and a list at the top.
const maxCells = 1 << 20

// columnOrTable reads a list that is a member of an object.
func (p *parser) columnOrTable(name string, depth int) error {
	c, err := p.inside()
	if err != nil {
		return err
	}
	if c == '[' || c == '{' {
		return p.list(depth + 1)
	}
	p.take()
	column := []string{}
	for first := true; ; first = false {
		more, err := p.more(first, ']')
		if err != nil {
			return err
		}
		if !more {
			break
		}
		text, err := p.scalar()
		if err != nil {
			return err
		}
		if p.cells++; p.cells > maxCells || len(p.column) > MaxColumns {
			return p.refuse(fmt.Sprintf("columns of up to %d cells in all", maxCells))
		}
		column = append(column, text)
	}
	if len(column) > 0 {
		p.column, p.titles = append(p.column, column), append(p.titles, name)
	}
	return nil
}

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
