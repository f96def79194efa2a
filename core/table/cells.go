package table

import "strings"

// unit joins the cells of formats that are no text tables: the separator that ASCII has for it.
const unit rune = 0x1f

// cells splits a record at its delimiter into dst, without the spaces and the quotes around them.
func cells(text string, delimiter rune, dst []string) []string {
	dst = dst[:0]
	switch delimiter {
	case None:
		return append(dst, unquoted(text))
	case Pairs:
		return paired(cells(text, ',', dst))
	case ' ':
		return fields(text, dst)
	case unit:
		for {
			i := strings.IndexByte(text, byte(unit))
			if i < 0 || len(dst) == MaxColumns {
				return append(dst, text)
			}
			dst, text = append(dst, text[:i]), text[i+1:]
		}
	}
	c := byte(delimiter)
	for {
		cell, rest, more := cut(text, c)
		dst = append(dst, cell)
		if !more || len(dst) > MaxColumns {
			return dst
		}
		text = rest
	}
}

// paired joins each two cells that are whole numbers to a number with a decimal comma.
func paired(row []string) []string {
	for _, c := range row {
		if n, ok := numeralOf(c); len(row)%2 != 0 || !ok || n.mark != noMark {
			return row
		}
	}
	for i := 0; i < len(row); i += 2 {
		row[i/2] = row[i] + "," + row[i+1]
	}
	return row[:len(row)/2]
}

// cut takes a cell from the front.
func cut(text string, c byte) (cell, rest string, more bool) {
	for text != "" && (text[0] == ' ' || text[0] == '\t' && c != '\t') {
		text = text[1:]
	}
	if text != "" && text[0] == '"' {
		if end := quoteEnd(text); end > 0 {
			after := strings.TrimLeft(text[end:], " ")
			if after == "" {
				return unquoted(text[:end]), "", false
			}
			if after[0] == c {
				return unquoted(text[:end]), after[1:], true
			}
		}
	}
	i := strings.IndexByte(text, c)
	if i < 0 {
		return trim(text), "", false
	}
	return trim(text[:i]), text[i+1:], true
}

// fields splits at runs of spaces and tabs.
func fields(text string, dst []string) []string {
	for {
		text = strings.TrimLeft(text, " \t")
		if text == "" || len(dst) > MaxColumns {
			return dst
		}
		if text[0] == '"' {
			if end := quoteEnd(text); end > 0 && (end == len(text) || text[end] == ' ' || text[end] == '\t') {
				dst, text = append(dst, unquoted(text[:end])), text[end:]
				continue
			}
		}
		end := strings.IndexAny(text, " \t")
		if end < 0 {
			return append(dst, text)
		}
		dst, text = append(dst, text[:end]), text[end:]
	}
}

// quoteEnd is where a quoted cell at the front ends, or 0 where it does not.
func quoteEnd(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return i + 1
	}
	return 0
}

// unquoted is a cell without the spaces and the quotes around it.
func unquoted(cell string) string {
	cell = trim(cell)
	if len(cell) < 2 || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return cell
	}
	return strings.TrimSpace(strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`))
}

// trim takes spaces off both ends of a cell, the unbroken ones too.
func trim(cell string) string {
	if cell != "" && (cell[0] <= ' ' || cell[0] >= 0x80 || cell[len(cell)-1] <= ' ' || cell[len(cell)-1] >= 0x80) {
		return strings.TrimSpace(strings.TrimFunc(cell, isSpace))
	}
	return cell
}

// blank says whether a record holds nothing but what stands between cells.
func blank(text []byte) bool {
	for _, c := range text {
		if !delimits(c) && c != '"' {
			return false
		}
	}
	return true
}
