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
	before, fragment, _ := strings.Cut(text, "#")
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

// pairs reads text up to MaxText, and no half pair.
func (s *splitter) pairs(text string) {
	if len(text) > MaxText {
		s.notes = append(s.notes, tooLong(text))
		text = text[:strings.LastIndexByte(text[:MaxText+1], '&')+1]
	}
	for part := range strings.SplitSeq(text, "&") {
		s.part(part)
	}
}

// part reads "key=value".
func (s *splitter) part(part string) {
	for rest, ok := part, true; ok; { // an & that was written as HTML
		part = rest
		rest, ok = strings.CutPrefix(part, "amp;")
	}
	k, v, ok := strings.Cut(part, "=")
	if whole, err := bare(part); !ok && err == nil && strings.Contains(whole, "=") { // escaped as a whole
		s.pairs(whole)
		return
	}
	key, err := bare(k)
	value, wrong := bare(v)
	switch {
	case part == "":
	case err != nil || wrong != nil:
		s.notes = append(s.notes, broken(part))
	case experiment.Plain(key) == "":
		s.notes = append(s.notes, nameless(value))
	default:
		s.read = append(s.read, query.Pair{Key: experiment.Plain(key), Value: value})
	}
}

// bare undoes escapes, those too that were escaped once more: no key and no value has a %.
func bare(text string) (string, error) {
	for {
		next, err := query.Unescape(text)
		if err != nil || next == text || !strings.Contains(next, "%") {
			return next, err
		}
		text = next
	}
}
