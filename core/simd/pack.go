package simd

import "ganvas/core/simd/wasm"

// panels copies an operand of a product to scratch space, as panels of the tiles' width: in a panel, step k+1 follows step
// k. The last panel may be narrower; its steps lie as far apart.
type panels struct {
	*matmulWriter
	param    wasm.Local // the address of the operand, and then of its panels
	n        int        // elements across
	across   int        // the operand's strides,
	along    []int      // of k's dimensions
	vectors  int        // of four elements across a panel
	scratch  int        // the address of the first panel
	src, dst wasm.Local // what is read next, and how far behind scratch it goes
}

// bytes is how much scratch space the panels take.
func (p *panels) bytes() int { return (p.n + 4*p.vectors - 1) / (4 * p.vectors) * p.panel() }

// panel is the bytes from one panel to the next.
func (p *panels) panel() int { return p.step() * p.m.Steps() }

// step is the bytes from one step of a panel to the next.
func (p *panels) step() int { return 16 * p.vectors }

// line is the vectors that share a line of the cache.
const line = 4

// pack copies B, and A, where the tiles read panels of them.
func (mw *matmulWriter) pack() {
	m, end := mw.m, mw.w.scratch
	write := func(param, n, across int, along []int, vectors int) {
		p := &panels{matmulWriter: mw, param: mw.f.Param(param), n: n, across: across, along: along, vectors: vectors, scratch: end}
		p.write()
		end = align(end + p.bytes())
	}
	if mw.packB {
		write(paramB, m.N, last(m.B.Strides), m.B.Strides[:len(m.K)], mw.vectors)
	}
	if mw.packA {
		down, along := parts(m)
		write(paramA, m.Rows(), down[0], along, mw.rows/4)
	}
	mw.w.reserve(end - mw.w.scratch)
}

// write writes the copying. Where elements across are contiguous it fills as many panels at once as a line of the cache
// has vectors for, so that it reads each line once.
func (p *panels) write() {
	f, wide := p.f, p.vectors
	if p.across == 1 {
		wide *= max(1, line/p.vectors)
	}
	p.src, p.dst = p.param, f.Local(wasm.I32)
	zero(f, p.dst)
	whole, rest := p.n/4, p.n%4
	f.Repeat(whole/wide, func() {
		p.strip(wide, 4)
		f.Add(p.src, 16*wide*p.across)
		f.Add(p.dst, wide/p.vectors*p.panel())
	})
	last := whole % wide
	switch {
	case rest > 0:
		p.strip(last+1, rest)
	case last > 0:
		p.strip(last, 4)
	}
	f.Int(p.scratch)
	f.Set(p.param)
	f.Release(wasm.I32, p.dst)
}

// strip copies all steps of some vectors, four steps at a time. The last vector has count elements; the lanes beyond may be
// anything.
func (p *panels) strip(vectors, count int) {
	p.stripFrom(0, vectors, count)
	p.f.Add(p.dst, -p.panel())
}

// stripFrom copies the steps over k's dimensions from d on. It leaves src where it was, and dst behind what it has copied.
func (p *panels) stripFrom(d, vectors, count int) {
	f, n, apart := p.f, p.m.K[d], 4*p.along[d]
	if d < len(p.m.K)-1 {
		f.Repeat(n, func() {
			p.stripFrom(d+1, vectors, count)
			f.Add(p.src, apart)
		})
		f.Add(p.src, -n*apart)
		return
	}
	f.Repeat(n/4, func() {
		p.block(4, vectors, count)
		f.Add(p.src, 4*apart)
		f.Add(p.dst, 4*p.step())
	})
	if rest := n % 4; rest > 0 {
		p.block(rest, vectors, count)
		f.Add(p.dst, rest*p.step())
	}
	f.Add(p.src, -n/4*4*apart)
}

// block copies up to four steps of some vectors.
func (p *panels) block(steps, vectors, count int) {
	for j := range vectors {
		elements := 4
		if j == vectors-1 {
			elements = count
		}
		x := p.locals(4)
		p.loadBlock(x, j, steps, elements)
		to := p.scratch + j/p.vectors*p.panel() + j%p.vectors*16
		for k := range steps {
			store(p.f, func() { p.f.Get(p.dst) }, to+k*p.step(), 4, 4, x[k])
		}
		p.f.Release(wasm.V128, x...)
	}
}

// loadBlock loads some steps of vector j, one in each of x. Where steps are contiguous, it transposes 4 by 4; for elements
// beyond the last it takes the last.
func (p *panels) loadBlock(x []wasm.Local, j, steps, elements int) {
	load := func(x wasm.Local, offset int) {
		p.f.Get(p.src)
		p.f.Mem(wasm.V128Load, 4*offset)
		p.f.Set(x)
	}
	if p.across == 1 {
		for k := range steps {
			load(x[k], 4*j+k*last(p.along))
		}
		return
	}
	for c := range x {
		load(x[c], (4*j+min(c, elements-1))*p.across)
	}
	transpose(p.f, x)
}
