package table

import (
	"fmt"
	"strings"
)

// Subject is what a note is about.
type Subject uint8

// The subjects.
const (
	Sampled     Subject = iota // only some rows were kept
	Skipped                    // titles, remarks or a line that names the delimiter stand above or between the data
	Encoded                    // the text is not UTF-8
	NumberNames                // the first row, of numbers, is taken for names
	DecimalMark                // numbers such as 1.234 can be read in two ways
	MixedMarks                 // columns differ in their decimal marks
	CommaPairs                 // commas may be decimal marks and not delimiters
	DayOrder                   // dates can be read day first or month first
	Counts                     // a column counts the rows, and is no axis
	Signs                      // percent or currency signs were left off
	Dated                      // dates became numbers
	Flat                       // a column of few numbers is an axis, and may be a class, or is passed over for others
	Classed                    // a column is taken for the class
)

// Note is something that a reader should know of how a table was read. One with Answers asks: each answer is another reading.
type Note struct {
	Subject Subject
	Column  int    // from 0; -1 where it is of no one column
	Text    string // a plain sentence, or a question
	Answers []Answer
}

// Answer is a reading that a note offers: with its Options the table is read again.
type Answer struct {
	Text    string
	Options Options
	Now     bool // it is how the table is read now
}

// noter gathers notes.
type noter struct {
	*Table
	list []Note
}

func (n *noter) say(s Subject, column int, format string, args ...any) *Note {
	n.list = append(n.list, Note{Subject: s, Column: column, Text: fmt.Sprintf(format, args...)})
	return &n.list[len(n.list)-1]
}

// notes are all that there is to tell.
func (t *Table) notes(h heading, v verdict, columns []evidence) []Note {
	n := noter{Table: t}
	n.sampled()
	n.skipped(h)
	if t.Encoding != "UTF-8" {
		n.say(Encoded, -1, "The text is in %s.", t.Encoding)
	}
	n.marks(v, columns)
	n.pairs(columns)
	n.columns(columns)
	return n.list
}

func (n *noter) sampled() {
	if all := n.Rows - n.raw.blank; int64(n.Kept) < all {
		n.say(Sampled, -1, "Of %d rows, a random sample of %d is used.", all, n.Kept)
	}
}

func (n *noter) skipped(h heading) {
	if n.raw.delimiter != 0 {
		n.say(Skipped, -1, "The first line, sep=%c, is skipped: it names the delimiter.", n.raw.delimiter)
	}
	if len(h.titles) > 0 {
		n.say(Skipped, -1, "%s above the table %s skipped: %q.", plural(len(h.titles), "line"), are(len(h.titles)), shown(h.titles[0].text))
	}
	if n.raw.commented > 0 && n.raw.format == "text" {
		named := ""
		if h.comment {
			named = fmt.Sprintf(" The names come from line %d.", h.line)
		}
		n.say(Skipped, -1, "%s of remarks %s skipped.%s", plural(int(n.raw.commented), "line"), are(int(n.raw.commented)), named)
	}
	if h.numbers {
		note := n.say(NumberNames, -1, "Is the first row, %s, the names of the columns, or a point?", shown(strings.Join(h.names, ", ")))
		note.Answers = n.answers([]string{"names", "a point"}, 0, func(o *Options, i int) { o.Header = []Header{Named, Unnamed}[i] })
	}
}

// answers are readings that differ in one option.
func (n *noter) answers(texts []string, now int, set func(o *Options, i int)) []Answer {
	var list []Answer
	for i, text := range texts {
		o := n.options
		set(&o, i)
		list = append(list, Answer{text, o, i == now})
	}
	return list
}

// marks asks for the decimal mark where nothing tells it.
func (n *noter) marks(v verdict, columns []evidence) {
	if v.mixed {
		var list []string
		for j, mark := range v.column {
			if mark != v.most && columns[j].numeric() {
				list = append(list, n.Columns[j].Name)
			}
		}
		n.say(MixedMarks, -1, "%s: the decimal mark is %q there, and %q elsewhere.", shown(strings.Join(list, ", ")), other(v.most), v.most)
	}
	if v.ambiguous == 0 {
		return
	}
	cell := n.example(columns)
	p, _ := number(cell, '.')
	c, _ := number(cell, ',')
	note := n.say(DecimalMark, -1, "Is %s %s or %s? Every number with a mark has three digits behind it.", cell, short(p), short(c))
	now := 0
	if v.most == ',' {
		now = 1
	}
	note.Answers = n.answers([]string{short(p), short(c)}, now, func(o *Options, i int) { o.Decimal = []rune{'.', ','}[i] })
}

