package table

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
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
