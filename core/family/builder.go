package family

import (
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/run"
)

// Builder is a model under construction: what a Kind's Trace adds to. Names of variables that it hands out hold for the whole model.
type Builder struct {
	Data   *Data
	Common form.Common

	Params   *nn.Scope // what is learnt
	Averages *nn.Scope // moving averages of it, at the same paths: what pictures and measures are of
	Memory   *nn.Scope // the optimiser's
	Counters *nn.Scope // counts of random numbers, figures, and whatever else training keeps
	Seed     *Node     // [2]: the seed's halves
	Table    *Node     // [rows, 2]: the data, in training's units
	Made     *Node     // [rows, 2]: what a generator that is set by hand makes, in training's units; nil where there is none
	Step     *Node     // steps done, a scalar
	Time     *Node     // min(step/horizon, 1)

	knobs map[string]*Node
	m     run.Model
	slow  bool // a density takes long
}

func newBuilder(d *Data, c form.Common) *Builder {
	b := &Builder{
		Data: d, Common: c,
		Params: nn.NewScope("model"), Averages: nn.NewScope("average"), Memory: nn.NewScope("memory"), Counters: nn.NewScope("counters"),
		Seed: Variable("seed", 2), Table: Variable("data", c.Rows, 2), Step: run.StepNode(),
		knobs: map[string]*Node{},
	}
	b.Time = opt.Time(b.Step, b.Knob("steps"))
	b.Constant("seed", func() []float32 { return Halves(d.Seed) })
	b.Constant("data", func() []float32 { return d.In })
	if d.Made != nil {
		b.Made = Variable("made", c.Rows, 2)
		b.Constant("made", func() []float32 { return d.Made })
	}
	b.m.Scene = Scene(d.Source, d.Window, d.Rows)
	b.m.Look = b.look
	return b
}

// Knob is a live field as a scalar variable, named by the field's key.
func (b *Builder) Knob(key string) *Node {
	n, ok := b.knobs[key]
	if !ok {
		n = Variable(key)
		b.knobs[key] = n
	}
	return n
}

// Key is what training's random numbers are keyed by.
func (b *Builder) Key() Key {
	return Key{Seed: b.Seed, Count: b.Counters.Variable("count", nn.Constant(0), 2)}
}

// Minibatch is n random points of the data [n, 2], in training's units.
func (b *Builder) Minibatch(stream string, n int) *Node {
	row := Floor(Mul(Uniform(b.Key(), stream, n), Scalar(float32(b.Common.Rows))))
	return Gather(b.Table, row)
}

// Training is how networks are applied as they train, Averaged as pictures and measures apply them.
func (b *Builder) Training() *nn.Pass { return &nn.Pass{Params: b.Params, Training: true} }

// Averaged is Training's counterpart.
func (b *Builder) Averaged() *nn.Pass { return &nn.Pass{Params: b.Averages} }

// Constant adds an array that procedures read and nothing changes.
func (b *Builder) Constant(name string, values func() []float32) {
	b.m.Constants = append(b.m.Constants, run.Constant{Name: name, Values: values})
}

// Procedure adds a procedure.
func (b *Builder) Procedure(name string, updates ...Update) {
	b.m.Procedures = append(b.m.Procedures, Procedure{Name: name, Updates: updates})
}

// Probe adds what can be looked at.
func (b *Builder) Probe(p run.Probe) { b.m.Probes = append(b.m.Probes, p) }

// Show adds a probe that a procedure of its own computes.
func (b *Builder) Show(name, unit, doc string, value *Node) {
	slot := "probe." + name
	b.Procedure(slot, Update{Var: Variable(slot, value.Shape()...), Value: value})
	b.Probe(run.Probe{Name: name, Unit: unit, Doc: doc, Shape: value.Shape(), Procedures: []string{slot}, Slot: slot})
}

// model closes the building: what training changes is known only now.
func (b *Builder) model() *run.Model {
	add := func(stream string, s *nn.Scope) {
		for _, v := range s.Variables() {
			b.m.State = append(b.m.State, run.Variable{Name: v.Name, Node: v.Node, First: func() []float32 { return First(v, b.Data.Seed, stream) }})
		}
	}
	add("model", b.Params)
	add("model", b.Averages) // which start where what they are of does
	add("memory", b.Memory)
	add("counters", b.Counters)
	return &b.m
}
