package table

import (
	"bytes"
	"fmt"
	"io"
)

// lines splits text into records: lines ended by LF, CR or CRLF, except inside quoted cells.
type lines struct {
	r      io.Reader
	buf    []byte // from start on not yet returned
	start  int
	line   int // of the record returned last, from 1
	next   int // of the record to come
	read   int64
	eof    bool
	err    error
	cr     bool // the last record ended in CR, which an LF may follow
	quotes bool // quoted cells may hold line ends: until one is not closed
}

func newLines(r io.Reader) *lines { return &lines{r: r, next: 1, quotes: true} }

// maxQuoted is the longest quoted cell that may hold line ends: after a longer one, and after one without an end, a quote is a mark like others.
const maxQuoted = 64 << 10

// record returns the next record, valid until the next call, or io.EOF.
func (l *lines) record() ([]byte, error) {
	if l.cr = l.cr && l.ensure(0) && l.buf[l.start] == '\n'; l.cr {
		l.start++
		l.cr = false
	}
	if !l.ensure(0) {
		return nil, l.ended()
	}
	l.line = l.next
	quote := -1 // where a quoted cell began
	for i := 0; ; i++ {
		if i > MaxLine {
			return nil, &Error{Line: l.line, Value: fmt.Sprintf("more than %d bytes", MaxLine), Allowed: fmt.Sprintf("lines of up to %d bytes", MaxLine)}
		}
		if !l.ensure(i) {
			if l.err != nil {
				return nil, l.err
			}
			if quote < 0 {
				return l.take(i, 0), nil
			}
			i, quote = l.unquote(quote), -1
			continue
		}
		if quote < 0 {
			i += plain(l.buf[l.start+i:])
			if l.start+i == len(l.buf) {
				i--
				continue
			}
		}
		c := l.buf[l.start+i]
		switch {
		case quote >= 0 && c == '"':
			if i > quote && l.closes(i+1) {
				quote = -1
			} else if l.ensure(i+1) && l.buf[l.start+i+1] == '"' {
				i++
			}
		case quote >= 0 && i-quote > maxQuoted:
			i, quote = l.unquote(quote), -1
		case quote >= 0:
		case c == '"' && l.quotes && l.opens(i):
			quote = i
		case c == '\n' || c == '\r':
			l.cr = c == '\r'
			return l.take(i, 1), nil
		}
	}
}

// plain is how many bytes from the front on neither end a line nor are quotes.
func plain(b []byte) int {
	for i, c := range b {
		if c == '\n' || c == '\r' || c == '"' {
			return i
		}
	}
	return len(b)
}

// unquote goes back to a quote that is not closed, and takes quotes for marks like others from there on.
func (l *lines) unquote(at int) int {
	l.quotes = false
	return at
}

// opens says whether a quote at i begins a cell, whatever the delimiter.
func (l *lines) opens(i int) bool { return i == 0 || delimits(l.buf[l.start+i-1]) }

// closes says whether a cell may end before i.
func (l *lines) closes(i int) bool {
	if !l.ensure(i) {
		return true
	}
	c := l.buf[l.start+i]
	return delimits(c) || c == '\n' || c == '\r'
}

func delimits(c byte) bool { return c == ',' || c == ';' || c == '\t' || c == '|' || c == ' ' }

// take returns n bytes as a record and passes over its end.
func (l *lines) take(n, end int) []byte {
	record := l.buf[l.start : l.start+n]
	l.start += n + end
	l.next++
	if bytes.IndexByte(record, '"') >= 0 {
		l.next += bytes.Count(record, []byte("\n"))
	}
	return record
}

// ensure reads until byte i from the start is there, or the text ends.
func (l *lines) ensure(i int) bool {
	for l.start+i >= len(l.buf) && !l.eof {
		l.fill()
	}
	return l.start+i < len(l.buf)
}

// fill reads on, after moving what is not yet returned to the front.
func (l *lines) fill() {
	const piece = 64 << 10
	n := copy(l.buf, l.buf[l.start:])
	l.buf, l.start = l.buf[:n], 0
	if cap(l.buf)-n < piece {
		l.buf = append(make([]byte, 0, 2*cap(l.buf)+piece), l.buf...)
	}
	k, err := l.r.Read(l.buf[n : n+piece])
	l.buf = l.buf[:n+k]
	if l.read += int64(k); l.read > MaxBytes && err == nil {
		err = &Error{Value: fmt.Sprintf("more than %d MB", MaxBytes>>20), Allowed: fmt.Sprintf("at most %d MB", MaxBytes>>20)}
	}
	if err != nil {
		l.eof = true
		if err != io.EOF {
			l.err = err
		}
	}
}

func (l *lines) ended() error {
	if l.err != nil {
		return l.err
	}
	return io.EOF
}
