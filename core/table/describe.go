package table

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// describe finds everything that is said of a table.
func describe(r raw, o Options) (*Table, error) {
	if r.total == 0 {
		return nil, &Error{Value: "0 rows", Allowed: table}
	}
	roles, told := r.roles()
	if told {
		o.Delimiter, o.Decimal, o.Header = ',', '.', Named
	}
	t := &Table{raw: r, options: o, dialect: r.found(o)}
	d := t.dialect
	if d.width > MaxColumns {
		return nil, &Error{Line: r.head[0].line, Value: fmt.Sprintf("more than %d columns", MaxColumns), Allowed: fmt.Sprintf("at most %d columns", MaxColumns)}
	}
	columns := t.survey()
	h := r.header(d, columns, o)
	t.first = h.first
	v := decimals(columns, d.delimiter, o.Decimal)
	t.Description = Description{Format: r.format, Encoding: r.encoding, Delimiter: d.delimiter, Decimal: v.most, Header: h.names != nil, Rows: r.total - h.first + r.blank}
	if d.delimiter == unit {
		t.Delimiter = 0
	}
	tallies := t.tallies(columns, h, v)
	t.count(tallies)
	for j := range tallies {
		t.Columns = append(t.Columns, tallies[j].finish(t.Kept))
		t.readers = append(t.readers, tallies[j].reader)
	}
	t.bars(tallies)
	t.Guess = t.guess()
	if told && t.Check(roles) == nil {
		t.Guess, t.told, t.scaling = roles, true, r.scaling()
		return t, nil // its writer has read the notes
	}
	t.Notes = t.notes(h, v, columns)
	return t, nil
}

// survey gathers what the cells of each column say: all, or those of every second, third, ... row.
func (t *Table) survey() []evidence {
	columns := make([]evidence, t.dialect.width)
	var row []string
	rows := t.raw.rows
	for i := 0; i < len(rows); i += t.step() {
		row = t.dialect.split(rows[i].text, row)
		for j, c := range row[:min(len(row), len(columns))] {
			columns[j].add(c)
		}
	}
	return columns
}

// tallies are the columns before they are counted.
func (t *Table) tallies(columns []evidence, h heading, v verdict) []tally {
	tallies := make([]tally, len(columns))
	for j := range tallies {
		c := &tallies[j]
		c.Name, c.Decimal = fmt.Sprintf("column %d", j+1), v.column[j]
		if j < len(h.names) && h.names[j] != "" {
			c.Name, c.Own = shown(h.names[j]), true
		}
		c.nameless = h.names != nil && !c.Own
		c.Unit, c.reader = columns[j].unit, reader{decimal: v.column[j]}
		if e := &columns[j]; e.isDate() {
			c.reader.isDate = true
			c.reader.dates.monthFirst = e.monthFirst > e.dayFirst
		}
		if !columns[j].numeric() {
			c.Kind = Words
		}
	}
	return tallies
}

// count passes all rows.
func (t *Table) count(tallies []tally) {
	var row []string
	for _, r := range t.raw.rows {
		if r.number < t.first {
			continue
		}
		t.Kept++
		row = t.dialect.split(r.text, row)
		for j := range tallies {
			if j < len(row) {
				tallies[j].add(row[j], r.number-t.first)
			} else {
				tallies[j].Missing++
			}
		}
		if len(t.Head) < 6 {
			t.Head = append(t.Head, slices.Clone(row[:min(len(row), len(tallies))]))
		}
	}
}

// finish says what the counted column is.
func (t *tally) finish(rows int) Column {
	c := t.Column
	switch some := c.Values + c.Others; {
	case some == 0:
		c.Kind = Empty
	case c.Values <= c.Others:
		c.Kind, c.Low, c.High, c.LowText, c.HighText, c.Whole = Words, 0, 0, "", "", false
		c.Values, c.Others = c.Values+c.Others, 0
	case t.counts(rows):
		c.Kind = Counter
	case t.reader.isDate, c.Whole && t.compact == c.Values, c.Whole && isClock(c.key(), c.Low, c.High):
		c.Kind = Date
	default:
		c.Kind = Number
	}
	if c.Kind == Number {
		ascend(c.Levels, t.reader)
	}
	c.Class = c.isClass(rows)
	return c
}

// counts says whether the column numbers the rows: 0, 1, 2, ... or 1, 2, 3, ... Under a name that says so it may have gaps, as where rows were
// dropped, and without a name, where others have one, any order: row numbers are written so.
func (t *tally) counts(rows int) bool {
	if t.Whole && t.nameless {
		return true
	}
	if !t.Whole || t.Values < 3 {
		return false
	}
	steps := max(t.steps[0], t.steps[1])
	return steps == t.Values || steps*50 > t.Values*49 && t.ascending || t.ascending && t.Low >= 0 && t.High < float64(20*rows+100) && isIndex(t.key())
}

func isIndex(name string) bool {
	switch name {
	case "id", "index", "idx", "row", "rowid", "row_id", "rownames", "nr", "nr.", "no", "no.", "num", "number", "#", "unnamed: 0", "x.1":
		return true
	}
	return false
}

// isClock says whether whole numbers under this name are seconds or milliseconds since 1970.
func isClock(name string, low, high float64) bool {
	switch name {
	case "t", "time", "timestamp", "date", "datetime", "epoch", "unix", "unixtime", "ts":
		return low >= 1e8 && high < 5e9 || low >= 1e11 && high < 5e12
	}
	return false
}

// isClass says whether the column has few values.
func (c *Column) isClass(rows int) bool {
	n := len(c.Levels)
	if c.Many || n < 2 || rows < 3*n {
		return false
	}
	return c.Kind == Words || c.Kind == Number && c.Whole && n <= 12
}

// ascend sorts the few values of a column of numbers; what is no number comes last.
func ascend(levels []Level, r reader) {
	value := func(l Level) float64 {
		if v, ok := r.value(l.Text); ok {
			return v
		}
		return math.Inf(1)
	}
	for i := range levels {
		for k := i; k > 0 && value(levels[k]) < value(levels[k-1]); k-- {
			levels[k], levels[k-1] = levels[k-1], levels[k]
		}
	}
}

// bars counts the histograms of numeric columns: a second pass, now that their ranges are known.
func (t *Table) bars(tallies []tally) {
	var row []string
	for i := 0; i < len(t.raw.rows); i += t.step() {
		if t.raw.rows[i].number < t.first {
			continue
		}
		row = t.dialect.split(t.raw.rows[i].text, row)
		for j := range t.Columns {
			if c := &t.Columns[j]; j < len(row) && c.Numeric() && !missing(row[j]) {
				if v, ok := tallies[j].reader.value(row[j]); ok && v >= c.Low && v <= c.High {
					c.Bars[c.bar(v)]++
				}
			}
		}
	}
}

// step is how far apart the rows are that are looked at where a million cells say as much as all: for the dialect, and for histograms.
func (t *Table) step() int {
	const enough = 1 << 20
	return 1 + len(t.raw.rows)*t.dialect.width/enough
}

func (c *Column) bar(v float64) int {
	if c.High == c.Low {
		return Bars / 2
	}
	return min(Bars-1, int((v/2-c.Low/2)/(c.High/2-c.Low/2)*Bars))
}

// short is a number as sentences have it: six figures, and no more.
func short(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
