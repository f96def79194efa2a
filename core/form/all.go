package form

import (
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/query"
)

// Entry is a family in the catalogue.
type Entry struct {
	Key, Label, Doc string
	Says            Says
	Grammar         experiment.Grammar[experiment.Spec]
}

// All is the catalogue, in the order of a lecture: from densities that are written down to samples alone.
var All = []Entry{
	EmpiricalForm.entry(), MixtureForm.entry(), AutoregressiveForm.entry(), VAEForm.entry(),
	FlowForm.entry(), DiffusionForm.entry(), StatisticForm.entry(), ParticlesForm.entry(), BiGANForm.entry(),
}

// Key is the key by which texts name a family, Players the name of that which goes without saying.
const (
	Key     = "family"
	Players = "gan"
)

// Of is the entry of a Spec's family; false for that of two players.
func Of(s experiment.Spec) (Entry, bool) { return find(s.Family()) }

func find(key string) (Entry, bool) {
	for _, e := range All {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

// Grammar is the text form of the Specs of a family; false where there is no such family.
func Grammar(family string) (experiment.Grammar[experiment.Spec], bool) {
	if family == Players {
		return experiment.Default().Grammar(), true
	}
	e, ok := find(family)
	return e.Grammar, ok
}

// Field is the choice of the family. It is in no family's own table: another family has other fields.
var Field = experiment.Field{Key: Key, Label: "Model", Doc: "What learns the data: two players, or one of their rivals. Another starts anew, with settings of its own.",
	Group: "data", Kind: experiment.Choice, Choices: options()}.Through(experiment.Via[experiment.Spec]{
	Get: func(s *experiment.Spec) string { return familyOf(*s) },
	Set: func(s *experiment.Spec, text string) bool {
		next, err := switched(*s, text)
		if err == nil {
			*s = next
		}
		return err == nil
	},
	Number: func(*experiment.Spec) float64 { return 0 },
})

func options() []experiment.Option {
	list := []experiment.Option{{Key: Players, Label: "GAN", Doc: "Two players: a generator makes samples, a discriminator tells them from data. It makes samples only."}}
	for _, e := range All {
		list = append(list, experiment.Option{Key: e.Key, Label: e.Label, Doc: e.Doc + " " + e.Says.Words()})
	}
	return list
}

func familyOf(s experiment.Spec) string {
	if key := s.Family(); key != "" {
		return key
	}
	return Players
}

// FieldOf is the field of a Spec with a key, the choice of the family among them, or nil.
func FieldOf(s experiment.Spec, key string) *experiment.Field {
	if key == Key {
		return &Field
	}
	return s.Find(key)
}

// Any is the field with a key of the first family that has one, or nil.
func Any(key string) *experiment.Field {
	if f := FieldOf(experiment.Default(), key); f != nil {
		return f
	}
	for _, e := range All {
		if f := e.Grammar.Fields.Find(key); f != nil {
			return f
		}
	}
	return nil
}

// Fields are all fields of a Spec, the choice of its family first.
func Fields(s experiment.Spec) []*experiment.Field {
	table := s.Fields()
	list := []*experiment.Field{&Field}
	for i := range table {
		list = append(list, &table[i])
	}
	return list
}

// switched is the first Spec of another family on the same data, where it can learn them, with the same seed.
func switched(s experiment.Spec, family string) (experiment.Spec, error) {
	g, ok := Grammar(family)
	if !ok {
		return s, Unknown(family)
	}
	if family == familyOf(s) {
		return s, nil
	}
	source := s.Data
	if family != Players && !planarKey(source) {
		source = data.All[0].Key
	}
	next := g.Default(source)
	_ = next.Find("seed").Set(&next, strconv.FormatUint(uint64(s.Seed), 10))
	return next, next.Check()
}

// Unknown is the error of a family that there is not.
func Unknown(family string) *experiment.FieldError {
	keys := []string{Players}
	for _, e := range All {
		keys = append(keys, e.Key)
	}
	return &experiment.FieldError{Field: Key, Value: family, Allowed: "one of " + strings.Join(keys, ", ")}
}

// Parse reads a Spec of any family from a query; see experiment.Parse.
func Parse(text string) (experiment.Spec, error) { return With(experiment.Default(), text) }

// With is a Spec with the fields that a query names set on top. Where the query names another family, it is that one's first Spec, on the same data, that
// the others are set on. Where something is refused, With returns the first Spec and a *experiment.FieldError.
func With(s experiment.Spec, text string) (experiment.Spec, error) {
	family, rest, named := cut(text)
	if !named || family == familyOf(s) {
		return s.With(rest)
	}
	next, err := switched(s, family)
	if err != nil {
		return experiment.Default(), err
	}
	return next.With(rest)
}

// cut takes the family out of a query.
func cut(text string) (family, rest string, named bool) {
	var others []string
	for part := range strings.SplitSeq(text, "&") {
		key, value, _ := strings.Cut(part, "=")
		if key != Key {
			others = append(others, part)
			continue
		}
		if v, err := query.Unescape(value); err == nil {
			family, named = v, true
		}
	}
	return family, strings.Join(others, "&"), named
}
