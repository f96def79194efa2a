package imagefile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ganvas/core/imageset"
)

// maxLine is the longest line: a colour image of 256 by 256 whose numbers have four figures.
const maxLine = 1 << 20

// isText says whether a file's beginning is text.
func isText(l leaf) bool {
	head := l.head
	for k := 0; k < utf8.UTFMax && len(head) > 0 && !utf8.Valid(head); k++ {
		head = head[:len(head)-1] // the last letter may be cut
	}
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return false
		}
	}
	return len(head) > 0 && utf8.Valid(head)
}

// sheet is a text with a line for each image: a column for each pixel and perhaps one, first or last, for the class.
type sheet struct {
	leaf
	delimiter byte
	header    bool
	columns   int
	label     int // the column of classes, or -1
	first     int // the column of the first pixel
	count     int
	shape     imageset.Shape
	planar    bool
}

// text reads a text, if its columns are pixels.
func (r *reading) text(l leaf) error {
	s, err := newSheet(l)
	if err != nil {
		if r.first == nil {
			r.first = err
		}
		r.skipped++
		return nil
	}
	of, names, scale, err := s.survey()
	if err != nil {
		return err
	}
	p := part{name: l.name, count: s.count, shape: s.shape, low: scale.low, high: scale.high, label: of, classes: names}
	p.each = func(take func([]uint8, int) error) error { return s.images(scale, take) }
	r.parts = append(r.parts, p)
	return nil
}

// newSheet finds the columns by the first line.
func newSheet(l leaf) (*sheet, error) {
	s := &sheet{leaf: l, label: -1}
	var cells []string
	err := s.lines(func(_ int, line []byte) error {
		s.delimiter = delimiter(line)
		cells = strings.Split(string(line), string(s.delimiter))
		return io.EOF
	})
	if err != nil && err != io.EOF {
		return nil, err
	}
	s.columns = len(cells)
	last := len(cells) - 1
	for i, c := range cells {
		if _, err := strconv.ParseFloat(clean(c), 64); err != nil && (i > 0 && i < last || named(clean(c))) {
			s.header = true // at the ends a word may be a class
		}
	}
	for _, i := range [2]int{last, 0} {
		if s.header && named(clean(cells[i])) {
			s.label = i
		}
	}
	pixels := s.columns
	if s.label >= 0 {
		pixels--
	} else if _, _, err := square(l.name, pixels); err != nil && pixels > 1 {
		s.label, pixels = 0, pixels-1 // the survey says whether it is the last instead
	}
	if s.shape, s.planar, err = square(l.name, pixels); err != nil || pixels < 16 {
		return nil, refuse(l.name, "a column for each pixel of a square, and perhaps one of classes: 784 or 785 for 28 by 28", "lines of %d columns", s.columns)
	}
	return s, nil
}

// delimiter is what sets a line's cells apart.
func delimiter(line []byte) byte {
	best := byte(',')
	for _, d := range []byte{';', '\t', ' '} {
		if bytes.Count(line, []byte{d}) > bytes.Count(line, []byte{best}) {
			best = d
		}
	}
	return best
}

// named says whether a column's name is that of classes.
func named(name string) bool {
	switch strings.ToLower(name) {
	case "label", "labels", "class", "target", "digit", "y":
		return true
	}
	return false
}

func clean(cell string) string { return strings.Trim(cell, "\" \t\r") }

// lines calls take with each line that is not blank, and its number from 1.
func (s *sheet) lines(take func(number int, line []byte) error) error {
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
func (s *sheet) rows(take func(cells [][]byte) error) error {
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

// survey reads the text once: for the count of images, their classes, and their values' scale.
func (s *sheet) survey() (of []int, names []string, _ scale, err error) {
	var ends [2]column
	one := s.columns - s.shape.Size() // 1 where there are classes
	scale, err := scaleOf(s.name, func(take func(float64) error) error {
		return s.rows(func(cells [][]byte) error {
			if s.count++; s.count > maxImages {
				return refuse(s.name, fmt.Sprintf("at most %d", maxImages), "more than %d images", maxImages)
			}
			if one == 1 {
				ends[0].add(cells[0])
				ends[1].add(cells[len(cells)-1])
			}
			for i := one; i < len(cells)-one; i++ { // what may be a class is no pixel yet
				v, err := number(cells[i])
				if err != nil {
					return err
				}
				if err := take(v); err != nil {
					return err
				}
			}
			return nil
		})
	}, false)
	if err != nil {
		return nil, nil, scale, err
	}
	if one == 0 {
		return nil, nil, scale, nil
	}
	if !s.header || s.label < 0 {
		s.label = 0
		if ends[0].constant() && !ends[1].constant() { // a corner's pixel
			s.label = s.columns - 1
		}
	}
	if s.label == 0 {
		s.first = 1
	}
	of, names, err = ends[min(s.label, 1)].classes(s.name)
	return of, names, scale, err
}

// images reads the images.
func (s *sheet) images(by scale, take func([]uint8, int) error) error {
	pixels, turned := make([]uint8, s.shape.Size()), make([]uint8, s.shape.Size())
	return s.rows(func(cells [][]byte) error {
		for i := range pixels {
			v, err := number(cells[s.first+i])
			if err != nil {
				return err
			}
			pixels[i] = by.byte(v)
		}
		if s.planar {
			interleave(turned, pixels, s.shape)
			return take(turned, -1)
		}
		return take(pixels, -1)
	})
}

// column is a column that may be classes.
type column struct {
	names  []string // in the order in which they came
	number map[string]int
	of     []int
	many   bool
}

func (c *column) add(cell []byte) {
	if c.many {
		return
	}
	name := clean(string(cell))
	k, known := c.number[name]
	if !known {
		if len(c.names) == imageset.MaxClasses {
			c.many = true
			return
		}
		if c.number == nil {
			c.number = map[string]int{}
		}
		k = len(c.names)
		c.names, c.number[name] = append(c.names, name), k
	}
	c.of = append(c.of, k)
}

func (c *column) constant() bool { return len(c.names) < 2 }

// classes are the class of each line and the names: numbers from 0 as they are, all else by the alphabet.
func (c *column) classes(file string) ([]int, []string, error) {
	if c.many {
		return nil, nil, refuse(file, fmt.Sprintf("at most %d", imageset.MaxClasses), "more than %d classes", imageset.MaxClasses)
	}
	to, names := make([]int, len(c.names)), slices.Clone(c.names)
	if numbered := c.numbers(to); numbered {
		names = nil
	} else {
		slices.Sort(names)
		for i, name := range c.names {
			to[i], _ = slices.BinarySearch(names, name)
		}
	}
	for i, k := range c.of {
		c.of[i] = to[k]
	}
	return c.of, names, nil
}

// numbers writes the classes' numbers, if all names are some.
func (c *column) numbers(to []int) bool {
	for i, name := range c.names {
		v, err := strconv.ParseFloat(name, 64)
		if err != nil || v != math.Floor(v) || v < 0 || v >= imageset.MaxClasses {
			return false
		}
		to[i] = int(v)
	}
	return true
}
