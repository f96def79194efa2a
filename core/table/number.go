package table

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// mark is what the marks in a number say of the decimal mark.
type mark uint8

// The marks, by an example of each.
const (
	noMark     mark = iota // 1234
	point                  // 1.5, 1,234.5, 1,234,567: points are decimal, commas set thousands apart
	comma                  // 1,5, 1.234,5, 1.234.567
	maybePoint             // 1.234: either
	maybeComma             // 1,234: either
)

// numeral is a cell that looks like a number, taken apart.
type numeral struct {
	body     string // digits and marks
	exponent string // with its sign
	unit     string // a percent or currency sign, or a degree
	mark     mark
	negative bool
	spaced   bool // spaces set thousands apart
}

// numeralOf takes a trimmed cell apart; ok says whether it looks like a number. What programming languages alone take for one is none: 1_000,
// 0x1p4, nan.
func numeralOf(cell string) (n numeral, ok bool) {
	if simple(cell) {
		n.body = cell
		return n, n.marks()
	}
	rest, ok := n.before(cell)
	if !ok {
		return n, false
	}
	if n.body = rest[:bodyLength(rest)]; n.body == "" {
		return n, false
	}
	if rest = n.power(rest[len(n.body):]); rest != "" && !n.after(rest) {
		return n, false
	}
	if strings.HasSuffix(n.body, " ") {
		n.body = strings.TrimRight(n.body, " ")
	}
	return n, n.marks()
}

// before takes a sign and a currency sign, in either order, from the front of a cell.
func (n *numeral) before(s string) (rest string, ok bool) {
	signed := false
	for s != "" {
		if c := s[0]; c >= '0' && c <= '9' || c == '.' || c == ',' {
			return s, true
		} else if c == '+' || c == '-' {
			if signed {
				return "", false
			}
			signed, n.negative, s = true, c == '-', s[1:]
			continue
		} else if c > ' ' && c < 0x80 && c != '$' {
			break
		}
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case isMinus(r) && !signed:
			signed, n.negative = true, true
		case isCurrency(r) && n.unit == "":
			n.unit = s[:size]
		case !isSpace(r) || !signed && n.unit == "":
			return "", false
		}
		s = s[size:]
	}
	for _, code := range currencies { // "EUR 5"
		if after, is := strings.CutPrefix(s, code); is && n.unit == "" && strings.HasPrefix(after, " ") {
			n.unit = code
			return n.before(after)
		}
	}
	return "", false
}

// bodyLength is how far digits and the marks between them reach.
func bodyLength(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= '0' && c <= '9' || c == '.' || c == ',' || c == '\'' || c == ' ' {
			i++
			continue
		}
		if c < 0x80 {
			return i
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) && r != '’' {
			return i
		}
		i += size
	}
	return len(s)
}

// power takes an exponent, of E or Fortran's D, from the front.
func (n *numeral) power(s string) (rest string) {
	if s == "" || strings.IndexByte("eEdD", s[0]) < 0 {
		return s
	}
	i := 1
	if strings.HasPrefix(s[i:], "−") {
		s = "e-" + s[i+len("−"):]
	}
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	digits := i
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == digits || i-digits > 4 {
		return s
	}
	n.exponent = s[1:i]
	return s[i:]
}

// currencies are the codes that stand beside numbers without a sign of their own.
var currencies = []string{"EUR", "USD", "GBP", "CHF", "JPY"}

// after takes a unit that ends the cell.
func (n *numeral) after(s string) bool {
	s = strings.TrimLeftFunc(s, isSpace)
	r, size := utf8.DecodeRuneInString(s)
	known := (r == '%' || r == '‰' || r == '°' || isCurrency(r)) && size == len(s) || s == "°C" || s == "°F"
	for _, code := range currencies {
		known = known || s == code
	}
	if !known || n.unit != "" {
		return false
	}
	n.unit = s
	return true
}

// value is the number, where the decimal mark is '.' or ','.
func (n *numeral) value(decimal rune) (float64, bool) {
	if decimal == '.' && n.mark == comma || decimal == ',' && n.mark == point {
		return 0, false
	}
	text := n.body
	if n.mark != noMark {
		if decimal == ',' {
			text = strings.Replace(strings.ReplaceAll(text, ".", ""), ",", ".", 1)
		} else if strings.IndexByte(text, ',') >= 0 {
			text = strings.ReplaceAll(text, ",", "")
		}
	}
	if n.exponent != "" {
		text += "e" + n.exponent
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, false // beyond float64
	}
	if n.negative {
		v = -v
	}
	return v, true
}

// number reads a cell where the decimal mark is known.
func number(cell string, decimal rune) (float64, bool) {
	n, ok := numeralOf(cell)
	if !ok {
		return 0, false
	}
	return n.value(decimal)
}

func isMinus(r rune) bool { return r == '−' || r == '–' || r == '﹣' || r == '－' }

func isCurrency(r rune) bool {
	return r == '$' || r >= 0xa2 && r <= 0xa5 || r >= 0x20a0 && r <= 0x20cf
}

// isSpace holds for spaces within a line: the common, the unbroken, the thin and the narrow.
func isSpace(r rune) bool { return r == ' ' || r == 0xa0 || r == 0x2009 || r == 0x202f || r == 0x2007 }
