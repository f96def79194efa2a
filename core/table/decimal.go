package table

import "strings"

// evidence is what a column's cells say of its kind and of the decimal mark, before either is known.
type evidence struct {
	marks                [5]int // numbers, by what their marks say
	dates, words         int
	slashed              int    // dates with slashes
	unit                 string // a sign beside a number
	dayFirst, monthFirst int    // dates that can be read in one order only
	small, years         int    // whole numbers without marks: below 1,000, and that may be years
	negative             int    // numbers such as -1.234 and -1,234
}

// add takes a cell.
func (e *evidence) add(cell string) {
	if missing(cell) {
		return
	}
	n, ok := numeralOf(cell)
	if ok {
		e.marks[n.mark]++
		if n.unit != "" {
			e.unit = n.unit
		}
		if n.negative && (n.mark == maybePoint || n.mark == maybeComma) {
			e.negative++
		}
		if n.mark == noMark && n.exponent == "" && len(n.body) <= 3 {
			e.small++
		} else if v, plain := wholeNumber(cell); plain && isYear(v) {
			e.years++
		}
		return
	}
	_, day := order{}.days(cell)
	_, month := order{monthFirst: true}.days(cell)
	switch {
	case !day && !month:
		e.words++
		return
	case !month:
		e.dayFirst++
	case !day:
		e.monthFirst++
	}
	e.dates++
	if i := strings.IndexByte(cell, '/'); i == 1 || i == 2 {
		e.slashed++
	}
}

// numbers is how many cells look like numbers.
func (e *evidence) numbers() int {
	return e.marks[noMark] + e.marks[point] + e.marks[comma] + e.marks[maybePoint] + e.marks[maybeComma]
}

// numeric says whether the column's cells are mostly numbers or dates.
func (e *evidence) numeric() bool { return max(e.numbers(), e.dates) > e.words }

// isDate says whether the column's cells are mostly dates.
func (e *evidence) isDate() bool { return e.dates > e.words && e.dates > e.numbers() }

// verdict is what is decided of the decimal marks of a table.
type verdict struct {
	column    []rune
	most      rune // the decimal mark of most columns
	ambiguous int  // cells that could be read with either, where nothing else tells
	mixed     bool // some columns have points and others commas
}

// decimals decides the decimal mark of each column: by its own cells where they tell, by those of the table where not, and by what is usual
// with the delimiter where no cell does.
func decimals(columns []evidence, delimiter, asked rune) verdict {
	v := verdict{column: make([]rune, len(columns))}
	var sum evidence
	for j := range columns {
		if e := &columns[j]; e.numeric() && !e.isDate() {
			sum.marks[point] += e.marks[point]
			sum.marks[comma] += e.marks[comma]
			if e.either() > 0 {
				sum.join(e)
			}
		}
	}
	v.most = sum.decimal()
	if v.most == 0 {
		v.most = sum.usual(delimiter)
		v.ambiguous = sum.either()
	}
	if asked != 0 {
		v.most, v.ambiguous = asked, 0
	}
	for j := range columns {
		e := &columns[j]
		v.column[j] = e.decimal()
		if v.column[j] == 0 || asked != 0 {
			v.column[j] = v.most
		}
		v.mixed = v.mixed || v.column[j] != v.most && e.numeric() && !e.isDate()
	}
	return v
}

// decimal is the mark that the cells tell of, or 0.
func (e *evidence) decimal() rune {
	switch p, c := e.marks[point], e.marks[comma]; {
	case p > c:
		return '.'
	case c > p:
		return ','
	}
	return 0
}

// either is how many numbers are such as 1.234 or 1,234.
func (e *evidence) either() int { return e.marks[maybePoint] + e.marks[maybeComma] }

// join adds what bears on numbers such as 1.234 and 1,234.
func (e *evidence) join(other *evidence) {
	for _, m := range []mark{noMark, maybePoint, maybeComma} {
		e.marks[m] += other.marks[m]
	}
	e.small += other.small
	e.negative += other.negative
}

// usual is the more likely mark where all that a column has are numbers such as 1.234 or 1,234.
func (e *evidence) usual(delimiter rune) rune {
	p, c := e.marks[maybePoint], e.marks[maybeComma]
	// Beside 740 and 12, 1.234 has its mark for thousands: decimals of three places are seldom without any. Where numbers go from below to above
	// zero and none is less than 1,000 in size, the marks are decimal.
	thousands := e.small*20 > p+c && e.marks[noMark] == e.small
	across := e.small == 0 && e.negative > 0 && e.negative < p+c
	switch {
	case p > 0 && c > 0 || p+c == 0:
		return '.'
	case p > 0 && thousands && delimiter != ',', c > 0 && across:
		return ','
	case p > 0:
		return '.'
	case thousands || delimiter != ';':
		return '.'
	}
	return ','
}
