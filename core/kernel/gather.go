package kernel

import "ganvas/core/plan"

// gathering runs a plan.Gather.
type gathering struct {
	table, index, out []float32
	rows, cols        int
}

func newGathering(in *plan.Gather, arena []float32) task {
	g := &gathering{
		table: arena[in.Table:], index: arena[in.Index:][:in.Count], out: arena[in.Out:], rows: in.Rows, cols: in.Cols,
	}
	if in.Bytes {
		return &converting{g}
	}
	return g
}

func (g *gathering) run() {
	for i, x := range g.index {
		copy(g.out[i*g.cols:][:g.cols], g.table[row(x, g.rows)*g.cols:])
	}
}

// converting runs a plan.Gather from a table of bytes.
type converting struct{ *gathering }

func (g *converting) run() {
	for i, x := range g.index {
		from := row(x, g.rows) * g.cols
		for c := range g.cols {
			g.out[i*g.cols+c] = float32(plan.Byte(g.table, from+c))
		}
	}
}

// row rounds an index towards zero and clamps it to [0, rows). A NaN is 0.
func row(x float32, rows int) int {
	switch y := float64(x); {
	case !(y >= 1):
		return 0
	case y >= float64(rows):
		return rows - 1
	}
	return int(x)
}
