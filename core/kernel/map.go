package kernel

import (
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// mapping runs a plan.Map.
type mapping struct {
	*lanes
	to  []writer
	out [][]float32 // the block of every result
}

// writer takes a result's elements to the arena, where the loop does not write them there itself.
type writer struct {
	strided
	dense bool
	arena []float32 // from the view's first element
	block []float32 // nil for a dense view
}

func newMapping(in *plan.Map, arena []float32) task {
	m := &mapping{lanes: newLanes(in.Code, 0, in.Dims, in.In, arena), out: make([][]float32, len(in.Out))}
	if m.size == 0 {
		return m
	}
	for _, v := range in.Out {
		w := writer{strided: newStrided(v, in.Dims, arena), arena: arena[v.Offset:]}
		if w.dense = w.strided.dense(); !w.dense {
			w.block = make([]float32, scalar.Block)
		}
		m.to = append(m.to, w)
	}
	return m
}

func (m *mapping) run() {
	m.begin()
	for start := 0; start < m.size; start += scalar.Block {
		n := min(scalar.Block, m.size-start)
		for k := range m.to {
			if w := &m.to[k]; w.dense {
				m.out[k] = w.arena[start:]
			} else {
				m.out[k] = w.block
			}
		}
		m.block(start, n, m.out)
		for k := range m.to {
			if w := &m.to[k]; !w.dense {
				w.store(scalar.Bits(w.block[:n]), start)
			}
		}
	}
}
