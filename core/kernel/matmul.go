package kernel

import (
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// The tile of a product that is summed in registers: 2 rows by 4 columns leave room, among 16 of them, for the factors.
const (
	tileRows = 2
	tileCols = 4
)

// scratch is what the products of a machine share, as they run one after another.
type scratch struct {
	a []float32 // tileRows rows of a, packed
	b []float32 // all of b, packed
	c []float32 // tileRows rows of the product
}

// product runs a plan.MatMul. It packs the factors in the order in which the tiles read them, whatever their strides, so that
// there is one inner loop.
type product struct {
	*plan.MatMul
	arena    []float32
	rowsOf   []int // where in the arena each row of a begins,
	stepsOf  []int // and how far from there each step lies
	factors  []int // where each step of b begins
	results  []int // where each row of the result begins
	shared   *scratch
	epilogue *lanes
	result   [][]float32 // the epilogue's block
}

func newProduct(in *plan.MatMul, arena []float32, shared *scratch) task {
	p := &product{MatMul: in, arena: arena, shared: shared}
	if in.Rows()*in.N == 0 {
		return p
	}
	rows, steps := len(in.M), len(in.K)
	p.rowsOf = places(in.M, in.A.Strides[:rows], in.A.Offset)
	p.stepsOf = places(in.K, in.A.Strides[rows:], 0)
	p.factors = places(in.K, in.B.Strides[:steps], in.B.Offset)
	p.results = places(in.M, in.Out.Strides[:rows], in.Out.Offset)
	grow(&shared.a, tileRows*in.Steps())
	grow(&shared.b, in.Steps()*((in.N+tileCols-1)/tileCols*tileCols))
	grow(&shared.c, tileRows*in.N)
	if e := in.Epilogue; e != nil {
		p.epilogue = newLanes(e.Code, 1, e.Dims, e.In, arena)
		p.result = make([][]float32, 1)
	}
	return p
}

// places lists, for every index over dims, where strides lead from a start.
func places(dims, strides []int, start int) []int {
	out := []int{start}
	for d, n := range dims {
		next := make([]int, 0, n*len(out))
		for _, at := range out {
			for i := range n {
				next = append(next, at+i*strides[d])
			}
		}
		out = next
	}
	return out
}

func grow(s *[]float32, n int) {
	if len(*s) < n {
		*s = make([]float32, n)
	}
}

func (p *product) run() {
	p.packB()
	if p.epilogue != nil {
		p.epilogue.begin()
	}
	for m := 0; m < len(p.results); m += tileRows {
		rows := min(tileRows, len(p.results)-m)
		p.packA(m, rows)
		c := p.shared.c[:rows*p.N]
		p.rows(c)
		if p.epilogue != nil {
			p.finish(m*p.N, c)
		}
		for i := range rows {
			copy(p.arena[p.results[m+i]:], c[i*p.N:][:p.N])
		}
	}
}

// packA lays out rows m, m+1, ... so that the factors of a tile at one k lie together. A row that is missing in the last tile is
// left as it is: its sums are not stored.
func (p *product) packA(m, rows int) {
	to := p.shared.a
	for i := range rows {
		row := p.rowsOf[m+i]
		for k, step := range p.stepsOf {
			to[k*tileRows+i] = p.arena[row+step]
		}
	}
}

// packB lays out b in panels of tileCols columns, each with the factors of one k together.
func (p *product) packB() {
	if len(p.factors) == 0 {
		return
	}
	to, across := p.shared.b, p.B.Strides[len(p.K)]
	for n := 0; n < p.N; n += tileCols {
		cols := min(tileCols, p.N-n)
		for _, step := range p.factors {
			from := step + n*across
			for j := range cols {
				to[j] = p.arena[from+j*across]
			}
			to = to[tileCols:]
		}
	}
}

// rows computes one or two rows of the product, which out holds one after another, from the packed factors.
func (p *product) rows(out []float32) {
	steps := len(p.stepsOf)
	a, b := p.shared.a[:tileRows*steps], p.shared.b
	for n := 0; n < p.N; n += tileCols {
		t := tile(a, b[:tileCols*steps])
		b = b[tileCols*steps:]
		cols := min(tileCols, p.N-n)
		copy(out[n:], t[0][:cols])
		if len(out) > p.N {
			copy(out[p.N+n:], t[1][:cols])
		}
	}
}

// tile sums the products of 2 rows and 4 columns in the order of k. The conversions keep every product rounded.
func tile(a, b []float32) (c [tileRows][tileCols]float32) {
	c00, c01, c02, c03 := a[0]*b[0], a[0]*b[1], a[0]*b[2], a[0]*b[3]
	c10, c11, c12, c13 := a[1]*b[0], a[1]*b[1], a[1]*b[2], a[1]*b[3]
	for a, b = a[2:], b[4:]; len(a) >= 2 && len(b) >= 4; a, b = a[2:], b[4:] {
		a0, a1 := a[0], a[1]
		b0, b1, b2, b3 := b[0], b[1], b[2], b[3]
		c00 += float32(a0 * b0)
		c01 += float32(a0 * b1)
		c02 += float32(a0 * b2)
		c03 += float32(a0 * b3)
		c10 += float32(a1 * b0)
		c11 += float32(a1 * b1)
		c12 += float32(a1 * b2)
		c13 += float32(a1 * b3)
	}
	return [2][4]float32{{c00, c01, c02, c03}, {c10, c11, c12, c13}}
}

// finish runs the epilogue, in place, on the elements of the product from start on.
func (p *product) finish(start int, elements []float32) {
	for len(elements) > 0 {
		n := min(scalar.Block, len(elements))
		p.epilogue.args[0], p.result[0] = elements, elements
		p.epilogue.block(start, n, p.result)
		start, elements = start+n, elements[n:]
	}
}
