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
	c []float32 // tileRows rows of the product, where an epilogue follows
}

// product runs a plan.MatMul. It packs the factors in the order in which the tiles read them, whatever their strides, so that
// there is one inner loop.
type product struct {
	*plan.MatMul
	a, b     []float32
	out      []float32
	shared   *scratch
	epilogue *lanes
	result   [][]float32 // the epilogue's block
}

func newProduct(in *plan.MatMul, arena []float32, shared *scratch) task {
	p := &product{MatMul: in, out: arena[in.Out:][:in.M*in.N], shared: shared}
	if len(p.out) == 0 {
		return p
	}
	p.a, p.b = arena[in.A.Offset:], arena[in.B.Offset:]
	grow(&shared.a, tileRows*in.K)
	grow(&shared.b, in.K*((in.N+tileCols-1)/tileCols*tileCols))
	if e := in.Epilogue; e != nil {
		grow(&shared.c, tileRows*in.N)
		p.epilogue = newLanes(e.Code, 1, []int{in.M, in.N}, e.In, arena)
		p.result = make([][]float32, 1)
	}
	return p
}

func grow(s *[]float32, n int) {
	if len(*s) < n {
		*s = make([]float32, n)
	}
}

func (p *product) run() {
	if len(p.out) == 0 {
		return
	}
	p.packB()
	if p.epilogue != nil {
		p.epilogue.begin()
	}
	for m := 0; m < p.M; m += tileRows {
		rows := min(tileRows, p.M-m)
		p.packA(m, rows)
		out := p.out[m*p.N:][:rows*p.N]
		if p.epilogue == nil {
			p.rows(out)
			continue
		}
		p.rows(p.shared.c[:rows*p.N])
		p.finish(m*p.N, p.shared.c[:rows*p.N])
	}
}

// packA lays out rows m, m+1, ... so that the factors of a tile at one k lie together. A row that is missing in the last tile is
// left as it is: its sums are not stored.
func (p *product) packA(m, rows int) {
	to := p.shared.a
	for i := range rows {
		from := p.a[(m+i)*p.A.Strides[0]:]
		for k := range p.K {
			to[k*tileRows+i] = from[k*p.A.Strides[1]]
		}
	}
}

// packB lays out b in panels of tileCols columns, each with the factors of one k together.
func (p *product) packB() {
	to := p.shared.b
	for n := 0; n < p.N; n += tileCols {
		cols := min(tileCols, p.N-n)
		for k := range p.K {
			from := k*p.B.Strides[0] + n*p.B.Strides[1]
			for j := range cols {
				to[j] = p.b[from+j*p.B.Strides[1]]
			}
			to = to[tileCols:]
		}
	}
}

// rows computes one or two rows of the product, which out holds one after another, from the packed factors.
func (p *product) rows(out []float32) {
	a, b := p.shared.a[:tileRows*p.K], p.shared.b
	for n := 0; n < p.N; n += tileCols {
		t := tile(a, b[:tileCols*p.K])
		b = b[tileCols*p.K:]
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

// finish runs the epilogue on the elements of the product from start on, and stores what it gives.
func (p *product) finish(start int, elements []float32) {
	for len(elements) > 0 {
		n := min(scalar.Block, len(elements))
		p.epilogue.args[0] = elements
		p.result[0] = p.out[start:]
		p.epilogue.block(start, n, p.result)
		start, elements = start+n, elements[n:]
	}
}
