package table

import (
	"slices"
	"strconv"
	"strings"
)

// rolesMark begins the first line of the text that Points.Text writes: it says what each column is, and that the rest is as Text writes it.
const rolesMark = "# columns: "

// scalingMark begins its second line, where the columns are not scaled each by itself.
const scalingMark = "# scale: "

// Text is the points as a table that is read back as they are, whatever would be guessed of it: a line of what each column is, names, and numbers
// to the last bit.
func (p *Points) Text() []byte {
	columns := len(p.Names)
	roles := append([]string{"x", "y"}, slices.Repeat([]string{"further"}, max(0, columns-2))...)[:columns]
	names := slices.Clone(p.Names)
	if p.Labels != nil {
		roles, names = append(roles, "class"), append(names, p.ClassName)
	}
	b := []byte(rolesMark + strings.Join(roles, ", ") + "\n")
	if p.Scaling != "" {
		b = append(b, scalingMark+p.Scaling+"\n"...)
	}
	for j, name := range names {
		if blank([]byte(name)) {
			name = "column " + strconv.Itoa(j+1)
		}
		b = appendQuoted(b, name, j)
	}
	b = append(b, '\n')
	for i := range p.Rows {
		for j, v := range p.Values[i*columns : (i+1)*columns] {
			if j > 0 {
				b = append(b, ',')
			}
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		}
		if p.Labels != nil {
			b = appendQuoted(b, p.Classes[p.Labels[i]], columns)
		}
		b = append(b, '\n')
	}
	return b
}

// appendQuoted appends a cell of words, after a comma where it is not the first.
func appendQuoted(b []byte, cell string, place int) []byte {
	if place > 0 {
		b = append(b, ',')
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(b, '"')
}

// roles is what a table that Text wrote says of its columns, and whether it is one.
func (r *raw) roles() (c Choice, ok bool) {
	if len(r.comments) == 0 || r.comments[0].number > 0 || r.format != "text" {
		return c, false
	}
	list, ok := strings.CutPrefix(r.comments[0].text, rolesMark)
	if !ok {
		return c, false
	}
	c = Choice{X: -1, Y: -1, Class: -1}
	for j, role := range strings.Split(list, ", ") {
		switch role {
		case "x":
			c.X = j
		case "y":
			c.Y = j
		case "further":
			c.Further = append(c.Further, j)
		case "class":
			c.Class = j
		default:
			return c, false
		}
	}
	return c, true
}

// scaling is how the columns of a table that Text wrote are scaled.
func (r *raw) scaling() string {
	for _, c := range r.comments {
		if name, ok := strings.CutPrefix(c.text, scalingMark); ok {
			return strings.TrimSpace(name)
		}
	}
	return ""
}
