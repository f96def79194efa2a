package table

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// raw is a table as it was read, before anything is decided.
type raw struct {
	format    string
	encoding  string
	delimiter rune     // that the file says by itself; 0 where it does not
	names     []string // that the format says, or nil
	head      []record // the first records
	rows      []record // those that are kept, or all
	total     int64    // records in the file
	comments  []record // the first of them
	commented int64
	blank     int64 // rows of empty cells
	foreign   bool  // some lines were no UTF-8
}

// headRows is how many records from the first are kept beside the sample: what stands above the data is among them.
const headRows = 64

// load reads to the end, whatever the format.
func load(r io.Reader, o Options) (raw, error) {
	head, rest, err := peek(r)
	if err != nil {
		return raw{}, err
	}
	if err := recognise(head); err != nil {
		return raw{}, err
	}
	text, encoding := narrow(rest, head)
	head, text, err = peek(text)
	if err != nil {
		return raw{}, err
	}
	l := loader{raw: raw{format: "text", encoding: encoding}, sample: sample{rows: o.Rows, seed: o.Seed}}
	l.lines = newLines(text)
	if bytes.HasPrefix(head, []byte("\ufeff")) && l.lines.ensure(0) {
		head, l.lines.start = head[3:], 3
	}
	if err := formatOf(head)(&l); err != nil {
		return raw{}, err
	}
	return l.done(), nil
}

// peek reads the first bytes, and gives back a reader of all.
func peek(r io.Reader) (head []byte, all io.Reader, err error) {
	head = make([]byte, sniffed)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, nil, err
	}
	head = head[:n]
	return head, io.MultiReader(bytes.NewReader(head), r), nil
}

// formatOf finds the format by its beginning.
func formatOf(head []byte) func(*loader) error {
	for line := range bytes.Lines(head) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '%' || line[0] == '#':
			continue
		case startsJSON(bytes.TrimSpace(head)):
			return (*loader).json
		case len(line) > 9 && strings.EqualFold(string(line[:9]), "@relation"):
			return (*loader).arff
		case isSparse(string(line)):
			return (*loader).libsvm
		}
		break
	}
	return (*loader).text
}

// loader fills a raw.
type loader struct {
	raw
	sample sample
	lines  *lines
	joined []byte
	sparse sparse
}

// done ends the sample.
func (l *loader) done() raw {
	if l.sparse.wide > 0 {
		l.sample.rows = min(l.sample.rows, max(1, maxSparse/max(l.sparse.wide, len(l.names))))
	}
	l.sample.trim()
	l.rows, l.total = l.sample.kept, l.sample.offset
	if l.foreign {
		l.encoding = "Windows-1252"
	}
	return l.raw
}

// text reads lines of cells.
func (l *loader) text() error {
	for {
		line, err := l.lines.record()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		l.line(line)
	}
}

// line takes a line of text for what it is.
func (l *loader) line(line []byte) {
	line, other := utf(line)
	l.foreign = l.foreign || other
	switch {
	case l.separates(line):
	case comment(line):
		l.comment(line)
	case blank(line):
		if len(bytes.TrimSpace(line)) > 0 {
			l.blank++
		}
	default:
		l.add(line)
	}
}

// add is the next record.
func (l *loader) add(text []byte) {
	if len(l.head) < headRows {
		l.head = append(l.head, record{l.sample.offset, string(text), l.lines.line})
	}
	l.sample.add(l.lines.line, text)
}

// join is the next record, of a format that has cells by itself.
func (l *loader) join(cells []string) {
	l.joined = l.joined[:0]
	for i, c := range cells {
		if i > 0 {
			l.joined = append(l.joined, byte(unit))
		}
		l.joined = append(l.joined, c...)
	}
	l.add(l.joined)
}

func (l *loader) comment(line []byte) {
	if l.commented++; len(l.comments) < headRows {
		l.comments = append(l.comments, record{l.sample.offset, string(line), l.lines.line})
	}
}

// comment says whether a line is a remark: it begins with #, % or //.
func comment(line []byte) bool {
	for len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
		line = line[1:]
	}
	if len(line) == 0 {
		return false
	}
	switch line[0] {
	case '#':
		return !spreadsheetError(string(line[:min(len(line), 8)]))
	case '%':
		return true
	}
	return len(line) > 1 && line[0] == '/' && line[1] == '/'
}

// separates takes spreadsheets' first line that names the delimiter: sep=;
func (l *loader) separates(line []byte) bool {
	if l.sample.offset > 0 || l.delimiter != 0 {
		return false
	}
	text := strings.Trim(string(line), "\" ")
	if len(text) < 5 || !strings.EqualFold(text[:4], "sep=") {
		return false
	}
	c, size := utf8.DecodeRuneInString(text[4:])
	if c >= 0x80 || !delimits(byte(c)) || len(text) > 4+size+1 {
		return false
	}
	l.delimiter = c
	return true
}
