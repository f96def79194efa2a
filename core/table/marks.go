package table

import "strings"

// simple says whether a cell is digits and one or no mark between them, as nearly all are.
func simple(cell string) bool {
	marks := 0
	for i := 0; i < len(cell); i++ {
		if c := cell[i]; c < '0' || c > '9' {
			if c != '.' && c != ',' || i == 0 || marks > 0 {
				return false
			}
			marks++
		}
	}
	return cell != ""
}

// marks finds what the marks of the body are, and whether they stand where marks of a number do.
func (n *numeral) marks() bool {
	dots, commas, others, digits, lastDot, lastComma := 0, 0, 0, 0, -1, -1
	for i := 0; i < len(n.body); i++ {
		switch c := n.body[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			dots, lastDot = dots+1, i
		case c == ',':
			commas, lastComma = commas+1, i
		default:
			others++
		}
	}
	if digits == 0 {
		return false
	}
	if others > 0 && !n.together(dots+commas, max(lastDot, lastComma)) {
		return false
	}
	switch {
	case dots == 0 && commas == 0:
		n.mark = noMark
	case dots == 1 && commas == 0:
		n.mark = n.single('.', point, maybePoint)
	case dots == 0 && commas == 1:
		n.mark = n.single(',', comma, maybeComma)
		return n.body[len(n.body)-1] != ',' // "5." is a number of Fortran's, "5," the end of a clause
	case dots == 0 || dots == 1 && lastDot > lastComma: // 1,234,567 or 1,234.5
		n.mark = point
		return grouped(n.body[:whole(n.body, lastDot)], ',')
	case commas == 0 || commas == 1 && lastComma > lastDot:
		n.mark = comma
		return grouped(n.body[:whole(n.body, lastComma)], '.')
	default:
		return false
	}
	return true
}

// whole is where the digits before a decimal mark end; -1 is no such mark.
func whole(body string, last int) int {
	if last < 0 {
		return len(body)
	}
	return last
}

// single is what one mark says: three digits after one to three may be thousands.
func (n *numeral) single(c byte, sure, either mark) mark {
	if n.exponent == "" && !n.spaced && grouped(n.body, c) {
		return either
	}
	return sure
}

// together takes spaces or apostrophes out from between thousands.
func (n *numeral) together(marks, last int) bool {
	if marks > 1 {
		return false
	}
	end := whole(n.body, last)
	head := strings.Map(func(r rune) rune {
		if isSpace(r) {
			return ' '
		} else if r == '’' {
			return '\''
		}
		return r
	}, n.body[:end])
	set := byte(' ')
	if strings.IndexByte(head, '\'') >= 0 {
		set = '\''
	}
	n.spaced = set == ' ' && strings.IndexByte(n.body, ' ') >= 0
	if !grouped(head, set) || strings.ContainsAny(n.body[end:], " '") {
		return false
	}
	n.body = strings.ReplaceAll(head, string(set), "") + n.body[end:]
	return true
}

// grouped says whether digits are set apart by marks in groups of three, the first of one to three and no zero.
func grouped(s string, c byte) bool {
	first, group := strings.IndexByte(s, c), 0
	if first < 1 || first > 3 || s[0] == '0' {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == c:
			if i > first && group != 3 {
				return false
			}
			group = 0
		case s[i] < '0' || s[i] > '9':
			return false
		default:
			group++
		}
	}
	return group == 3
}
