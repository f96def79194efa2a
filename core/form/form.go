// Package form is what families that are no two players ask for: the fields of each, their defaults and what does not go together. A page shows them and
// reads them in addresses; core/rival makes models of them.
//
// It is no model: it reaches no graph and no run, so that a page that trains GANs alone can name the others, and loads them only where they are asked for.
package form

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
)

// Form is the Specs of a family, of the type S.
type Form[S comparable] struct {
	Key     string // "family=KEY"
	Label   string // for people: "Mixture of Gaussians"
	Doc     string // one sentence for people
	Says    Says
	Fields  experiment.Table[S]
	Default func(data string) S // the Spec that names no more than the data
	Check   func(S) error       // what makes no sense together, a *experiment.FieldError; nil where all fields go with each other
	Common  func(*S) *Common

	lifted experiment.Table[experiment.Spec] // Fields, of the Specs that pages carry
}

// Says is what a family can say of a point.
type Says string

// The sayings.
const (
	Density Says = "density" // how likely it is
	Bound   Says = "bound"   // how likely it is at least; more by sampling
	Score   Says = "score"   // in which way points get likelier
	Samples Says = "samples" // nothing: it makes points, and that is all
)

// Words is the saying as a sentence for people.
func (s Says) Words() string {
	switch s {
	case Density:
		return "It says of every point how likely it is: a density."
	case Bound:
		return "It says of every point how likely it is at least: a bound, and more by sampling."
	case Score:
		return "It says in which way points get likelier: a score, and no density."
	}
	return "It makes samples only, and says of no point how likely it is."
}

// made is a form with its fields lifted.
func made[S comparable](f Form[S]) *Form[S] {
	for i := range f.Fields {
		f.lifted = append(f.lifted, experiment.Lift(&f.Fields[i], inner[S], f.Spec))
	}
	return &f
}

// Grammar is the text form of the family's Specs.
func (f *Form[S]) Grammar() experiment.Grammar[S] {
	return experiment.Grammar[S]{Family: f.Key, Fields: f.Fields, Default: f.Default, Check: f.check}
}

func (f *Form[S]) check(s S) error {
	if err := f.Fields.Check(s); err != nil || f.Check == nil {
		return err
	}
	return f.Check(s)
}

// held is a Spec of a family within the Spec that pages carry.
type held[S comparable] struct {
	form *Form[S]
	spec S
}

// Grammar implements experiment.Rival.
func (h held[S]) Grammar() experiment.Grammar[experiment.Spec] { return h.form.outer() }

// inner is the Spec within one that pages carry; nothing of another family's.
func inner[S comparable](s *experiment.Spec) S {
	h, _ := s.Rival.(held[S])
	return h.spec
}

// Spec is a Spec of the family as pages carry it.
func (f *Form[S]) Spec(s S) experiment.Spec {
	c := f.Common(&s)
	return experiment.Spec{Data: c.Data, Rows: c.Rows, Seed: c.Seed, Batch: c.Batch, Steps: c.Steps, Rival: held[S]{f, s}}
}

// outer is the text form of the Specs that pages carry.
func (f *Form[S]) outer() experiment.Grammar[experiment.Spec] {
	return experiment.Grammar[experiment.Spec]{
		Family: f.Key, Fields: f.lifted,
		Default: func(data string) experiment.Spec { return f.Spec(f.Default(data)) },
		Check:   func(s experiment.Spec) error { return f.check(inner[S](&s)) },
	}
}

// entry is the form as the catalogue has it.
func (f *Form[S]) entry() Entry { return Entry{f.Key, f.Label, f.Doc, f.Says, f.outer()} }

// planarKey says whether families of points can learn the data with a key. The reader's own may be such.
func planarKey(key string) bool {
	e, ok := data.Find(key)
	return !ok || Planar(e.Source)
}
