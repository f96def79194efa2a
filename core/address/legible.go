package address

import (
	"strings"
	"unicode/utf8"
)

// What editors, messengers and keyboards make of the letters of a link, and what other notations make of its marks. It is undone in silence: nobody who
// reads the link sees a difference.

// entities are ways to write & and = in HTML by number, and in JSON. (&amp; is read where a link is split.)
var entities = [][2]string{{"&#38;", "&"}, {"&#038;", "&"}, {"&#x26;", "&"}, {"&#x0026;", "&"}, {"&#61;", "="}, {"&#x3d;", "="}, {`\u0026`, "&"}, {`\u003d`, "="}, {`\&`, "&"}}

// unentitied is a text with & and = for what stands for them elsewhere.
func unentitied(text string) string {
	if !strings.Contains(text, "&#") && !strings.Contains(text, `\`) {
		return text
	}
	for _, e := range entities {
		text = strings.ReplaceAll(text, e[0], e[1])
		text = strings.ReplaceAll(text, strings.ToUpper(e[0]), e[1])
	}
	return text
}

// legible is a text without what cannot be seen in it (soft hyphens, joiners, marks of order, tabs and ends of lines), with - for the dashes that editors
// make of it, and with plain letters and marks for those of full width.
func legible(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\t', r == '\n', r == '\r', r == 0xa0, r == 0xad, 0x200b <= r && r <= 0x200f, r == 0x2028, r == 0x2029, r == 0x2060, r == 0xfe0f, r == 0xfeff:
		case 0x2010 <= r && r <= 0x2015, r == 0x2212:
			b.WriteByte('-')
		case 0xff01 <= r && r <= 0xff5e:
			b.WriteByte(byte(r - 0xff01 + '!'))
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}
