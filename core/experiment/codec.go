package experiment

import (
	"strings"

	"ganvas/core/query"
)

// String is the Spec as a URL query: "data=moons&g.lr=0.001", the data where they are not Default's, and only what differs from
// DefaultFor them, in the order of Fields. It needs no escaping.
func (s Spec) String() string {
	base := DefaultFor(s.Data)
	base.Data = Default().Data
	var pairs []query.Pair
	for i := range Fields {
		f := &Fields[i]
		if v := f.Get(&s); v != f.Get(&base) {
			pairs = append(pairs, query.Pair{Key: f.Key, Value: v})
		}
	}
	return query.Format(pairs...)
}

// maxQuery bounds what Parse reads, in bytes.
const maxQuery = 8192

// Parse reads a Spec from a URL query; what it does not name is as DefaultFor its data has it. The error is a *FieldError. Unknown
// and repeated keys are refused.
func Parse(text string) (Spec, error) { return Default().With(text) }

// With is the Spec with the fields that a URL query names set on top. Where it names other data, everything that was as the old data's
// defaults have it becomes as the new ones' have it. Where something is refused, With returns Default and a *FieldError, as Parse does.
func (s Spec) With(text string) (Spec, error) {
	if len(text) > maxQuery {
		return Default(), &FieldError{Field: "spec", Value: text, Allowed: "at most 8192 characters"}
	}
	pairs, err := query.Parse(text)
	if err != nil {
		return Default(), &FieldError{Field: "spec", Value: text, Allowed: "two hexadecimal digits after every %"}
	}
	for _, p := range pairs {
		if p.Key == dataKey && Find(dataKey).has(p.Value) {
			s = s.onto(p.Value)
		}
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		if err := s.take(p, seen); err != nil {
			return Default(), err
		}
	}
	if err := s.Check(); err != nil {
		return Default(), err
	}
	return s, nil
}

// take reads one field into s.
func (s *Spec) take(p query.Pair, seen map[string]bool) error {
	f := Find(p.Key)
	if f == nil {
		return &FieldError{Field: p.Key, Value: p.Value, Allowed: "only these fields: " + allKeys()}
	}
	if seen[p.Key] {
		return &FieldError{Field: p.Key, Value: p.Value, Allowed: "each field once"}
	}
	seen[p.Key] = true
	return f.Set(s, p.Value)
}

func allKeys() string {
	var keys []string
	for i := range Fields {
		keys = append(keys, Fields[i].Key)
	}
	return strings.Join(keys, ", ")
}
