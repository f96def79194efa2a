package table

import (
	"fmt"
	"slices"
	"strconv"
)

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
