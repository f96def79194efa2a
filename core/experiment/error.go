package experiment

import "strconv"

// FieldError says which field was given what, and what is allowed there.
type FieldError struct {
	Field   string // the field's key as written, known or not
	Value   string // as written
	Allowed string // for people: "a number from 0 to 1"
}

// Error is one sentence: `g.lr: "fast" is not allowed; give a number from 0 to 10`.
func (e *FieldError) Error() string {
	return quoteKey(e.Field) + ": " + strconv.Quote(shorten(e.Value)) + " is not allowed; give " + e.Allowed
}

// quoteKey leaves plain keys bare and quotes anything else.
func quoteKey(key string) string {
	for _, c := range []byte(key) {
		if c != '.' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return strconv.Quote(shorten(key))
		}
	}
	if key == "" {
		return `""`
	}
	return shorten(key)
}

// shorten keeps messages readable whatever was pasted.
func shorten(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return s[:most] + "..."
}
