package table

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
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
	text, err := charmap.Windows1252.NewDecoder().Bytes(line)
	if err != nil {
		return bytes.ToValidUTF8(line, []byte("\ufffd")), true
	}
	return text, true
}
