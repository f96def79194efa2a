package experiment

// Rival is a Spec of a family that is no two players, as core/form has them, within the Spec that pages carry. Rivals are comparable by ==.
type Rival interface {
	// Grammar is the text form of the Specs that hold such a one.
	Grammar() Grammar[Spec]
}

// Grammar is the text form of the Spec's family.
func (s Spec) Grammar() Grammar[Spec] {
	if s.Rival != nil {
		return s.Rival.Grammar()
	}
	return grammar()
}

// Family is the key by which texts name the Spec's family; empty for that of two players, which goes without saying.
func (s Spec) Family() string { return s.Grammar().Family }

// Fields is every knob of the Spec's family, in reading order. Do not change it.
func (s Spec) Fields() Table[Spec] { return s.Grammar().Fields }

// Find returns the field of the Spec's family with this key, or nil.
func (s Spec) Find(key string) *Field { return s.Fields().Find(key) }

// Usual is the Spec of the same family that names no more than the data.
func (s Spec) Usual(data string) Spec { return s.Grammar().Default(data) }

// Check returns nil where the Spec can run, and otherwise a *FieldError for the first field that is out of its range or,
// where each alone is good, for what makes no sense together.
func (s Spec) Check() error { return s.Grammar().Check(s) }

// Via is how to read and write a field that has no place in an S.
type Via[S any] struct {
	Get    func(*S) string
	Set    func(*S, string) bool // false leaves it as it was
	Number func(*S) float64
}

// Through returns the field with what reads and writes it.
func (f FieldOf[S]) Through(v Via[S]) FieldOf[S] {
	f.via = &v
	return f
}

// Lift is a field of a family's own Specs as a field of those that pages carry: in takes the one out of the other, out puts it in.
func Lift[S any](f *FieldOf[S], in func(*Spec) S, out func(S) Spec) Field {
	lifted := Like[Spec](&Field{Key: f.Key, Label: f.Label, Symbol: f.Symbol, Doc: f.Doc, Group: f.Group, Kind: f.Kind, Min: f.Min, Max: f.Max,
		Choices: f.Choices, Log: f.Log, Live: f.Live, Switch: f.Switch}, f.Key, nil)
	lifted.Plain = f.Plain
	if f.used != nil {
		lifted.used = func(s *Spec) bool {
			own := in(s)
			return f.used(&own)
		}
	}
	return lifted.Through(Via[Spec]{
		Get: func(s *Spec) string {
			own := in(s)
			return f.Get(&own)
		},
		Set: func(s *Spec, text string) bool {
			own := in(s)
			if f.Set(&own, text) != nil {
				return false
			}
			*s = out(own)
			return true
		},
		Number: func(s *Spec) float64 {
			own := in(s)
			return f.Number(&own)
		},
	})
}
