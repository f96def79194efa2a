package experiment

import (
	"strconv"
	"strings"

	"ganvas/core/query"
)

// Read is Parse for links, which people and systems damage: what can be taken is, and the rest is told. Of a field that is given more than
// once, the last value that it takes counts; one that it does not take leaves it as it was. Where the fields are each good and make no
// sense together, the fewest of them fall back to what the data need. The Spec passes Check; the errors are in the order of the pairs,
// those of fields that have fallen back at the end.
func Read(pairs []query.Pair) (Spec, []*FieldError) { return ReadBy(grammar(), pairs) }

// ReadBy is Read of the Specs of some family.
func ReadBy(g Grammar[Spec], pairs []query.Pair) (Spec, []*FieldError) {
	s := g.Default(dataOf(g, pairs))
	var wrong []*FieldError
	for _, p := range pairs {
		if f := g.Fields.Find(p.Key); f == nil {
			wrong = append(wrong, &FieldError{Field: p.Key, Value: p.Value, Allowed: "only these fields: " + g.Fields.keys()})
		} else if e := f.forgive(&s, p.Value); e != nil {
			wrong = append(wrong, e)
		}
	}
	s, fallen := s.settle()
	return s, append(wrong, fallen...)
}

// dataOf is the last data that pairs name and that there are, or Default's.
func dataOf(g Grammar[Spec], pairs []query.Pair) string {
	s, f := g.first(), g.Fields.Find(dataKey)
	for _, p := range pairs {
		if p.Key == dataKey {
			_ = f.forgive(&s, p.Value)
		}
	}
	return s.Data
}

// forgive is Set of a text that may have been written in capitals or with spaces, or stand in a sentence. What is left of a list counts, and is an error
// all the same.
func (f *FieldOf[S]) forgive(s *S, text string) *FieldError {
	for _, reading := range Readings(text) {
		if f.Set(s, reading) == nil {
			return nil
		}
	}
	_ = f.Set(s, Left(text))
	return &FieldError{Field: f.Key, Value: text, Allowed: f.Allowed()}
}

// Readings are what a value of a link may mean, the first that is good counts: as it stands, without spaces and capitals, without the marks of the
// sentence around it, and without what quoted-printable mail puts behind each =.
func Readings(text string) []string {
	plain := Plain(text)
	bare := Bare(plain)
	return []string{text, plain, bare, strings.TrimPrefix(bare, "3d")}
}

// Bare is a value without the marks that stand around a link in a sentence, or around a value in a program's text. Dots that stand for what was left out
// stay.
func Bare(text string) string {
	if strings.HasSuffix(text, "..") {
		return text
	}
	return strings.Trim(text, "\"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb<>()[]{}*.;!\\")
}

// Left is a value without the commas and colons at its end, which may be those of a sentence, or of a list that was cut.
func Left(text string) string { return Bare(strings.TrimRight(Plain(text), ",:")) }

// Plain is a key or a value without spaces and without capitals of the Latin alphabet, which none of an address has.
func Plain(text string) string {
	b := make([]byte, 0, len(text))
	for _, c := range []byte(text) {
		switch {
		case c == ' ':
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return string(b)
}

// Quote is a stranger's text as it may stand in a message: quoted, and not for ever.
func Quote(text string) string { return strconv.Quote(shorten(text)) }
