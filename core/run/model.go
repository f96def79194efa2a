package run

import (
	"ganvas/core/graph"
	"ganvas/core/query"
	"ganvas/core/wire"
)

// Family is a kind of experiment.
type Family struct {
	// Key names it in Specs: "family=KEY". The first of a list of families is meant where a Spec names none.
	Key string
	// Read reads a Spec's text, and the reader's own points beside it, or nil. The error says which field is at fault.
	Read func(spec string, own []byte) (Experiment, error)
}

// Experiment is a Spec that its family has read, with the data that it asks for. It is immutable.
type Experiment interface {
	// Spec is its text, canonical.
	Spec() string
	// Ways are the keys of all ways to train a step, the usual one first.
	Ways() []string
	// Turn returns the experiment with live knobs turned, all of them or, with an error, none; and the turns as canonical text.
	Turn(knobs []query.Pair) (Experiment, []query.Pair, error)
	// Writes are the numbers of the state that the turn which made this experiment sets by hand, in order.
	Writes() []Write
	// Structure is equal for experiments that one program trains: they differ in their knobs' values alone.
	Structure() string
	// Knobs are the live numbers of the program.
	Knobs() []Knob
	// Cause says, where a figure of the record's column is not finite, what is most likely to blame, and what to do.
	Cause(column string) string
	// Model traces the experiment. Ways but the usual one, and probes that are Extra, are left out unless their keys are among extras:
	// most runs never ask for them, and start sooner without. The error is a *graph.ShapeError.
	Model(extras []string) (*Model, error)
}

// Knob is a live number: a scalar variable and its value.
type Knob struct {
	Name  string
	Value float32
}

// Write is a number of a variable of the state, by its place in the variable, and what it becomes. Variables that a Model does not have are passed over.
type Write struct {
	Variable string
	At       int
	Value    float32
}

// Model is a traced experiment.
type Model struct {
	State      []Variable
	Constants  []Constant
	Procedures []graph.Procedure
	Ways       []Way
	Apart      bool // procedures of steps can be rehearsed one by one
	Record     []Figures
	Trajectory Trajectory
	Probes     []Probe
	// Aim prepares what the probes that are Aimed look at, by Ask.Aim; nil where there are none.
	Aim func(a Ask) error
	// Scene is what the page is told once: it never changes in a run.
	Scene []wire.Array
	// Along has probes show the run otherwise, as a text says, and returns the scene that goes with it; nil where that changes nothing. It is nil where
	// there is only one way to show it.
	Along func(s *Slots, text string) []wire.Array
	// Look prepares to measure the samples of this moment, which it draws; nil where nothing is measured. Measures that take long call
	// rest between pieces of a millisecond or so.
	Look func(s *Slots, rest func()) ([]Measure, error)
	// Draw returns n fresh points of the model, in the data's units: always the same for the same state and n. It changes nothing that training
	// reads. It is nil where the family has no such thing.
	Draw func(s *Slots, n int) ([]float32, error)
	// LogDensity is the logarithm of the model's density at points in the data's units, in nats; nil where the model says none.
	LogDensity func(s *Slots, points []float32) ([]float64, error)
}

// Variable is an array that training changes.
type Variable struct {
	Name  string
	Node  *graph.Node
	First func() []float32 // its values at step 0
}

// Constant is an array that procedures read and nothing changes.
type Constant struct {
	Name   string
	Values func() []float32
}

// Way is a way to train a step: procedures in the order in which they run. Where Every is above 1, steps whose number, counted from 0, is
// no multiple of it run Between instead: lazy regularisation.
type Way struct {
	Key     string
	Calls   []string
	Every   int
	Between []string
}

// Figures are columns of the record that lie in one vector.
type Figures struct {
	Node    *graph.Node // [len(Columns)]
	Columns []Column
}

// Column is one figure of each step. A run stops at the first that is not finite.
type Column struct {
	Key   string // stable: "loss.d"
	Label string // for people, as a fault begins: "the discriminator's loss"
	Role  Role
	Unit  string // "nats", or empty
}

// Role says what a column is for.
type Role uint8

// The roles.
const (
	Loss  Role = iota // what a player minimises
	Term              // a part of a loss
	Gauge             // something else to follow: a mean, a norm
	Guard             // looked at for being finite, and not shown
)

// Trajectory is a path that is drawn whole: of Columns figures at the record's end, none where that is 0.
type Trajectory struct {
	Columns int
	Start   func(s *Slots) []float32 // where it begins, read at step 0
}

// Probe is something to look at. It is read from a slot after its procedures have run, in order; or it is computed.
type Probe struct {
	Name  string // stable: "samples"
	Unit  string // "data", "probability", or empty
	Doc   string // one sentence for people
	Shape []int
	Extra bool // computed, and compiled, only where it is asked for by its name
	// Aimed says that it goes by what the page looks at: Model.Aim comes before it. All that are so are compiled together, as the extra Aimed.
	Aimed bool

	Procedures []string
	Slot       string
	Compute    func(a Ask) (wire.Array, []wire.Measure, error)
}

// Ask is what a probe that is computed may use.
type Ask struct {
	Slots *Slots
	Step  uint64
	Fresh bool   // measures are wanted anew, and so is what takes as long
	Aim   string // what the page looks at, in the family's words; see Run.Look
	// Next are the procedures that the next step runs, in order.
	Next []string
	// Rehearse does something that trains, and then puts back what training has changed. Train runs a procedure of a step meanwhile, in a Model whose
	// procedures are Apart.
	Rehearse func(do func() error) error
	Train    func(procedure string) error
}

// Aimed is the extra of all probes that go by what the page looks at.
const Aimed = "aimed"

// extra is what the probe needs compiled in, or empty.
func (p Probe) extra() string {
	switch {
	case p.Aimed:
		return Aimed
	case p.Extra:
		return p.Name
	}
	return ""
}

// Measure is a measure of quality to be computed.
type Measure struct {
	Key     string
	Cheap   bool                // some milliseconds: it can be had every second
	Compute func() wire.Measure // without its key and its step
}

// Find returns the family that a Spec's text names, of a list.
func Find(families []Family, spec string) (Family, bool) {
	pairs, _ := query.Parse(spec)
	key, named := query.Get(pairs, FamilyKey)
	for _, f := range families {
		if !named || f.Key == key {
			return f, true
		}
	}
	return Family{}, false
}

// FamilyKey is the key by which a Spec names its family.
const FamilyKey = "family"
