package query

import (
	"fmt"
	"testing"
)

// Every byte is read from its two digits, in either case.
func TestUnescapeReadsEveryByte(t *testing.T) {
	for c := range 256 {
		for _, form := range []string{"%%%02x", "%%%02X"} {
			text := fmt.Sprintf(form, c)
			if got, err := Unescape(text); err != nil || got != string([]byte{byte(c)}) {
				t.Errorf("%s is read as %q (%v)", text, got, err)
			}
		}
	}
}
