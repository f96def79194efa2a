package imagefile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// maxLine is the longest line: a colour image of 256 by 256 whose numbers have four figures.
const maxLine = 1 << 20

// lines calls take with each line that is not blank, and its number from 1.
func (s *table) lines(take func(number int, line []byte) error) error {
	r, err := s.open()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(line) == 0 {
			continue
		}
		if err := take(n, line); err != nil {
			return err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return refuse(s.name, fmt.Sprintf("lines of at most %d bytes", maxLine), "a longer line")
	}
	if lines.Err() != nil {
		return broken(s.name, "a text", lines.Err())
	}
	return nil
}

// rows calls take with the cells of each line of data.
func (s *table) rows(take func(cells [][]byte) error) error {
	var cells [][]byte
	header := s.header
	return s.lines(func(number int, line []byte) error {
		if header {
			header = false
			return nil
		}
		cells = cells[:0]
		for cell := range bytes.SplitSeq(line, []byte{s.delimiter}) {
			cells = append(cells, cell)
			if len(cells) > s.columns {
				break
			}
		}
		if len(cells) != s.columns {
			return refuse(s.name, fmt.Sprintf("%d, as in the first line", s.columns), "a line %d of %s columns", number, counted(len(cells), s.columns))
		}
		if err := take(cells); err != nil {
			var wrong *cellError
			if errors.As(err, &wrong) {
				return refuse(s.name, "a number for each pixel", "%q in line %d", shown(wrong.text), number)
			}
			return err
		}
		return nil
	})
}

func counted(n, most int) string {
	if n > most {
		return fmt.Sprintf("more than %d", most)
	}
	return strconv.Itoa(n)
}

// cellError is a cell that is no number.
type cellError struct{ text string }

func (e *cellError) Error() string { return e.text }

// number is a cell's value: most are bytes, for which that is all.
func number(cell []byte) (float64, error) {
	if n := len(cell); n > 0 && n < 4 {
		v, ok := 0, true
		for _, c := range cell {
			v, ok = 10*v+int(c-'0'), ok && c >= '0' && c <= '9'
		}
		if ok {
			return float64(v), nil
		}
	}
	v, err := strconv.ParseFloat(clean(string(cell)), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, &cellError{string(cell)}
	}
	return v, nil
}
