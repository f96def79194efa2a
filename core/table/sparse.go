package table

import (
	"strconv"
	"strings"
)

// A row of which most cells are the same is kept as it comes: a mark for what they hold, then places and values. So it takes no more memory than
// in its file.
const (
	zeros   = "\x1e" // the cells that are not named hold 0
	nothing = "\x1d" // they are empty
)

// isSparseRow says whether the text of a record is such a row.
func isSparseRow(text string) bool {
	return text != "" && (text[0] == zeros[0] || text[0] == nothing[0])
}

// expand gives a row all its cells, at least as many as the table is wide.
func expand(text string, width int, dst []string) []string {
	fill := "0"
	if text[0] == nothing[0] {
		fill = ""
	}
	for range width {
		dst = append(dst, fill)
	}
	text = text[1:]
	for text != "" {
		var place, value string
		place, text, _ = strings.Cut(text, string(unit))
		value, text, _ = strings.Cut(text, string(unit))
		j, err := strconv.Atoi(place)
		if err != nil || j < 0 || j >= MaxColumns {
			continue
		}
		for len(dst) <= j {
			dst = append(dst, fill)
		}
		dst[j] = value
	}
	return dst
}

// sparse is the next record, of cells that are told by their places.
type sparse struct {
	text []byte
	high int // the greatest place of the record, and one
	wide int // of all records
}

func (s *sparse) begin(fill string) { s.text, s.high = append(s.text[:0], fill...), 0 }

// set gives a cell its value.
func (s *sparse) set(place int, value string) {
	if len(s.text) > 1 {
		s.text = append(s.text, byte(unit))
	}
	s.text = strconv.AppendInt(s.text, int64(place), 10)
	s.text = append(s.text, byte(unit))
	s.text = append(s.text, value...)
	s.high = max(s.high, place+1)
}

// scatter is the next record: the sparse one.
func (l *loader) scatter() {
	l.sparse.wide = max(l.sparse.wide, l.sparse.high)
	l.add(l.sparse.text)
}

// maxSparse bounds the cells of all rows of a table with sparse ones, of which a file needs few bytes to have many: of more, a sample is kept.
const maxSparse = 1 << 22
