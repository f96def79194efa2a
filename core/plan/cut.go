package plan

import (
	"slices"
	"strconv"
)

// Cut cuts entries of more work than whole into pieces of about piece, so that whoever runs them can do something else in between: each gets
// Pieces, entries that come to one pass when they run one after another. Only other pieces of it may run meanwhile, or the pass is begun anew.
// Nothing changes in what is computed, bit by bit: loops and products that are large are cut between their rows, and procedures between their
// instructions.
func (p *Program) Cut(whole, piece int) {
	parts := map[int][]int{} // of a procedure that is cut: the procedures in its place
	entry := map[int]int{}   // of a procedure: the entry that runs it alone
	for i := range p.Entries {
		if p.Work(i) <= whole {
			continue
		}
		var calls, pieces []int
		for _, c := range p.Entries[i].Calls {
			if _, ok := parts[c]; !ok {
				parts[c] = p.split(c, piece)
			}
			calls = append(calls, parts[c]...)
		}
		for _, c := range calls {
			if _, ok := entry[c]; !ok {
				entry[c] = len(p.Entries)
				p.Entries = append(p.Entries, Entry{Name: "piece " + p.Procedures[c].Name, Calls: []int{c}})
			}
			pieces = append(pieces, entry[c])
		}
		p.Entries[i].Calls, p.Entries[i].Pieces = calls, pieces
	}
}

// split puts procedures of about so much work in the place of one, and returns which.
func (p *Program) split(procedure, most int) []int {
	name := p.Procedures[procedure].Name
	parts, code, work := []int(nil), []Instr(nil), 0
	end := func() {
		if len(code) > 0 {
			parts = append(parts, len(p.Procedures))
			p.Procedures = append(p.Procedures, Procedure{name + "/" + strconv.Itoa(len(parts)), code})
			code, work = nil, 0
		}
	}
	for _, whole := range p.Procedures[procedure].Code {
		for _, in := range rows(whole, most) {
			n := Work(in)
			if work+n > most {
				end()
			}
			code, work = append(code, in), work+n
		}
	}
	end()
	return parts
}

// rows cuts an instruction into some of about so much work along its first dimension, where it can be.
func rows(in Instr, most int) []Instr {
	n := firstDim(in)
	count := min(n, (Work(in)+most-1)/most)
	if count < 2 {
		return []Instr{in}
	}
	var out []Instr
	for i := range count {
		out = append(out, along(in, 0, i*n/count, (i+1)*n/count))
	}
	return out
}

// firstDim is the length of an instruction's first dimension, or 0 where parts along that would not be the same.
func firstDim(in Instr) int {
	switch in := in.(type) {
	case *MatMul:
		return in.M[0]
	case *Map:
		return in.Dims[0]
	case *Reduce:
		return in.Dims[0]
	}
	return 0
}

// with are dimensions of which one is n.
func with(dims []int, d, n int) []int {
	out := slices.Clone(dims)
	out[d] = n
	return out
}

// from is the view from an index of a dimension on.
func (v View) from(d, i int) View { return View{v.Offset + i*v.Strides[d], v.Strides} }

func allFrom(views []View, d, i int) []View {
	out := make([]View, len(views))
	for k, v := range views {
		out[k] = v.from(d, i)
	}
	return out
}
