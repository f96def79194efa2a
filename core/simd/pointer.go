package simd

import (
	"slices"

	"ganvas/core/simd/wasm"
)

// pointers are the addresses that a loop nest moves: one local for all views that move alike, since where a view
// starts is an immediate of its loads.
type pointers struct {
	f     *wasm.Func
	steps [][]int
	local []wasm.Local

	// Room that most loop nests have enough of.
	room struct {
		steps [4][]int
		local [4]wasm.Local
	}
}

// newPointers makes an empty set of pointers.
func newPointers(f *wasm.Func) *pointers {
	p := &pointers{f: f}
	p.steps, p.local = p.room.steps[:0], p.room.local[:0]
	return p
}

// add returns the pointer of a view that moves by steps, in bytes, along each dimension; -1 where it never moves.
func (p *pointers) add(steps []int) int {
	still := true
	for _, s := range steps {
		still = still && s == 0
	}
	if still {
		return -1
	}
	for i, s := range p.steps {
		if slices.Equal(s, steps) {
			return i
		}
	}
	return p.start(p.f.Local(wasm.I32), steps...)
}

// start adds a pointer that starts where local says, and moves that local from then on.
func (p *pointers) start(local wasm.Local, steps ...int) int {
	p.steps = append(p.steps, steps)
	p.local = append(p.local, local)
	return len(p.local) - 1
}

// zero sets every pointer to zero.
func (p *pointers) zero() {
	for _, l := range p.local {
		p.f.Int(0)
		p.f.Set(l)
	}
}

// push pushes pointer i.
func (p *pointers) push(i int) {
	if i < 0 {
		p.f.Int(0)
		return
	}
	p.f.Get(p.local[i])
}

// move adds n steps along dimension d to every pointer.
func (p *pointers) move(d, n int) {
	for i, l := range p.local {
		p.f.Add(l, n*p.steps[i][d])
	}
}

// step adds n steps along dimension d, less back steps along dimension e, to every pointer.
func (p *pointers) step(d, n, e, back int) {
	for i, l := range p.local {
		p.f.Add(l, n*p.steps[i][d]-back*p.steps[i][e])
	}
}
