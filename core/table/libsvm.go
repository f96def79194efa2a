package table

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// isSparse says whether a line is one of libsvm's: a label, then places and values with a colon between.
func isSparse(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || strings.ContainsAny(line, ",;|") {
		return false
	}
	if _, ok := number(words[0], '.'); !ok {
		return false
	}
	for _, w := range words[1:] {
		if w[0] == '#' {
			break
		}
		place, value, ok := strings.Cut(w, ":")
		if _, whole := wholeNumber(place); !ok || !whole && place != "qid" {
			return false
		}
		if _, ok := number(value, '.'); !ok {
			return false
		}
	}
	// 10:30 may be a time; the places of a row ascend from 1.
	return strings.Contains(words[1], ":") && !strings.HasPrefix(words[1], "0")
}

// libsvm reads rows of a label and of places with values; what is not named is 0.
func (l *loader) libsvm() error {
	l.format = "libsvm"
	for {
		text, err := l.lines.record()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		line, _, _ := strings.Cut(string(text), "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if wrong := l.sparseRow(words); wrong != "" {
			return &Error{Line: l.lines.line, Value: shown(wrong), Allowed: fmt.Sprintf("a label, then places from 1 to %d and values, such as 3:1.5 (the table is read as libsvm)", MaxColumns-1)}
		}
	}
	l.names = []string{"label"}
	for j := 1; j < l.sparse.wide; j++ {
		l.names = append(l.names, strconv.Itoa(j))
	}
	return nil
}

// sparseRow adds a row, or returns the word at fault.
func (l *loader) sparseRow(words []string) (wrong string) {
	l.sparse.begin(zeros)
	l.sparse.set(0, words[0])
	for _, w := range words[1:] {
		place, value, ok := strings.Cut(w, ":")
		if place == "qid" {
			continue
		}
		j, whole := wholeNumber(place)
		if !ok || !whole || j < 1 || j >= MaxColumns {
			return w
		}
		l.sparse.set(j, value)
	}
	l.scatter()
	return ""
}
