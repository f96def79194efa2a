package gan

import (
	"slices"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	digits "ganvas/core/judge"
	"ganvas/core/query"
	"ganvas/core/run"
)

// Family is the family of two players, for run.Options.
var Family = Judged(nil)

// Judged is the family, with a judge of digits for the measures of images: it is asked for when they are measured, and while it is nil its weights
// are still to come and nothing is measured. A nil function says that there will be none, and programs do without.
func Judged(judge func() *digits.Judge) run.Family {
	return run.Family{Key: "gan", Read: func(spec string, own []byte) (run.Experiment, error) {
		e, err := Read(unnamed(spec), own)
		if err != nil {
			return nil, err // not e: a nil *Experiment would be an Experiment
		}
		e.judgedBy(judge)
		return e, nil
	}}
}

// judgedBy has images measured by a judge.
func (e *Experiment) judgedBy(j func() *digits.Judge) {
	if m, ok := e.data.space.(*images); ok {
		m.reading = newReading(j, m.source.(data.Imaged))
	}
}

// unnamed is a Spec without its family's name, which goes without saying.
func unnamed(spec string) string {
	parts := slices.DeleteFunc(strings.Split(spec, "&"), func(p string) bool { return strings.HasPrefix(p, run.FamilyKey+"=") })
	return strings.Join(parts, "&")
}

// Open starts the run of a script of this family; see run.Open.
func Open(script string, opts run.Options) (*run.Run, error) {
	opts.Families = []run.Family{Family}
	return run.Open(script, opts)
}

// Experiment is a Spec with its data.
type Experiment struct {
	spec   experiment.Spec
	data   *dataset
	writes []run.Write
}

// Read reads a Spec's text, and draws its data; own is the reader's own points, as a CSV, or images, as package imageset writes them, for a Spec whose
// data is experiment.OwnData. The error is a *experiment.FieldError where the Spec or the points are at fault.
func Read(text string, own []byte) (*Experiment, error) {
	spec, err := experiment.Parse(text)
	if err != nil {
		return nil, err
	}
	return New(spec, own)
}

// New is the experiment of a Spec; see Read.
func New(spec experiment.Spec, own []byte) (*Experiment, error) {
	if err := spec.Check(); err != nil {
		return nil, err
	}
	source, err := family.Source(spec.Data, own)
	if err != nil {
		return nil, err
	}
	if err := spec.Fit(data.ShapeOf(source), data.ClassesOf(source)); err != nil {
		return nil, err
	}
	return &Experiment{spec: spec, data: draw(spec, source)}, nil
}

// Spec is the experiment's text.
func (e *Experiment) Spec() string { return e.spec.String() }

// Values is the experiment's Spec.
func (e *Experiment) Values() experiment.Spec { return e.spec }

// Source is the data.
func (e *Experiment) Source() data.Source { return e.data.source }

// Horizon is the step at which schedules reach their ends.
func (e *Experiment) Horizon() int { return e.spec.Steps }

// The ways to train: both players, or one alone.
const (
	both  = "both"
	onlyD = "d"
	onlyG = "g"
)

// Ways are "both", "d" and "g".
func (e *Experiment) Ways() []string { return []string{both, onlyD, onlyG} }

// Turn turns live fields, and sets weights by hand (experiment.Weight). The error is a *experiment.FieldError.
func (e *Experiment) Turn(knobs []query.Pair) (run.Experiment, []query.Pair, error) {
	next := &Experiment{spec: e.spec, data: e.data}
	var fields, weights []query.Pair
	for _, k := range knobs {
		w, ok := experiment.ParseWeight(k.Key)
		if !ok {
			fields = append(fields, k)
			continue
		}
		value, err := experiment.WeightValue(k)
		if err != nil {
			return nil, nil, err
		}
		writes, err := e.write(w, value)
		if err != nil {
			return nil, nil, err
		}
		next.writes = append(next.writes, writes...)
		weights = append(weights, query.Pair{Key: k.Key, Value: strconv.FormatFloat(float64(value), 'g', -1, 32)})
	}
	if len(fields) > 0 || len(weights) == 0 {
		var err error
		if next.spec, fields, err = e.spec.Turn(fields); err != nil {
			return nil, nil, err
		}
	}
	return next, append(fields, weights...), nil
}

// write is what sets a weight, the averaged one too, where there is that. The error is a *experiment.FieldError.
func (e *Experiment) write(w experiment.Weight, value float32) ([]run.Write, error) {
	path, at, err := e.spec.FindWeight(w, data.ShapeOf(e.data.source), classesOf(e.spec, e.data.source))
	if err != nil {
		return nil, err
	}
	var out []run.Write
	for _, scope := range []string{w.Player, w.Player + ".average"} {
		out = append(out, run.Write{Variable: scope + "/" + path, At: at, Value: value})
	}
	return out, nil
}

// Writes are the weights that the turn which made the experiment sets by hand.
func (e *Experiment) Writes() []run.Write { return e.writes }

// Structure is the Spec without what can change under a program.
func (e *Experiment) Structure() string { return e.spec.Structure() }

// Knobs are the live fields, by their keys.
func (e *Experiment) Knobs() []run.Knob { return family.Knobs(experiment.Fields, &e.spec) }

// Cause names the knob that most likely is too high, where a figure of the record is not finite.
func (e *Experiment) Cause(column string) string {
	name, p, other, q := "discriminator", e.spec.Discriminator, "generator", e.spec.Generator
	if column == columnLossG.Key || column == columnSizeG.Key || column == columnMemoryG.Key {
		name, p, other, q = other, q, name, p
	}
	// The player that broke may have been driven there by the other's larger steps.
	if q.Rate > p.Rate {
		name, p = other, q
	}
	return "most likely the " + name + "'s learning rate of " + strconv.FormatFloat(p.Rate, 'g', -1, 64) +
		" is too high. Lower it and go on, or start again."
}
