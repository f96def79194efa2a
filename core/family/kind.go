package family

import (
	"fmt"
	"strconv"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/graph"
	"ganvas/core/query"
	"ganvas/core/run"
)

// Kind is a family whose Specs are of the type S: its form, and how a Spec becomes a model.
type Kind[S comparable] struct {
	*form.Form[S]
	Trace func(b *Builder, s S) // adds the model to the builder; it may panic with a *graph.ShapeError
	Made  func(S) string        // the key of the data that a generator makes that is set by hand, or empty; nil where a family has no such
}

// Entry is a family in a catalogue.
type Entry struct {
	run.Family
	Label, Doc string
	Says       form.Says
	Fields     []Line
}

// Line is a field of a family for a list: its key, its default, its words, and what it takes.
type Line struct{ Group, Key, Default, Label, Allowed string }

// Entry is the kind as catalogues have it.
func (k Kind[S]) Entry() Entry {
	first := k.Default(data.All[0].Key)
	var lines []Line
	for i := range k.Fields {
		f := &k.Fields[i]
		lines = append(lines, Line{f.Group, f.Key, f.Get(&first), f.Label, f.Allowed()})
	}
	return Entry{k.family(), k.Label, k.Doc, k.Says, lines}
}

// family is the kind as core/run takes it.
func (k Kind[S]) family() run.Family {
	return run.Family{Key: k.Key, Read: func(text string, own []byte) (run.Experiment, error) {
		e, err := k.read(text, own)
		if err != nil {
			return nil, err // not e: a nil *learner would be an Experiment
		}
		return e, nil
	}}
}

func (k Kind[S]) read(text string, own []byte) (*learner[S], error) {
	s, err := k.Grammar().Parse(text)
	if err != nil {
		return nil, err
	}
	c := k.Common(&s)
	made := ""
	if k.Made != nil {
		made = k.Made(s)
	}
	source, byHand, err := sources(c.Data, made, own)
	if err != nil {
		return nil, err
	}
	if !form.Planar(source) {
		return nil, &experiment.FieldError{Field: "data", Value: c.Data, Allowed: fmt.Sprintf("points of the plane for this family; these are of the shape %v, which family=gan learns", data.ShapeOf(source))}
	}
	d := Draw(source, c)
	if byHand != nil {
		d.draw(byHand, c)
	}
	return &learner[S]{k, s, d}, nil
}

// Experiment is what the experiments of all families that learn from data have, that of two players among them.
type Experiment interface {
	run.Experiment
	Source() data.Source // what is learnt
	Horizon() int        // the steps until which schedules run
}

// Learner is an experiment of a Kind.
type Learner interface {
	Experiment
	Points() *Data
}

// learner is a Spec of a Kind with its data.
type learner[S comparable] struct {
	kind Kind[S]
	spec S
	data *Data
}

func (e *learner[S]) Points() *Data       { return e.data }
func (e *learner[S]) Source() data.Source { return e.data.Source }
func (e *learner[S]) Horizon() int        { return e.common().Steps }
func (e *learner[S]) Spec() string        { return e.kind.Grammar().Text(e.spec) }
func (e *learner[S]) common() form.Common { return *e.kind.Common(&e.spec) }

// whole is the key of the one way to train.
const whole = "all"

func (e *learner[S]) Ways() []string { return []string{whole} }

func (e *learner[S]) Turn(knobs []query.Pair) (run.Experiment, []query.Pair, error) {
	next, canonical, err := e.kind.Grammar().Turn(e.spec, knobs)
	if err != nil {
		return nil, nil, err
	}
	return &learner[S]{e.kind, next, e.data}, canonical, nil
}

func (e *learner[S]) Writes() []run.Write { return nil }

func (e *learner[S]) Structure() string { return e.kind.Grammar().Structure(e.spec) }

func (e *learner[S]) Knobs() []run.Knob { return Knobs(e.kind.Fields, &e.spec) }

// Knobs are the live fields of a Spec, by their keys.
func Knobs[S any](fields experiment.Table[S], s *S) (out []run.Knob) {
	for i := range fields {
		if f := &fields[i]; f.Live {
			out = append(out, run.Knob{Name: f.Key, Value: float32(f.Number(s))})
		}
	}
	return out
}

func (e *learner[S]) Cause(string) string {
	return "most likely the learning rate of " + strconv.FormatFloat(e.common().Rate, 'g', -1, 64) + " is too high. Lower it and go on, or start again."
}

// Model is all there is: no way to train and no probe is left out for being rarely asked for.
func (e *learner[S]) Model([]string) (m *run.Model, err error) {
	err = graph.Build(func() {
		b := newBuilder(e.data, e.common())
		e.kind.Trace(b, e.spec)
		m = b.model()
	})
	return m, err
}
