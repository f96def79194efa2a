package run

import (
	"fmt"

	"ganvas/core/plan"
)

// Slots are the arrays of a program on a machine, by name.
type Slots struct {
	program *plan.Program
	machine plan.Machine
	rest    func() // is called between the pieces of what is cut
}

// Write copies values into a slot, where the program has one of that name: what no procedure reads has none.
func (s *Slots) Write(name string, values []float32) {
	i := s.program.Slot(name)
	if i < 0 {
		return
	}
	if n := s.program.Slots[i].Len; n != len(values) {
		panic(fmt.Sprintf("run: slot %s holds %d numbers, not %d", name, n, len(values)))
	}
	s.machine.Write(i, values)
}

// Read returns a slot's values, or nil where the program has none of that name.
func (s *Slots) Read(name string) []float32 {
	i := s.program.Slot(name)
	if i < 0 {
		return nil
	}
	values := make([]float32, s.program.Slots[i].Len)
	s.machine.Read(i, values)
	return values
}

// set writes one number of a slot.
func (s *Slots) set(w Write) {
	if values := s.Read(w.Variable); w.At < len(values) {
		values[w.At] = w.Value
		s.Write(w.Variable, values)
	}
}

// Call runs procedures once each, in order. The error is the machine's.
func (s *Slots) Call(procedures ...string) error {
	for _, name := range procedures {
		if err := s.run(name, 1); err != nil {
			return err
		}
	}
	return nil
}

// run runs an entry n times.
func (s *Slots) run(entry string, n int) error {
	i := s.program.Entry(entry)
	if i < 0 {
		return fmt.Errorf("run: the program has no %q", entry)
	}
	pieces := s.program.Entries[i].Pieces
	if len(pieces) == 0 {
		return s.machine.Run(i, n)
	}
	for range n {
		for _, p := range pieces {
			if err := s.machine.Run(p, 1); err != nil {
				return err
			}
			s.rest()
		}
	}
	return nil
}

// cut says whether an entry is run in pieces.
func (s *Slots) cut(entry string) bool {
	i := s.program.Entry(entry)
	return i >= 0 && len(s.program.Entries[i].Pieces) > 0
}

// stateSlot is the name of a slot that holds all of a model's state, as it lies: a call of a machine takes a browser as long as thousands
// of instructions, so that what is of many slots is written and read in one.
const stateSlot = "state"

// withState adds that slot to a program whose first slots are the state's.
func withState(p *plan.Program, variables int) *plan.Program {
	end := 0
	for _, s := range p.Slots[:variables] {
		end = max(end, s.Offset+s.Len)
	}
	p.Slots = append(p.Slots, plan.Slot{Name: stateSlot, Shape: []int{end}, Len: end})
	return p
}

// state is what training has changed, at a step: the slots of that name, by their program.
type state struct {
	program *plan.Program
	values  []float32
}

// blank is a state of zeros.
func (s *Slots) blank() state {
	return state{s.program, make([]float32, s.program.Slots[s.program.Slot(stateSlot)].Len)}
}

// save reads the whole state.
func (s *Slots) save() state {
	out := s.blank()
	s.machine.Read(s.program.Slot(stateSlot), out.values)
	return out
}

// load writes the whole state. What is of another program goes by its names: variables that are new keep what otherwise has.
func (s *Slots) load(x, otherwise state) {
	if x.program != s.program {
		for _, slot := range s.program.Slots {
			if from := x.slot(slot.Name); from != nil && slot.Name != stateSlot {
				if to := otherwise.slot(slot.Name); to != nil {
					copy(to, from)
				}
			}
		}
		x = otherwise
	}
	s.machine.Write(s.program.Slot(stateSlot), x.values)
}

// slot is a slot in place, or nil where the state has none of that name.
func (x state) slot(name string) []float32 {
	at := x.program.Slot(name)
	if at < 0 {
		return nil
	}
	s := x.program.Slots[at]
	if s.Offset+s.Len > len(x.values) {
		return nil
	}
	return x.values[s.Offset:][:s.Len]
}

// bytes is the memory that the state takes.
func (x state) bytes() int { return 4 * len(x.values) }
