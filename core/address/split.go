package address

import (
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// MaxText bounds what Parse reads of a query, and of what stands behind the #, in bytes.
const MaxText = 8192

// diskMark begins a whole address behind the #.
const diskMark = "!"

// split takes a text apart into its pairs: keys in small letters, values as they were before anybody escaped them. What cannot be read is told and
// left out.
func split(text string) (pairs []query.Pair, notes []Note) {
	before, fragment, _ := strings.Cut(unentitied(text), "#")
	if state, ok := strings.CutPrefix(fragment, diskMark); ok {
		before, fragment = state, ""
	} else if !strings.Contains(experiment.Plain(fragment), lessonKey) {
		fragment = "" // an anchor in the page
	}
	s := splitter{}
	s.pairs(queryOf(before))
	s.pairs(fragment)
	return s.read, s.notes
}

// queryOf is the query of a link, or the text where it is no more than a query.
func queryOf(text string) string {
	path, rest, ok := strings.Cut(text, "?")
	if ok && !strings.Contains(path, "=") {
		return rest
	}
	if scheme, _, ok := strings.Cut(text, "://"); ok && !strings.Contains(scheme, "=") {
		return ""
	}
	return text
}

type splitter struct {
	read  []query.Pair
	notes []Note
}

// joints lie between pairs. No key and no value has one: a second question mark is that of who has joined their own keys to a link that had some, and
// a # that comes to light here was escaped with the rest.
const joints = "&?#"

// pairs reads text up to MaxText, and no half pair.
func (s *splitter) pairs(text string) {
	if len(text) > MaxText {
		s.notes = append(s.notes, tooLong(text))
		text = text[:strings.LastIndexByte(text[:MaxText+1], '&')+1]
	}
	for text != "" {
		part := text
		if i := strings.IndexAny(text, joints); i >= 0 {
			part, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		s.part(part)
	}
}

// part reads "key=value".
func (s *splitter) part(part string) {
	for rest, ok := part, true; ok; { // an & that was written as HTML
		part = rest
		rest, ok = strings.CutPrefix(part, "amp;")
	}
	text, whole := bare(part)
	text = legible(text)
	if inner := unentitied(text); strings.ContainsAny(inner, joints) { // escaped as a whole
		s.pairs(inner)
		return
	}
	key, value, _ := strings.Cut(text, "=")
	switch key = experiment.Plain(key); {
	case text == "":
	case !whole:
		s.notes = append(s.notes, broken(part))
	case key == "":
		s.notes = append(s.notes, nameless(value))
	default:
		s.read = append(s.read, query.Pair{Key: key, Value: value})
	}
}

// bare undoes escapes, those too that were escaped once more, and reports whether none is broken: no key and no value has a %. What is broken stays.
func bare(text string) (string, bool) {
	for {
		next, whole := unescape(text)
		if !whole || next == text || !strings.Contains(next, "%") {
			return next, whole
		}
		text = next
	}
}

// unescape is query.Unescape that leaves broken escapes as they stand.
func unescape(text string) (out string, whole bool) {
	if out, err := query.Unescape(text); err == nil {
		return out, true
	}
	first, rest, _ := strings.Cut(text, "%")
	out, _ = query.Unescape(first)
	for _, part := range strings.Split(rest, "%") {
		if next, err := query.Unescape("%" + part); err == nil {
			out += next
		} else {
			out += "%" + part
		}
	}
	return out, false
}
