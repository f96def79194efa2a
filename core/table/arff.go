package table

import (
	"io"
	"strings"
)

// arff reads Weka's format: a relation, its attributes, and rows of commas, dense or sparse.
func (l *loader) arff() error {
	l.format, l.names = "ARFF", []string{}
	inData := false
	for {
		text, err := l.lines.record()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		text, other := utf(text)
		l.foreign = l.foreign || other
		line := strings.TrimSpace(string(text))
		switch {
		case line == "" || line[0] == '%':
		case inData:
			l.arffRow(line)
		case keyword(line, "@attribute"):
			name, _ := arffCell(strings.TrimSpace(line[len("@attribute"):]), " \t")
			if l.names = append(l.names, name); len(l.names) > MaxColumns {
				return &Error{Line: l.lines.line, Value: "one more attribute", Allowed: "up to 4096"}
			}
		case keyword(line, "@data"):
			inData = true
		case keyword(line, "@relation"):
		default:
			return &Error{Line: l.lines.line, Value: shown(line), Allowed: "@attribute or @data (the table is read as ARFF)"}
		}
	}
}

func keyword(line, word string) bool {
	return len(line) >= len(word) && strings.EqualFold(line[:len(word)], word)
}

// arffRow reads a row of cells, or of places and cells in braces.
func (l *loader) arffRow(line string) {
	if line[0] == '{' {
		l.arffSparse(strings.Trim(line, "{}"))
		return
	}
	row := make([]string, 0, len(l.names))
	for line != "" && len(row) <= MaxColumns {
		var cell string
		cell, line = arffCell(line, ",")
		row = append(row, cell)
	}
	l.join(row)
}

func (l *loader) arffSparse(line string) {
	l.sparse.begin(zeros)
	for line != "" {
		var place, value string
		place, line = arffCell(line, " \t")
		value, line = arffCell(line, ",")
		if j, ok := wholeNumber(place); ok && j < len(l.names) {
			l.sparse.set(j, value)
		}
	}
	l.scatter()
}

// arffCell takes a cell, which may be in single or double quotes, up to one of the ends.
func arffCell(line, ends string) (cell, rest string) {
	line = strings.TrimLeft(line, " \t")
	if line != "" && (line[0] == '\'' || line[0] == '"') {
		for i := 1; i < len(line); i++ {
			if line[i] == '\\' {
				i++
			} else if line[i] == line[0] {
				cell, rest = strings.ReplaceAll(line[1:i], "\\", ""), line[i+1:]
				if j := strings.IndexAny(rest, ends); j >= 0 {
					return cell, rest[j+1:]
				}
				return cell, ""
			}
		}
	}
	if i := strings.IndexAny(line, ends); i >= 0 {
		return strings.TrimSpace(line[:i]), line[i+1:]
	}
	return strings.TrimSpace(line), ""
}
