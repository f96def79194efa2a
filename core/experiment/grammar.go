package experiment

import (
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/query"
	"ganvas/core/script"
)

// Like is a field of another family that says what f says, with a key and a place of its own.
func Like[S any](f *Field, key string, place func(*S) any) FieldOf[S] {
	return FieldOf[S]{Key: key, Label: f.Label, Symbol: f.Symbol, Doc: f.Doc, Group: f.Group,
		Kind: f.Kind, Min: f.Min, Max: f.Max, Choices: f.Choices, Log: f.Log, Live: f.Live, Switch: f.Switch, place: place}
}

// Table is all fields of a family, in reading order.
type Table[S any] []FieldOf[S]

// Find returns the field with this key, or nil.
func (t Table[S]) Find(key string) *FieldOf[S] {
	for i := range t {
		if t[i].Key == key {
			return &t[i]
		}
	}
	return nil
}

// Check is nil, or the *FieldError of the first field whose value is out of its range.
func (t Table[S]) Check(s S) error {
	for i := range t {
		if f := &t[i]; !f.valid(&s) {
			return f.Refuse(f.Get(&s))
		}
	}
	return nil
}

func (t Table[S]) keys() string {
	keys := make([]string, len(t))
	for i := range t {
		keys[i] = t[i].Key
	}
	return strings.Join(keys, ", ")
}

// Grammar is the text form of a family's Specs: a URL query which names the family and the data, where those are not the first, and only
// those fields that differ from what the family's defaults for the data have. One of the fields is the data's.
type Grammar[S comparable] struct {
	Family  string // the key that texts name; empty where it goes without saying
	Fields  Table[S]
	Default func(data string) S // the Spec that names no more than the data; the key is not checked
	Check   func(S) error       // nil, or a *FieldError for what is out of range or makes no sense together
}

// Text is a Spec as a query, canonical. It needs no escaping.
func (g Grammar[S]) Text(s S) string {
	source, first := g.Fields.Find(dataKey), g.first()
	base := g.Default(source.Get(&s))
	_ = source.Set(&base, source.Get(&first))
	var pairs []query.Pair
	if g.Family != "" {
		pairs = append(pairs, query.Pair{Key: familyKey, Value: g.Family})
	}
	for i := range g.Fields {
		f := &g.Fields[i]
		if v := f.Get(&s); v != f.Get(&base) {
			pairs = append(pairs, query.Pair{Key: f.Key, Value: v})
		}
	}
	return query.Format(pairs...)
}

// familyKey is the key by which a Spec names its family, as core/run has it.
const familyKey = "family"

// first is the Spec of a text that names nothing.
func (g Grammar[S]) first() S { return g.Default(data.All[0].Key) }

// maxQuery bounds what Parse reads, in bytes.
const maxQuery = 8192

// Parse reads a Spec from a query; what it does not name is as the defaults of its data have it. The error is a *FieldError. Unknown and
// repeated keys are refused.
func (g Grammar[S]) Parse(text string) (S, error) { return g.With(g.first(), text) }

// With is a Spec with the fields that a query names set on top. Where it names other data, everything that was as the old data's defaults
// have it becomes as the new ones' have it. Where something is refused, With returns the first Spec and a *FieldError.
func (g Grammar[S]) With(s S, text string) (S, error) {
	if len(text) > maxQuery {
		return g.first(), &FieldError{Field: "spec", Value: text, Allowed: "at most " + strconv.Itoa(maxQuery) + " characters"}
	}
	pairs, err := query.Parse(text)
	if err != nil {
		return g.first(), &FieldError{Field: "spec", Value: text, Allowed: "two hexadecimal digits after every %"}
	}
	for _, p := range pairs {
		if p.Key == dataKey && g.Fields.Find(dataKey).has(p.Value) {
			s = g.onto(s, p.Value)
		}
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		if g.Family != "" && p == (query.Pair{Key: familyKey, Value: g.Family}) {
			continue
		}
		if err := g.take(&s, p, seen); err != nil {
			return g.first(), err
		}
	}
	if err := g.Check(s); err != nil {
		return g.first(), err
	}
	return s, nil
}

// take reads one field into s.
func (g Grammar[S]) take(s *S, p query.Pair, seen map[string]bool) error {
	f := g.Fields.Find(p.Key)
	if f == nil {
		return &FieldError{Field: p.Key, Value: p.Value, Allowed: "only these fields: " + g.Fields.keys()}
	}
	if seen[p.Key] {
		return &FieldError{Field: p.Key, Value: p.Value, Allowed: "each field once"}
	}
	seen[p.Key] = true
	return f.Set(s, p.Value)
}

// onto is s with other data: what s has as its own data's defaults have it, becomes what the other data's have; the rest stays.
func (g Grammar[S]) onto(s S, data string) S {
	old, next := g.Default(g.Fields.Find(dataKey).Get(&s)), g.Default(data)
	for i := range g.Fields {
		if f := &g.Fields[i]; f.Key != dataKey && f.Get(&s) != f.Get(&old) {
			_ = f.Set(&next, f.Get(&s)) // taken from a Spec, it is a value that the field takes
		}
	}
	return next
}

// Turn is a Spec with live fields turned, all or none, and the turns as canonical text. The error is a *FieldError, or a *script.Error
// where nothing is turned.
func (g Grammar[S]) Turn(s S, knobs []query.Pair) (S, []query.Pair, error) {
	next := s
	var canonical []query.Pair
	for _, k := range knobs {
		f := g.Fields.Find(k.Key)
		if f == nil || !f.Live {
			return s, nil, &FieldError{Field: k.Key, Value: k.Value, Allowed: "a new run for it: it cannot be turned while one goes on"}
		}
		if err := f.Set(&next, k.Value); err != nil {
			return s, nil, err
		}
		canonical = append(canonical, query.Pair{Key: k.Key, Value: f.Get(&next)})
	}
	if len(canonical) == 0 {
		return s, nil, &script.Error{Field: script.Key, Value: "", Allowed: "at least one field"}
	}
	if err := g.Check(next); err != nil {
		return s, nil, err
	}
	return next, canonical, nil
}

// Structure is the text of a Spec without what can change under a program: live numbers, but for whether each that is a switch is on.
func (g Grammar[S]) Structure(s S) string {
	base := g.first()
	for i := range g.Fields {
		f := &g.Fields[i]
		if !f.Live {
			continue
		}
		value := f.Get(&base)
		if f.Switch {
			value = "0"
			if f.Number(&s) > 0 {
				value = formatNumber(f.Max)
			}
		}
		_ = f.Set(&s, value)
	}
	return g.Text(s)
}

// Turn turns live fields; see Grammar.Turn.
func (s Spec) Turn(knobs []query.Pair) (Spec, []query.Pair, error) { return s.Grammar().Turn(s, knobs) }

// Structure is equal for Specs that one program trains; see Grammar.Structure.
func (s Spec) Structure() string { return s.Grammar().Structure(s) }
