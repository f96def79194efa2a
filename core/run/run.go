package run

import (
	"fmt"
	"slices"
	"strings"

	"ganvas/core/graph"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/query"
	"ganvas/core/script"
	"ganvas/core/wire"
)

// Options are what a run needs beside its script.
type Options struct {
	Families []Family
	// Machine makes the machine that runs a program; nil is core/kernel's.
	Machine func(*plan.Program) (plan.Machine, error)
	// Own is the reader's own points, for Specs that ask for them; or nil.
	Own []byte
	// Budget is the memory that checkpoints may take, in bytes; 0 is DefaultBudget.
	Budget int
	// Piece is the work, in multiply-adds, that may be done without a rest; 0 is DefaultPiece. See Run.OnRest.
	Piece int
}

// Run is an experiment under way. It is used by one goroutine.
//
// It stands at a step, and may have been farther: see At. Training from an earlier step does again what was done, turns and all, until the
// reader does something else there (Set, Only); what was to come is then forgotten.
type Run struct {
	opts   Options
	start  Experiment // at step 0
	script script.Script

	exp    Experiment // as it is now
	model  *Model
	slots  *Slots
	extras []string // the ways and probes that are compiled beside what always is

	step    uint64
	turned  int // how many of the script's turns have happened
	history history
	path    path
	saved   checkpoints
	fault   string

	resting func() // between pieces of a call: see OnRest
	calling func(procedure string, done bool)
	before  state // that of the step under way, where it may be abandoned

	aim      string         // what is looked at
	measures []wire.Measure // the last ones
	survey   survey         // of the others
}

