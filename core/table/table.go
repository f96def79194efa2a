// Package table reads the tables that people have: text of any delimiter, decimal mark and encoding, JSON, ARFF and libsvm.
//
// Read looks at the whole table before it decides what a comma means, and says what it found: columns with their kinds and ranges, a guess of
// which are x, y and the class, what was skipped and left out, and what could be read otherwise (Note). A reader who disagrees
// reads again with Options, without the file, or makes a Choice of other columns. Points then takes the numbers out, in float64.
//
// A table of any length is read in bounded memory: lines, cells and columns have limits, and of more rows than MaxRows, or
// than fit in MaxText, a seeded sample is kept. Nothing here knows what the points are for.
package table

import "io"

// The limits of a table.
const (
	MaxRows    = 200_000   // rows kept; of more, a sample is
	MaxText    = 20 << 20  // bytes of rows kept; of more, a sample is
	MaxLine    = 1 << 20   // bytes of a line
	MaxColumns = 4096      // columns, of which a Choice takes up to MaxChosen
	MaxBytes   = 500 << 20 // bytes of a table
)

// Options say how to read what would otherwise be found by looking. The zero value leaves all open.
type Options struct {
	Delimiter rune   // ',', ';', '\t', '|', ' ', None for a single column, or Pairs
	Decimal   rune   // '.' or ','
	Header    Header // whether the first row holds names
	Rows      int    // the most rows to keep, up to MaxRows, which 0 stands for
	Seed      uint32 // of the sample
}

// Delimiters of their own kind.
const (
	None  rune = -1 // a table of one column
	Pairs rune = -2 // commas both between columns and as decimal marks, as in 2,74,54,6
)

// Header says whether the first row holds names.
type Header uint8

// The headers.
const (
	Found   Header = iota // by looking
	Named                 // the first row holds names
	Unnamed               // the first row is data
)

// Table is a table that was read.
type Table struct {
	Description
	raw     raw
	options Options
	dialect dialect
	readers []reader // of the columns
	first   int64    // the number of the first record that is data
}

// Description is what people are told of a table.
type Description struct {
	Format    string // "text", "JSON", "ARFF" or "libsvm"
	Encoding  string // "UTF-8", "UTF-16" or "Windows-1252"
	Delimiter rune   // of text; None for one column, 0 for other formats
	Decimal   rune   // of most columns, '.' or ','
	Header    bool   // the names are the file's own
	Rows      int64  // in the file, without header, comments and blank lines
	Kept      int    // of these: all, or a sample
	Columns   []Column
	Head      [][]string // the first rows, as they stand
	Guess     Choice
	Notes     []Note

	told    bool   // Points.Text wrote it
	scaling string // what it says of that
}

// Read reads a table to its end.
func Read(r io.Reader, o Options) (*Table, error) {
	if o.Rows <= 0 || o.Rows > MaxRows {
		o.Rows = MaxRows
	}
	raw, err := load(r, o)
	if err != nil {
		return nil, err
	}
	return describe(raw, o)
}

// Reread reads the rows that were kept with other options; the sample stays as it is.
func (t *Table) Reread(o Options) (*Table, error) { return describe(t.raw, o) }
