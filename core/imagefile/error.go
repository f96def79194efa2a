package imagefile

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Error says what is wrong with which file.
type Error struct {
	File    string // its name, where one is at fault
	Value   string // what stands there
	Allowed string // what may
}

// Error names the file, the value and what is allowed.
func (e *Error) Error() string {
	file := e.File
	if file == "" {
		file = "the set"
	}
	return fmt.Sprintf("%s has %s; allowed: %s", shown(file), e.Value, e.Allowed)
}

// refuse is an Error with a value that is put together.
func refuse(file, allowed, value string, args ...any) error {
	return &Error{File: file, Value: fmt.Sprintf(value, args...), Allowed: allowed}
}

// broken is the Error of a file whose bytes do not go on as they began; err is what a decoder said.
func broken(file, as string, err error) error {
	var own *Error
	if errors.As(err, &own) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return refuse(file, as+" whole", "fewer bytes than it says: it is cut off")
	}
	return refuse(file, as, "what cannot be read (%s)", shown(err.Error()))
}

// shown is a text as a message quotes it: its beginning, where it is long.
func shown(text string) string {
	const most = 60
	if len(text) > most {
		text = text[:most] + "…"
	}
	return strings.ToValidUTF8(text, "?")
}