func other(mark rune) rune {
	if mark == '.' {
		return ','
	}
	return '.'
}

// example is the first cell that could be read in two ways.
func (n *noter) example(columns []evidence) string {
	for _, r := range n.raw.rows {
		for j, c := range n.dialect.split(r.text, nil) {
			if r.number < n.first || j >= len(columns) || !columns[j].numeric() {
				continue
			}
			if x, ok := numeralOf(c); ok && (x.mark == maybePoint || x.mark == maybeComma) {
				return c
			}
		}
	}
	return ""
}

// pairs asks whether commas are decimal marks where all cells between them are whole numbers without signs.
func (n *noter) pairs(columns []evidence) {
	if n.dialect.delimiter != ',' || n.options.Delimiter == ',' || n.raw.delimiter != 0 || len(columns)%2 != 0 {
		return
	}
	names := 0
	for j := range columns {
		if e := &columns[j]; e.words > 2 || e.dates > 0 || e.marks[noMark] != e.numbers() || n.Columns[j].Low < 0 && j%2 == 1 {
			return
		} else if n.Columns[j].Own {
			names++
		}
	}
	if names > len(columns)/2 {
		return
	}
	row := shown(n.raw.head[min(int(n.first), len(n.raw.head)-1)].text)
	note := n.say(CommaPairs, -1, "Do all commas in %s set columns apart, or is every second one a decimal mark?", row)
	texts, marks := []string{"columns", "decimal marks"}, []rune{',', Pairs}
	if len(columns) == 2 {
		note.Text, marks[1] = fmt.Sprintf("Does the comma in %s set two columns apart, or is it a decimal mark?", row), None
	}
	note.Answers = n.answers(texts, 0, func(o *Options, i int) { o.Delimiter = marks[i] })
}

// columns tells what is particular of single columns.
func (n *noter) columns(columns []evidence) {
	for j := range n.Columns {
		c := &n.Columns[j]
		axis := j == n.Guess.X || j == n.Guess.Y
		switch {
		case c.Kind == Counter && axis:
			n.say(Counts, j, "%s counts the rows; it is an axis because there is no other.", c.Name)
		case c.Kind == Counter:
			n.say(Counts, j, "%s counts the rows, and is left aside.", c.Name)
		case c.Class && axis:
			n.say(Flat, j, "%s has only %d different values: it may be a class.", c.Name, len(c.Levels))
		case j == n.Guess.Class:
			n.say(Classed, j, "%s has %d different values, and is taken for the class.", c.Name, len(c.Levels))
		case c.Kind == Number && c.rank() > 0 && j < max(n.Guess.X, n.Guess.Y) && !axis:
			n.say(Flat, j, "%s has only %d different values, and is passed over.", c.Name, max(1, len(c.Levels)))
		case c.Kind == Date && n.readers[j].isDate && axis:
			n.say(Dated, j, "%s is read as days since 1970-01-01.", c.Name)
		}
		if c.Unit != "" && c.Numeric() {
			n.say(Signs, j, "The sign %s of %s is left off.", c.Unit, c.Name)
		}
		if e := &columns[j]; c.Kind == Date && n.readers[j].isDate && e.slashed > 0 && (e.dayFirst == 0) == (e.monthFirst == 0) {
			n.say(DayOrder, j, "%s is read with the day first.", c.Name)
		}
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// String says in a sentence how many rows were left out and why, and nothing where none was.
func (l Left) String() string {
	var why []string
	if l.Blank > 0 {
		why = append(why, fmt.Sprintf("%d empty", l.Blank))
	}
	if l.Missing > 0 {
		why = append(why, fmt.Sprintf("%d without a value", l.Missing))
	}
	if l.Others > 0 {
		why = append(why, fmt.Sprintf("%d with something else than a number, the first %q in line %d", l.Others, l.First.Value, l.First.Line))
	}
	if why == nil {
		return ""
	}
	return fmt.Sprintf("%s left out: %s.", plural(int(l.Total()), "row"), strings.Join(why, ", "))
}
