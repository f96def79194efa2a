package train

import (
	"fmt"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/kernel"
	"ganvas/core/metric"
	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/wire"
)

// Options are what a Trainer needs beside its Spec.
type Options struct {
	// Machine makes the machine that runs a program; nil is core/kernel's.
	Machine func(*plan.Program) (plan.Machine, error)
	// CSV is the user's own points, for a Spec whose data is experiment.OwnData.
	CSV []byte
}

// Trainer runs one experiment. It is used by one goroutine.
type Trainer struct {
	spec   experiment.Spec
	opts   Options
	source data.Source
	frame  data.Frame
	window data.Window
	rows   []float32 // the drawn points in the data's units
	labels []float32 // their classes, where the data has some

	b     *builder
	slots slots
	solo  bool // one player has trained alone: see builder
	step  uint32
	trace trace
	orbit orbit
	fault string
	safe  checkpoint

	measures  []wire.Measure // the last ones
	survey    survey         // of the others
	target    *metric.Target // nil until something is measured
	reference []float32      // fresh points of the data, for measures

	optimal *metric.Optimal // nil until it is asked for
	best    *wire.Best      // the last one
}

// New starts an experiment at step 0. The error is a *experiment.FieldError where the Spec or the points are at fault.
func New(spec experiment.Spec, opts Options) (*Trainer, error) {
	if err := spec.Check(); err != nil {
		return nil, err
	}
	if opts.Machine == nil {
		opts.Machine = func(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }
	}
	source, err := sourceOf(spec, opts.CSV)
	if err != nil {
		return nil, err
	}
	t := &Trainer{spec: spec, opts: opts, source: source, frame: data.FrameOf(source), window: data.WindowOf(source)}
	t.rows = make([]float32, 2*spec.Rows)
	t.draw()
	if err := t.compile(); err != nil {
		return nil, err
	}
	if err := t.Reset(); err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// sourceOf finds the Spec's data.
func sourceOf(spec experiment.Spec, csv []byte) (data.Source, error) {
	if spec.Data != experiment.OwnData {
		e, ok := data.Find(spec.Data)
		if !ok {
			return nil, experiment.Find("data").Refuse(spec.Data)
		}
		return e.Source, nil
	}
	points, err := data.CSV(csv)
	if err != nil {
		return nil, &experiment.FieldError{Field: "data", Value: spec.Data, Allowed: "two columns of numbers beside it: " + err.Error()}
	}
	return points, nil
}

// draw draws the rows of the data, and their classes where they have some.
func (t *Trainer) draw() {
	r := random.New(t.spec.Seed, "data")
	if l, ok := t.source.(data.Labelled); ok {
		t.labels = make([]float32, t.spec.Rows)
		l.SampleLabelled(r, t.rows, t.labels)
		return
	}
	t.source.Sample(r, t.rows)
}

// compile makes the program and the machine of the Spec as it is. Where that fails, all is as it was.
func (t *Trainer) compile() error {
	b := newBuilder(t.spec, t.source)
	b.solo = t.solo
	p, err := b.program()
	if err != nil {
		return fmt.Errorf("train: %q does not compile: %w", t.spec, err)
	}
	m, err := t.opts.Machine(p)
	if err != nil {
		return fmt.Errorf("train: no machine for %q: %w", t.spec, err)
	}
	t.b, t.slots = b, slots{p, m}
	return nil
}

// recompile goes over to the program of the Spec as it is: the state moves to a new machine, and the run goes on from where it is.
func (t *Trainer) recompile() error {
	state, old := t.slots.save(image{}), t.slots
	if err := t.compile(); err != nil {
		return err
	}
	old.machine.Close()
	next := t.start()
	for _, scope := range t.b.scopes() {
		for _, v := range scope.Variables() {
			if values := state.slot(v.Name); values != nil {
				next.write(v.Name, values)
			}
		}
	}
	t.slots.load(next)
	return nil
}

// Reset goes back to step 0 of the Spec as it is, live knobs included.
func (t *Trainer) Reset() error {
	t.slots.load(t.start())
	t.step, t.trace, t.fault, t.safe, t.measures = 0, trace{}, "", checkpoint{}, nil
	t.survey.end()
	t.survey = survey{}
	t.orbit = orbit{}
	t.orbit.push(t.standing())
	t.best = nil
	return nil
}

// start is what all slots hold at step 0.
func (t *Trainer) start() image {
	i := t.slots.blank()
	t.each(i.write)
	t.furnish(i.write)
	return i
}

// each calls f with the first values of every variable that has any.
func (t *Trainer) each(f func(name string, values []float32)) {
	for _, p := range []*player{t.b.g, t.b.d} {
		for _, v := range p.params.Variables() {
			values := first(v, t.spec.Seed, p.letter)
			f(v.Name, values)
			f(p.averages.Name(v.Path), values) // the averages start where the parameters do
		}
		for _, v := range p.state.Variables() {
			values := first(v, t.spec.Seed, p.letter+".state")
			f(v.Name, values)
			f(p.averagedState.Name(v.Path), values)
		}
		for _, v := range p.memory.Variables() {
			f(v.Name, first(v, t.spec.Seed, p.letter+".memory"))
		}
	}
	for _, v := range t.b.run.Variables() {
		f(v.Name, first(v, t.spec.Seed, "run"))
	}
}

// furnish gives write what never changes in a run: the seed, the data, and what the photograph looks at; and the knobs.
func (t *Trainer) furnish(write func(name string, values []float32)) {
	rows := t.inTraining(t.rows)
	write("data", rows)
	write("seed", halves(t.spec.Seed))
	write("photo.real", cycle(rows, 2*photoJudged))
	window := grid(t.window, fieldSize)
	write("photo.grid", t.inTraining(window))
	if t.b.classes > 0 {
		write("data.class", t.labels)
		write("photo.class", cycle(t.labels, photoPoints))
		write("photo.grid.class", t.classified(window))
	}
	write("photo.quantiles", quantiles(t.spec))
	knobs(t.spec, write)
}

// inTraining returns points of the data's units in training's.
func (t *Trainer) inTraining(points []float32) []float32 {
	out := append([]float32(nil), points...)
	t.frame.In(out)
	return out
}

// cycle returns the first n numbers of x, from the start again where it is shorter.
func cycle(x []float32, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = x[i%len(x)]
	}
	return out
}

// Spec is the experiment as it is now, turned knobs included.
func (t *Trainer) Spec() experiment.Spec { return t.spec }

// Source is the data.
func (t *Trainer) Source() data.Source { return t.source }

// Step is the number of steps done.
func (t *Trainer) Step() uint32 { return t.step }

// Fault is the plain explanation of why training has stopped, or empty. Turning a knob or a reset lets it go on.
func (t *Trainer) Fault() string { return t.fault }

// Close frees the machine.
func (t *Trainer) Close() {
	t.survey.end()
	t.slots.machine.Close()
}
