package train

import (
	"fmt"

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

// allSlots is the name of a slot that holds all others, as they lie: a call of a machine takes a browser as long as thousands of
// instructions, so that what is of many slots is written and read in one.
const allSlots = "all slots"

// withAllSlots adds that slot to a program.
func withAllSlots(p *plan.Program) *plan.Program {
	end := 0
	for _, s := range p.Slots {
		end = max(end, s.Offset+s.Len)
	}
	p.Slots = append(p.Slots, plan.Slot{Name: allSlots, Shape: []int{end}, Len: end})
	return p
}

// image is what all slots of a program hold.
type image struct {
	program *plan.Program
	values  []float32
}

// blank is the image of a machine that is new.
func (s slots) blank() image {
	return image{s.program, make([]float32, s.program.Slots[s.program.Slot(allSlots)].Len)}
}

// save reads all slots into an image, in the memory of an old one where that is of the same program.
func (s slots) save(old image) image {
	if old.program != s.program {
		old = s.blank()
	}
	s.machine.Read(s.program.Slot(allSlots), old.values)
	return old
}

// load writes all slots.
func (s slots) load(i image) { s.machine.Write(s.program.Slot(allSlots), i.values) }

// slot is a slot in place, or nil where the program has none of that name.
func (i image) slot(name string) []float32 {
	at := i.program.Slot(name)
	if at < 0 {
		return nil
	}
	s := i.program.Slots[at]
	return i.values[s.Offset:][:s.Len]
}

// write copies values into a slot, where the program has one of that name.
func (i image) write(name string, values []float32) {
	s := i.slot(name)
	if s != nil && len(s) != len(values) {
		panic(fmt.Sprintf("train: slot %s holds %d numbers, not %d", name, len(s), len(values)))
	}
	copy(s, values)
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

// knobs gives write every live field.
func knobs(spec experiment.Spec, write func(name string, values []float32)) {
	for i := range experiment.Fields {
		if f := &experiment.Fields[i]; f.Live {
			write(f.Key, []float32{float32(f.Number(&spec))})
		}
	}
}
