package imagefile

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"ganvas/core/imageset"
)

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

// table is a text with a line for each image: a column for each pixel and perhaps one, first or last, for the class.
type table struct {
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
	s, err := newTable(l)
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

// newTable finds the columns by the first line.
func newTable(l leaf) (*table, error) {
	s := &table{leaf: l, label: -1}
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
	if s.header && s.delimiter == ' ' {
		return nil, refuse(l.name, allowed, "words")
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

// survey reads the text once: for the count of images, their classes, and their values' scale.
func (s *table) survey() (of []int, names []string, _ scale, err error) {
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
func (s *table) images(by scale, take func([]uint8, int) error) error {
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
