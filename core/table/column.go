package table

import "strings"

// Kind is what a column holds.
type Kind uint8

// The kinds.
const (
	Words   Kind = iota // text: names, labels
	Number              // numbers
	Counter             // whole numbers that count the rows
	Date                // days or times
	Empty               // nothing
)

// String is the kind in words.
func (k Kind) String() string { return [...]string{"words", "numbers", "counter", "dates", "empty"}[k] }

// Column is what people are told of a column. Counts are of the rows that were kept.
type Column struct {
	Name    string // the file's, or "column 3"
	Own     bool   // the name is the file's
	Kind    Kind
	Decimal rune   // '.' or ','
	Unit    string // a sign beside its numbers, such as "%"; most cells have it

	Values  int // cells with a value of the kind
	Missing int // empty cells, and those that say that there is no value
	Others  int // cells that are neither

	Low, High float64 // of values; both 0 where there are none
	LowText   string  // as the file has them, for dates
	HighText  string
	Whole     bool      // all values are whole numbers
	Bars      [Bars]int // how many values lie in each of so many equal parts from Low to High
	Levels    []Level   // the different cells, where they are at most MaxLevels; ascending for numbers, and as they come for words
	Many      bool      // there are more than MaxLevels different cells
	Class     bool      // it has few values, and is offered as class
}

// Bars is how many bars a column's histogram has.
const Bars = 18

// MaxLevels is the most different values of a column that are counted one by one, and the most classes.
const MaxLevels = 32

// maxLevel is the most bytes of a cell that may be the name of a class.
const maxLevel = 200

// Level is one of a column's few values.
type Level struct {
	Text  string
	Count int
}

// Numeric says whether the column can be an axis.
func (c *Column) Numeric() bool { return c.Kind == Number || c.Kind == Counter || c.Kind == Date }

// key is a column's name as names are compared: in small letters, without a unit in brackets.
func (c *Column) key() string {
	if !c.Own {
		return ""
	}
	name := strings.ToLower(c.Name)
	if i := strings.IndexAny(name, "([/"); i > 0 {
		name = name[:i]
	}
	return strings.TrimSpace(name)
}

// reader reads the cells of one column as numbers, whatever its kind.
type reader struct {
	decimal rune
	dates   order // of a column of dates
	isDate  bool
}

func (r reader) value(cell string) (float64, bool) {
	if r.isDate {
		if v, ok := r.dates.days(cell); ok {
			return v, true
		}
		return 0, false
	}
	return number(cell, r.decimal)
}

// tally is what is counted of a column while its rows pass.
type tally struct {
	Column
	reader    reader
	nameless  bool   // other columns have names
	steps     [2]int // rows whose value is their number from 0, and from 1
	ascending bool
	last      float64
	compact   int            // whole numbers that are days written as 20240131
	places    map[string]int // of Levels
	same      int            // the place of the last one
}

// add counts the cell of the row of the given number.
func (t *tally) add(cell string, row int64) {
	if missing(cell) {
		t.Missing++
		return
	}
	t.level(cell)
	v, ok := t.reader.value(cell)
	if !ok || v > Largest || v < -Largest {
		t.Others++
		return
	}
	t.number(v, row, cell)
}

// number counts a value.
func (t *tally) number(v float64, row int64, cell string) {
	if t.Values == 0 {
		t.Low, t.High, t.LowText, t.HighText, t.Whole, t.ascending = v, v, cell, cell, true, true
	} else if v <= t.last {
		t.ascending = false
	}
	t.Values++
	t.last = v
	if v < t.Low {
		t.Low, t.LowText = v, cell
	}
	if v > t.High {
		t.High, t.HighText = v, cell
	}
	if v != float64(int64(v)) {
		t.Whole = false
		return
	}
	for k := range t.steps {
		if v == float64(row)+float64(k) {
			t.steps[k]++
		}
	}
	if compactDay(v) {
		t.compact++
	}
}

// level counts one of few different cells.
func (t *tally) level(cell string) {
	if t.Many {
		return
	}
	if t.same < len(t.Levels) && t.Levels[t.same].Text == cell { // often the one before
		t.Levels[t.same].Count++
		return
	}
	if i, ok := t.places[cell]; ok {
		t.same = i
		t.Levels[i].Count++
		return
	}
	if len(t.Levels) == MaxLevels || len(cell) > maxLevel {
		t.Many, t.Levels, t.places = true, nil, nil
		return
	}
	if t.places == nil {
		t.places = map[string]int{}
	}
	t.places[cell] = len(t.Levels)
	t.Levels = append(t.Levels, Level{cell, 1})
}
