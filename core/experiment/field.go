package experiment

import "strconv"

// Kind is how a field's text is read and which control suits it.
type Kind uint8

// The kinds of fields.
const (
	Number  Kind = iota // a decimal number in [Min, Max]
	Integer             // a whole number in [Min, Max]
	Choice              // one of Choices
	List                // hidden layers, see Layers
	Flag                // "on" or "off"
	Numbers             // rows of numbers, or nothing: see Given
)

// Option is one value of a field of kind Choice.
type Option struct {
	Key   string // stable, in Specs
	Label string // for people
	Doc   string // one sentence for people; may be empty
}

// Field is a knob of the family of two players.
type Field = FieldOf[Spec]

// FieldOf is a knob of an experiment of some family, whose Specs are of the type S: its names, its range, and how to read and write it as text.
type FieldOf[S any] struct {
	Key    string // stable, in URLs: "g.lr"
	Label  string // a word that a student knows: "Learning rate"
	Symbol string // the letter beside it, or empty
	Doc    string // one sentence for people
	Group  string // "data", "noise", "generator", "discriminator", "game" or "training"

	Kind     Kind
	Min, Max float64  // of numbers and integers
	Choices  []Option // of choices; of a list, the activations
	Log      bool     // a control's scale is better logarithmic (0 may still be allowed)
	Live     bool     // may be turned while a run goes on
	Plain    bool     // of a list: fully connected layers alone
	Switch   bool     // of a live number: 0 turns off what it is the strength of, and a run's program then goes without

	place func(*S) any  // a *float64, *int, *uint32, *string, *bool, *Layers or *Given
	used  func(*S) bool // nil: always
	via   *Via[S]       // in the place of place
}

// In returns the field with its place in a Spec: a *float64, *int, *uint32, *string, *bool, *Layers or *Given.
func (f FieldOf[S]) In(place func(*S) any) FieldOf[S] {
	f.place = place
	return f
}

// If returns the field with the Specs in which it has an effect; without, it has one in all.
func (f FieldOf[S]) If(used func(*S) bool) FieldOf[S] {
	f.used = used
	return f
}

// Used says whether the field has any effect in this Spec: momentum has none under Adam.
func (f *FieldOf[S]) Used(s *S) bool { return f.used == nil || f.used(s) }

// Get returns the field's value as canonical text.
func (f *FieldOf[S]) Get(s *S) string {
	if f.via != nil {
		return f.via.Get(s)
	}
	switch p := f.place(s).(type) {
	case *float64:
		return formatNumber(*p)
	case *int:
		return strconv.Itoa(*p)
	case *uint32:
		return strconv.FormatUint(uint64(*p), 10)
	case *string:
		return *p
	case *bool:
		return formatFlag(*p)
	case *Layers:
		return p.String()
	case *Given:
		return string(*p)
	}
	panic("experiment: field " + f.Key + " has no place")
}

// Set reads text into the field. The error is a *FieldError, and leaves s as it was.
func (f *FieldOf[S]) Set(s *S, text string) error {
	next := *s
	if !f.read(&next, text) || !f.valid(&next) {
		return f.refuse(text)
	}
	*s = next
	return nil
}

// Number returns the value of a number or integer field, and 0 of any other.
func (f *FieldOf[S]) Number(s *S) float64 {
	if f.via != nil {
		return f.via.Number(s)
	}
	switch p := f.place(s).(type) {
	case *float64:
		return *p
	case *int:
		return float64(*p)
	case *uint32:
		return float64(*p)
	}
	return 0
}

// read parses text into the field's place.
func (f *FieldOf[S]) read(s *S, text string) (ok bool) {
	if f.via != nil {
		return f.via.Set(s, text)
	}
	var n int64
	switch p := f.place(s).(type) {
	case *float64:
		*p, ok = parseNumber(text)
	case *int:
		n, ok = parseInteger(text)
		*p = int(n)
	case *uint32:
		n, ok = parseInteger(text)
		ok = ok && n <= 1<<32-1
		*p = uint32(n)
	case *string:
		*p, ok = text, true
	case *bool:
		*p, ok = parseFlag(text)
	case *Layers:
		var err error
		*p, err = ParseLayers(text)
		ok = err == nil
	case *Given:
		*p, ok = parseGiven(text)
	}
	return ok
}

// valid says whether the field's value is within its range or choices.
func (f *FieldOf[S]) valid(s *S) bool {
	if f.via != nil {
		return true // it takes no other
	}
	switch p := f.place(s).(type) {
	case *string:
		return f.has(*p)
	case *bool:
		return true
	case *Given:
		again, ok := parseGiven(string(*p))
		return ok && again == *p
	case *Layers:
		return p.valid() && (!f.Plain || p.Plain() && p.weights() <= MaxWeights)
	}
	x := f.Number(s)
	return x >= f.Min && x <= f.Max // false for NaN
}

func (f *FieldOf[S]) has(key string) bool {
	for _, c := range f.Choices {
		if c.Key == key {
			return true
		}
	}
	return false
}

// Refuse is the error of a value that the field does not take.
func (f *FieldOf[S]) Refuse(value string) error {
	return &FieldError{Field: f.Key, Value: value, Allowed: f.Allowed()}
}

// refuse is Refuse of a text that may say more of what is wrong with it.
func (f *FieldOf[S]) refuse(text string) error {
	e := &FieldError{Field: f.Key, Value: text, Allowed: f.Allowed()}
	if _, err := ParseLayers(text); f.Kind == List && err != nil {
		e.Allowed += "; " + err.Error()
	}
	return e
}

// Allowed says for people what the field takes: "a number from 0 to 10".
func (f *FieldOf[S]) Allowed() string {
	switch f.Kind {
	case Number:
		return "a number from " + formatNumber(f.Min) + " to " + formatNumber(f.Max)
	case Integer:
		return "a whole number from " + strconv.FormatInt(int64(f.Min), 10) + " to " + strconv.FormatInt(int64(f.Max), 10)
	case List:
		images := ", or layers for images, such as conv16k4s2p1:lrelu"
		if f.Plain {
			images = ", of at most " + strconv.Itoa(MaxWeights) + " weights"
		}
		return "up to " + strconv.Itoa(MaxLayers) + " layers: widths from 1 to " + strconv.Itoa(MaxWidth) +
			", each with or without an activation, such as 32,16:tanh" + images + "; the activations are " + f.keys()
	case Flag:
		return "on or off"
	case Numbers:
		return "nothing, or rows of as many numbers, with commas between them and slashes between rows"
	}
	return "one of " + f.keys()
}

func (f *FieldOf[S]) keys() string {
	text := ""
	for i, c := range f.Choices {
		if i > 0 {
			text += ", "
		}
		text += c.Key
	}
	return text
}
