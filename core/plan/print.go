package plan

import (
	"fmt"
	"strconv"
	"strings"
)

// String lists the program: slots, constants, procedures with their instructions, entries.
func (p *Program) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "arena %d\n", p.Size)
	for _, slot := range p.Slots {
		fmt.Fprintf(&s, "slot @%d %s %v\n", slot.Offset, slot.Name, slot.Shape)
	}
	for _, d := range p.Data {
		fmt.Fprintf(&s, "data @%d %v\n", d.Offset, d.Values)
	}
	for _, proc := range p.Procedures {
		fmt.Fprintf(&s, "procedure %s\n", proc.Name)
		for _, in := range proc.Code {
			fmt.Fprintf(&s, "\t%v\n", in)
		}
	}
	for _, e := range p.Entries {
		fmt.Fprintf(&s, "entry %s", e.Name)
		for _, c := range e.Calls {
			fmt.Fprintf(&s, " %s", p.Procedures[c].Name)
		}
		s.WriteByte('\n')
	}
	return s.String()
}

// String prints an array's place and strides as @offset[strides].
func (v View) String() string { return fmt.Sprintf("@%d%v", v.Offset, v.Strides) }

// String prints the loop's dimensions, operands and code on one line.
func (m *Map) String() string {
	return fmt.Sprintf("map %v %v <- %v: %s", m.Dims, m.Out, m.In, oneLine(m.Code.String()))
}

// String prints the reduction's dimensions, operand and code on one line.
func (r *Reduce) String() string {
	return fmt.Sprintf("%s %v @%d <- %v: %s", [...]string{"sum", "max"}[r.Op], r.Dims, r.Out, r.In, oneLine(r.Code.String()))
}

// String prints the product's lengths and operands.
func (m *MatMul) String() string {
	s := fmt.Sprintf("matmul %sx%dx%s %v <- %v %v", lengths(m.M), m.N, lengths(m.K), m.Out, m.A, m.B)
	if m.Epilogue != nil {
		s += fmt.Sprintf(" then %v: %s", m.Epilogue.In, oneLine(m.Epilogue.Code.String()))
	}
	return s
}

// String prints the length, the place and the key.
func (r *Random) String() string {
	return fmt.Sprintf("random %d @%d <- seed @%d count @%d stream %08x", r.Len, r.Out, r.Seed, r.Count, r.Stream)
}

// String prints the rows and places.
func (g *Gather) String() string {
	kind := "table"
	if g.Bytes {
		kind = "bytes"
	}
	return fmt.Sprintf("gather %dx%d @%d <- %s @%d of %d index @%d", g.Count, g.Cols, g.Out, kind, g.Table, g.Rows, g.Index)
}

// String prints the rows and places.
func (s *Scatter) String() string {
	return fmt.Sprintf("scatter %dx%d @%d <- @%d of %d index @%d", s.Rows, s.Cols, s.Out, s.Src, s.Count, s.Index)
}

// lengths prints one dimension as its length, and several as a list.
func lengths(dims []int) string {
	if len(dims) == 1 {
		return strconv.Itoa(dims[0])
	}
	return fmt.Sprint(dims)
}

func oneLine(code string) string {
	return strings.ReplaceAll(strings.TrimSpace(code), "\n", "; ")
}
