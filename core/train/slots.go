package train

import (
	"ganvas/core/experiment"
	"ganvas/core/nn"
	"ganvas/core/plan"
	"ganvas/core/random"
)

// slots reads and writes a machine's slots by name.
type slots struct {
	program *plan.Program
	machine plan.Machine
}

// write copies values into a slot, where the program has one of that name: what no procedure reads has none.
func (s slots) write(name string, values []float32) {
	if i := s.program.Slot(name); i >= 0 {
		s.machine.Write(i, values)
	}
}

// read returns a slot's values, or nil where the program has none of that name.
func (s slots) read(name string) []float32 {
	i := s.program.Slot(name)
	if i < 0 {
		return nil
	}
	values := make([]float32, s.program.Slots[i].Len)
	s.machine.Read(i, values)
	return values
}

// first is a variable's first values, from the stream of its path under the given name. The same seed and name give the same values,
// whatever else there is.
func first(v nn.Variable, seed uint32, stream string) []float32 {
	values := make([]float32, v.Node.Shape().Len())
	v.Fill(random.New(seed, stream+"/"+v.Path), values)
	return values
}

// halves are a seed as two whole numbers that a float32 holds.
func halves(seed uint32) []float32 { return []float32{float32(seed & 0xffff), float32(seed >> 16)} }

// knobs writes every live field.
func (s slots) knobs(spec experiment.Spec) {
	for i := range experiment.Fields {
		if f := &experiment.Fields[i]; f.Live {
			s.write(f.Key, []float32{float32(f.Number(&spec))})
		}
	}
}
