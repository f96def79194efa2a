package table

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// sniffed is how many bytes the kind of a file is found from.
const sniffed = 4096

// wide names the byte order of UTF-16, "LE" or "BE", and nothing for other text. Without a mark it is known by its zeros, of which
// ASCII has one in each pair.
func wide(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return "LE"
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "BE"
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch pairs := len(head) / 2; {
	case pairs == 0:
	case zeros[1] > pairs*3/4 && zeros[0] == 0:
		return "LE"
	case zeros[0] > pairs*3/4 && zeros[1] == 0:
		return "BE"
	}
	return ""
}

// narrow is text in UTF-8, or in bytes of which lines that are no UTF-8 are Windows-1252 (see utf).
func narrow(r io.Reader, head []byte) (io.Reader, string) {
	order := unicode.LittleEndian
	switch wide(head) {
	case "BE":
		order = unicode.BigEndian
		fallthrough
	case "LE":
		return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(r), "UTF-16"
	}
	return r, "UTF-8"
}

// utf is a line in UTF-8. One that is none is Windows-1252, which holds Latin-1: decided for each line, so that no file has to be read twice.
func utf(line []byte) (text []byte, other bool) {
	if utf8.Valid(line) {
		return line, false
	}
	for _, c := range line {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = windows[c-0x80]
		}
		text = utf8.AppendRune(text, r)
	}
	return text, true
}

// windows is what Windows-1252 has from 0x80 on, where Latin-1 has controls. The package for it, x/text/encoding/charmap, brings the tables of
// 50 other encodings along: 100 kB for 32 characters.
var windows = []rune("€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ")
