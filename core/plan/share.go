package plan

// Share cuts an instruction into at most n of about the same work that may run at the same time, or one after another in any order: none
// writes what another reads or writes, and no sum is cut, so that the bits are those of the whole. It returns fewer than two where there is no
// such cut. A scatter, whose rows may be the same, and random numbers, which are few, stay whole.
func Share(in Instr, n int) []Instr {
	var best axis
	for _, a := range axes(in) {
		if count := min(n, a.units()); count > 1 && (best.count < 2 || a.largest(count) < best.largest(best.count)*least) {
			a.count = count
			best = a
		}
	}
	var out []Instr
	for i := range best.count {
		out = append(out, along(in, best.dim, best.at(i), best.at(i+1)))
	}
	return out
}

// least is how much smaller the largest part must be for an inner dimension to be cut instead of an outer one: the parts of that lie together.
const least = .95

// axis is a dimension that an instruction can be cut along: length indices, between whole groups of which cuts cost nothing, and tail
// more that stay with the last.
type axis struct{ dim, length, tail, group, count int }

// units is how many groups there are.
func (a axis) units() int { return (a.length + a.group - 1) / a.group }

// at is where the i-th of count parts begins.
func (a axis) at(i int) int {
	if i == a.count {
		return a.length + a.tail
	}
	return i * a.units() / a.count * a.group
}

// largest is the share of the largest of so many parts.
func (a axis) largest(count int) float64 {
	return float64(min((a.units()+count-1)/count*a.group, a.length)) / float64(a.length)
}

// Groups of indices that machines take at once: rows and columns of a product's tiles, numbers on a line of the cache.
const (
	groupRows    = 4
	groupColumns = 8
	groupLine    = 16
)

// axes are the dimensions that an instruction can be cut along without cutting a sum.
func axes(in Instr) []axis {
	switch in := in.(type) {
	case *MatMul:
		return append(loopAxes(in.M, groupRows), axis{dim: len(in.M), length: in.N, group: groupColumns})
	case *Map:
		return loopAxes(in.Dims, groupLine)
	case *Reduce:
		switch outer, inner := in.Dims[0], in.Dims[2]; {
		case inner == 1:
			return []axis{{dim: 0, length: outer, group: groupLine}}
		case outer == 1:
			return []axis{{dim: 2, length: inner - 1, tail: 1, group: groupLine}} // a part of one column would be summed along its rows
		default:
			return []axis{{dim: 0, length: outer, group: 1}}
		}
	case *Gather:
		return []axis{{dim: 0, length: in.Count, group: 1}}
	}
	return nil
}

// loopAxes are those of loops over dims, whose last is cut between groups alone.
func loopAxes(dims []int, group int) []axis {
	var out []axis
	for d, n := range dims {
		g := 1
		if d == len(dims)-1 {
			g = group
		}
		out = append(out, axis{dim: d, length: n, group: g})
	}
	return out
}

// along is what does a range of indices of one of the axes alone.
func along(in Instr, dim, from, to int) Instr {
	switch in := in.(type) {
	case *MatMul:
		return in.along(dim, from, to)
	case *Map:
		return in.along(dim, from, to)
	case *Reduce:
		out := *in
		out.Dims[dim] = to - from
		out.In = allFrom(in.In, dim, from)
		if dim == 0 {
			from *= in.Dims[2]
		}
		out.Out += from
		return &out
	case *Gather:
		out := *in
		out.Count = to - from
		out.Index, out.Out = in.Index+from, in.Out+from*in.Cols
		return &out
	}
	return nil
}

func (m *Map) along(dim, from, to int) *Map {
	return &Map{Dims: with(m.Dims, dim, to-from), In: allFrom(m.In, dim, from), Out: allFrom(m.Out, dim, from), Code: m.Code}
}

// along cuts between rows, or columns, which are the dimension after those of rows.
func (m *MatMul) along(dim, from, to int) *MatMul {
	out := *m
	if dim < len(m.M) {
		out.M, out.A = with(m.M, dim, to-from), m.A.from(dim, from)
	} else {
		out.N, out.B = to-from, m.B.from(len(m.K), from)
	}
	out.Out = m.Out.from(dim, from)
	if m.Epilogue != nil {
		out.Epilogue = m.Epilogue.along(dim, from, to)
	}
	return &out
}
