package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// MaxCSV is the most bytes of text that CSV reads.
const MaxCSV = 16 << 20

// CSVError says what is wrong with a table and where.
type CSVError struct {
	Line, Column int    // both from 1; 0 where the fault is not in one place
	Name         string // the column's heading, if it has one
	Value        string // what stands there
	Allowed      string // what may
}

// Error names the place, the value and what is allowed.
func (e *CSVError) Error() string {
	var at strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&at, "line %d, ", e.Line)
	}
	if e.Column > 0 {
		fmt.Fprintf(&at, "column %d", e.Column)
		if e.Name != "" {
			fmt.Fprintf(&at, " (%s)", e.Name)
		}
		at.WriteString(", ")
	}
	if at.Len() == 0 {
		at.WriteString("the table ")
	}
	return fmt.Sprintf("%shas %q; allowed: %s", at.String(), e.Value, e.Allowed)
}

// row is one record of a table, with the line that it starts on.
type row struct {
	line  int
	cells []string
}

// CSV reads points from a table. Cells are separated by commas, semicolons or tabs, whichever the first line has most of; in
// the latter two numbers may have a decimal comma. A first row without two numbers is a heading. The coordinates are the first
// two columns in which most cells are numbers, passing over a column without a heading where others have one (row numbers
// are written so); other columns are ignored. Every cell of the two must be a finite number.
func CSV(text []byte) (*Points, error) {
	if len(text) > MaxCSV {
		return nil, &CSVError{Value: fmt.Sprintf("%d bytes", len(text)), Allowed: fmt.Sprintf("at most %d bytes", MaxCSV)}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	comma := separator(text)
	rows, err := records(text, comma)
	if err != nil {
		return nil, err
	}
	decimal := comma != ','
	var heading []string
	if len(rows) > 0 && numbers(rows[0].cells, decimal) < 2 {
		heading, rows = rows[0].cells, rows[1:]
	}
	columns := pick(rows, heading, decimal)
	if columns == nil {
		return nil, &CSVError{Value: fmt.Sprintf("%d rows without two columns of numbers", len(rows)),
			Allowed: "at least two columns of numbers, separated by commas, semicolons or tabs"}
	}
	return extract(rows, heading, columns, decimal)
}

// separator returns the comma, semicolon or tab that the first line has most of.
func separator(text []byte) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	best, most := ',', 0
	for _, c := range "\t;," { // on a tie the comma stays the separator
		if n := bytes.Count(line, []byte(string(c))); n > 0 && n >= most {
			best, most = c, n
		}
	}
	return best
}

// records splits the text into rows, and refuses more than MaxPoints of them.
func records(text []byte, comma rune) ([]row, error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = comma, -1, true, comma != '\t'
	var rows []row
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, malformed(err)
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, row{line, cells})
		if len(rows) > MaxPoints+1 {
			return nil, &CSVError{Line: line, Value: "yet another row", Allowed: fmt.Sprintf("at most %d rows", MaxPoints)}
		}
	}
}

// malformed turns the reader's error into ours.
func malformed(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return &CSVError{Line: parse.Line, Value: parse.Err.Error(), Allowed: "rows of cells between separators"}
	}
	return &CSVError{Value: err.Error(), Allowed: "rows of cells between separators"}
}

// number reads a cell. A number that is not finite, or too large, is still a number, if not an allowed one.
func number(cell string, decimalComma bool) (v float64, ok bool) {
	cell = strings.TrimSpace(cell)
	if decimalComma && strings.Count(cell, ",") == 1 && !strings.Contains(cell, ".") {
		cell = strings.Replace(cell, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(cell, 64)
	return v, err == nil || errors.Is(err, strconv.ErrRange)
}

// numbers counts the cells that are numbers.
func numbers(cells []string, decimal bool) (n int) {
	for _, c := range cells {
		if _, ok := number(c, decimal); ok {
			n++
		}
	}
	return n
}

// pick returns the two columns of coordinates, or nil.
func pick(rows []row, heading []string, decimal bool) []int {
	var counts []int
	for _, r := range rows {
		for j, c := range r.cells {
			if j == len(counts) {
				counts = append(counts, 0)
			}
			if _, ok := number(c, decimal); ok {
				counts[j]++
			}
		}
	}
	var named, unnamed []int
	for j, n := range counts {
		switch {
		case 2*n <= len(rows):
		case heading != nil && name(heading, j) == "":
			unnamed = append(unnamed, j)
		default:
			named = append(named, j)
		}
	}
	if len(named) >= 2 {
		return named[:2]
	}
	if all := append(named, unnamed...); len(all) == 2 {
		return []int{min(all[0], all[1]), max(all[0], all[1])}
	}
	return nil
}

// name returns the heading of column j, or nothing.
func name(heading []string, j int) string {
	if j < len(heading) {
		return strings.TrimSpace(heading[j])
	}
	return ""
}

// extract reads the two columns.
func extract(rows []row, heading []string, columns []int, decimal bool) (*Points, error) {
	const allowed = "a finite number up to 1e15 in size"
	if len(rows) > MaxPoints {
		return nil, &CSVError{Value: fmt.Sprintf("%d rows", len(rows)), Allowed: fmt.Sprintf("at most %d rows", MaxPoints)}
	}
	var xy []float32
	for _, r := range rows {
		for _, j := range columns {
			at := CSVError{Line: r.line, Column: j + 1, Name: name(heading, j), Allowed: allowed}
			if j >= len(r.cells) {
				return nil, &at
			}
			v, ok := number(r.cells[j], decimal)
			if at.Value = r.cells[j]; !ok || !(math.Abs(v) <= maxCoordinate) {
				return nil, &at
			}
			xy = append(xy, float32(v))
		}
	}
	p, err := NewPoints(xy, [2]string{label(heading, columns[0]), label(heading, columns[1])})
	if err != nil {
		return nil, &CSVError{Value: fmt.Sprintf("%d rows", len(rows)), Allowed: "at least two rows that differ"}
	}
	return p, nil
}

// label names a column for people: by its heading, or by its number.
func label(heading []string, j int) string {
	if s := name(heading, j); s != "" {
		return s
	}
	return fmt.Sprintf("column %d", j+1)
}
