package address

import (
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// Note says what of an address was not taken as it stands.
type Note struct {
	Field   string // the key as written, or "address"
	Value   string // as written
	Allowed string // for people: what may stand there
	Text    string // all of it in a sentence
}

// noted is the Note of what concerns no field of its own.
const noted = "address"

// refused is a value that there is not.
func refused(e *experiment.FieldError) Note {
	return Note{e.Field, e.Value, e.Allowed, e.Error() + "."}
}

// unknown is a key that nobody knows.
func unknown(p query.Pair, near string) Note {
	n := Note{Field: p.Key, Value: p.Value, Allowed: "settings such as data or g.lr", Text: experiment.Quote(p.Key) + " is not known here."}
	if near != "" {
		n.Allowed, n.Text = near, experiment.Quote(p.Key)+": did you mean "+near+"?"
	}
	return n
}

func broken(part string) Note {
	return Note{noted, part, "% only before two hexadecimal digits", experiment.Quote(part) + " is broken off within an escape: give % only before two hexadecimal digits."}
}

func nameless(value string) Note {
	return Note{noted, value, "a key before each =", experiment.Quote(value) + " has no key: give a key before each =."}
}

func tooLong(text string) Note {
	most := "at most " + strconv.Itoa(MaxText) + " characters"
	return Note{noted, text, most, "The link is longer than is read: give " + most + "."}
}

// tellTwice names the keys that were given more than once.
func (r *reader) tellTwice() {
	if len(r.twice) == 0 {
		return
	}
	names := experiment.Quote(strings.Join(r.twice, ", "))
	r.Notes = append(r.Notes, Note{Field: r.twice[0], Allowed: "each key once", Text: names + " given more than once: the last that is good counts. Give each key once."})
}

// count remembers the keys that come.
func (r *reader) count(key string) {
	switch {
	case !slices.Contains(r.seen, key):
		r.seen = append(r.seen, key)
	case !slices.Contains(r.twice, key):
		r.twice = append(r.twice, key)
	}
}

// most is how many Notes are told one by one.
const most = 4

// Say is what a page tells of Notes, or nothing where there are none.
func Say(notes []Note) string {
	if len(notes) == 0 {
		return ""
	}
	var all []string
	for i, n := range notes {
		if i == most {
			all = append(all, "And "+strconv.Itoa(len(notes)-most)+" more.")
			break
		}
		all = append(all, n.Text)
	}
	return "Not all of the link could be taken as it stands. " + strings.Join(all, " ")
}
