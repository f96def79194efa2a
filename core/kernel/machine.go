// Package kernel is the reference machine: it runs the programs of plan in plain Go, and its results are what every other machine
// must give, bit by bit.
//
// Everything is prepared when a machine is made; Run then allocates nothing. One file holds one instruction.
package kernel

import (
	"fmt"

	"ganvas/core/plan"
)

// Machine is a plan.Machine. It must not be used by two goroutines at once.
type Machine struct {
	program *plan.Program
	arena   []float32
	code    [][]task // the instructions of every procedure
}

// task is an instruction with everything that it needs, ready to run.
type task interface{ run() }

// New makes a machine for p, or says what is wrong with p.
func New(p *plan.Program) (*Machine, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	m := &Machine{program: p, arena: make([]float32, p.Size)}
	for _, d := range p.Data {
		copy(m.arena[d.Offset:], d.Values)
	}
	shared := &scratch{}
	for _, proc := range p.Procedures {
		tasks := make([]task, len(proc.Code))
		for i, in := range proc.Code {
			tasks[i] = prepare(in, m.arena, shared)
		}
		m.code = append(m.code, tasks)
	}
	return m, nil
}

// prepare makes the task of an instruction that Check has passed.
func prepare(in plan.Instr, arena []float32, shared *scratch) task {
	switch in := in.(type) {
	case *plan.Map:
		return newMapping(in, arena)
	case *plan.Reduce:
		return newReduction(in, arena)
	case *plan.MatMul:
		return newProduct(in, arena, shared)
	case *plan.Random:
		return newUniform(in, arena)
	case *plan.Gather:
		return newGathering(in, arena)
	case *plan.Scatter:
		return newScattering(in, arena)
	}
	panic(fmt.Sprintf("kernel: no task for %T", in))
}

// slot returns a slot in place; n is the length that the caller takes it to have.
func (m *Machine) slot(slot, n int) []float32 {
	s := m.program.Slots[slot]
	if n != s.Len {
		panic(fmt.Sprintf("kernel: slot %s holds %d float32s, not %d", s.Name, s.Len, n))
	}
	return m.arena[s.Offset:][:n]
}

// Write implements plan.Machine.
func (m *Machine) Write(slot int, src []float32) { copy(m.slot(slot, len(src)), src) }

// Read implements plan.Machine.
func (m *Machine) Read(slot int, dst []float32) { copy(dst, m.slot(slot, len(dst))) }

// Run implements plan.Machine. It fails where there is no such entry.
func (m *Machine) Run(entry, times int) error {
	if entry < 0 || entry >= len(m.program.Entries) {
		return fmt.Errorf("kernel: entry %d of %d", entry, len(m.program.Entries))
	}
	for range times {
		for _, call := range m.program.Entries[entry].Calls {
			for _, t := range m.code[call] {
				t.run()
			}
		}
	}
	return nil
}

// Close implements plan.Machine. The machine holds nothing outside Go's heap.
func (m *Machine) Close() error { return nil }
