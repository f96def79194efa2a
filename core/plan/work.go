package plan

import "ganvas/core/scalar"

// Work is about how long an instruction takes, in multiply-adds of a matrix product: one for each product; and of what is done element by
// element, one for each array that is walked, each operation and each element.
func Work(in Instr) int {
	switch in := in.(type) {
	case *MatMul:
		n := in.Multiplications()
		if in.Epilogue != nil {
			n += walk(in.Epilogue.Code, len(in.Epilogue.In)) * in.Rows() * in.N
		}
		return n
	case *Map:
		return walk(in.Code, len(in.In)+len(in.Out)) * length(in.Dims)
	case *Reduce:
		return walk(in.Code, len(in.In)+1) * length(in.Dims[:])
	case *Random:
		return philoxWork * in.Len
	case *Gather:
		return in.Count * in.Cols
	case *Scatter:
		return in.Count*in.Cols + in.Rows*in.Cols
	}
	return 0
}

// philoxWork is for ten rounds of Philox, of which each makes four numbers.
const philoxWork = 40

// walk is the work of one element of a loop over so many arrays.
func walk(code scalar.Code, arrays int) int {
	n := arrays
	for _, in := range code.Instrs {
		if in.Op.Operands() > 0 {
			n++
		}
	}
	return n
}

// Work is that of all that one pass of an entry runs.
func (p *Program) Work(entry int) int {
	n := 0
	for _, c := range p.Entries[entry].Calls {
		n += p.Procedures[c].work()
	}
	return n
}

func (p Procedure) work() int {
	n := 0
	for _, in := range p.Code {
		n += Work(in)
	}
	return n
}

// MultiplyAdds counts those of the matrix products in one pass of an entry.
func (p *Program) MultiplyAdds(entry int) int {
	n := 0
	for _, c := range p.Entries[entry].Calls {
		for _, in := range p.Procedures[c].Code {
			if m, ok := in.(*MatMul); ok {
				n += m.Multiplications()
			}
		}
	}
	return n
}