// Open starts the run of a script at step 0. The error says what is wrong with the script, or is of the machine.
func Open(text string, opts Options) (*Run, error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	family, ok := Find(opts.Families, s.Spec)
	if !ok {
		return nil, unknownFamily(s.Spec, opts.Families)
	}
	exp, err := family.Read(s.Spec, opts.Own)
	if err != nil {
		return nil, err
	}
	if opts.Machine == nil {
		opts.Machine = func(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }
	}
	if opts.Budget == 0 {
		opts.Budget = DefaultBudget
	}
	if opts.Piece == 0 {
		opts.Piece = DefaultPiece
	}
	s.Spec = exp.Spec()
	r := &Run{opts: opts, start: exp, exp: exp, script: s}
	if err := r.validate(); err != nil {
		return nil, err
	}
	if err := r.compile(); err != nil {
		return nil, err
	}
	r.begin()
	if err := r.turn(); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

func unknownFamily(spec string, families []Family) error {
	pairs, _ := query.Parse(spec)
	key, _ := query.Get(pairs, FamilyKey)
	var keys []string
	for _, f := range families {
		keys = append(keys, f.Key)
	}
	return &script.Error{Field: FamilyKey, Value: key, Allowed: "one of " + strings.Join(keys, ", ")}
}

// validate refuses a script whose turns could not be done, and makes the text of the others canonical.
func (r *Run) validate() error {
	exp := r.start
	for i, t := range r.script.Turns {
		if t.Stretch() {
			if err := r.knows(t.Who); err != nil {
				return err
			}
			continue
		}
		next, canonical, err := exp.Turn(t.Knobs)
		if err != nil {
			return err
		}
		exp, r.script.Turns[i].Knobs = next, canonical
	}
	return nil
}

// knows refuses a way to train that there is not.
func (r *Run) knows(who string) error {
	if ways := r.exp.Ways(); !slices.Contains(ways, who) {
		return &script.Error{Field: "who", Value: who, Allowed: "one of " + strings.Join(ways, ", ")}
	}
	return nil
}

// begin stands at step 0 and has been nowhere else.
func (r *Run) begin() {
	r.slots.load(r.first(), state{})
	r.step, r.turned, r.fault, r.before = 0, 0, "", state{}
	r.history = history{width: r.model.width(), path: r.model.Trajectory.Columns}
	if r.history.path > 0 {
		r.history.first = r.model.Trajectory.Start(r.slots)
	}
	r.path = path{width: r.history.path, from: 1}
	r.saved = checkpoints{every: r.spacing(), budget: r.opts.Budget}
	r.forget()
}

// forget gives up what has been measured.
func (r *Run) forget() {
	r.survey.end()
	r.survey, r.measures = survey{}, nil
}

// first is the state at step 0.
func (r *Run) first() state {
	s := r.slots.blank()
	for _, v := range r.model.State {
		copy(s.slot(v.Name), v.First())
	}
	return s
}

// compile makes the program and the machine of the experiment as it is. Where that fails, all is as it was.
func (r *Run) compile() error {
	m, err := r.exp.Model(r.extras)
	if err != nil {
		return fmt.Errorf("run: %q does not compile: %w", r.exp.Spec(), err)
	}
	p, err := m.program()
	if err != nil {
		return fmt.Errorf("run: %q does not compile: %w", r.exp.Spec(), err)
	}
	p.Cut(wholePieces*r.opts.Piece, r.opts.Piece)
	machine, err := r.opts.Machine(p)
	if err != nil {
		return fmt.Errorf("run: no machine for %q: %w", r.exp.Spec(), err)
	}
	r.model, r.slots = m, &Slots{p, machine, r.rest}
	for _, c := range m.Constants {
		r.slots.Write(c.Name, c.Values())
	}
	for _, k := range r.exp.Knobs() {
		r.slots.Write(k.Name, []float32{k.Value})
	}
	return nil
}

// recompile goes over to the program of the experiment as it is: the state moves to a new machine, and the run goes on from where it is.
func (r *Run) recompile() error {
	x, old := r.slots.save(), r.slots
	if err := r.compile(); err != nil {
		return err
	}
	old.machine.Close()
	r.slots.load(x, r.first())
	return nil
}

// program compiles all procedures, with the state first in the arena, in its order.
func (m *Model) program() (*plan.Program, error) {
	m.State = append(m.State, own()...)
	var record graph.Procedure
	if err := graph.Build(func() { record = m.record() }); err != nil {
		return nil, err
	}
	var calls []plan.Call
	for _, w := range m.Ways {
		calls = append(calls, plan.Call{Name: w.Key, Procedures: append(slices.Clone(w.Calls), recorder)})
		if w.Every > 1 {
			calls = append(calls, plan.Call{Name: w.Key + between, Procedures: append(slices.Clone(w.Between), recorder)})
		}
	}
	stepping := map[string]bool{}
	for _, c := range calls {
		for _, name := range c.Procedures {
			stepping[name] = true
		}
	}
	for _, p := range m.Procedures {
		if !stepping[p.Name] {
			calls = append(calls, plan.Call{Name: p.Name, Procedures: []string{p.Name}})
		} else if m.Apart && p.Name != recorder {
			calls = append(calls, plan.Call{Name: p.Name + apart, Procedures: []string{p.Name}})
		}
	}
	nodes := make([]*graph.Node, len(m.State))
	for i, v := range m.State {
		nodes[i] = v.Node
	}
	p, err := plan.Compile(append(slices.Clone(m.Procedures), record), calls, nodes...)
	if err != nil {
		return nil, err
	}
	return withState(p, len(nodes)), nil
}

// between is what an entry's name ends in that trains the steps between those of a lazy way.
const between = ".between"

// apart is what an entry's name ends in that runs one procedure of a step.
const apart = ".apart"

// way finds a way of the model.
func (m *Model) way(key string) (Way, bool) {
	for _, w := range m.Ways {
		if w.Key == key {
			return w, true
		}
	}
	return Way{}, false
}

// Spec is the experiment's text as it is now, turned knobs included.
func (r *Run) Spec() string { return r.exp.Spec() }

// Experiment is the experiment as it is now.
func (r *Run) Experiment() Experiment { return r.exp }

// Script is what determines the run up to its step.
func (r *Run) Script() script.Script { return r.script.Until(r.step) }

// Step is the number of steps done.
func (r *Run) Step() uint64 { return r.step }

// Last is the furthest step that the run has been at.
func (r *Run) Last() uint64 { return max(r.step, r.history.count) }

// Fault is the plain explanation of why training has stopped, or empty. Turning a knob, going back or a reset lets it go on.
func (r *Run) Fault() string { return r.fault }

// Slots are the program's arrays, to read.
func (r *Run) Slots() *Slots { return r.slots }

// Model is the model as it is compiled now.
func (r *Run) Model() *Model { return r.model }

// Bytes is about how much memory the run takes.
func (r *Run) Bytes() int { return 4*r.slots.program.Size + r.saved.bytes() }

// Close frees the machine.
func (r *Run) Close() {
	r.survey.end()
	r.slots.machine.Close()
}
