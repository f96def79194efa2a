package kerneltest

import (
	"slices"

	"pgregory.net/rapid"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// Any draws a program of a few instructions that read each other's results.
func Any(t *rapid.T) Case {
	g := &drawer{T: t, Bench: NewBench("random program")}
	g.spans = []span{g.put(g.Normal, 40), g.put(g.Normal, 300), g.put(g.Wild, 24)}
	kinds := []func(){g.mapping, g.mapping, g.reduction, g.product, g.product, g.windows, g.gather, g.scatter, g.uniform}
	for range g.between("instructions", 1, 8) {
		rapid.SampledFrom(kinds).Draw(t, "kind")()
	}
	return g.Case()
}

// drawer draws instructions.
type drawer struct {
	*rapid.T
	*Bench
	spans []span // arrays with something in them
}

// span is an array in the arena.
type span struct{ at, n int }

func (g *drawer) between(what string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(g.T, what) }

func (g *drawer) put(put func(int) int, n int) span { return span{put(n), n} }

// result appends an array for a result, and returns its offset.
func (g *drawer) result(n int) int {
	s := g.put(g.Space, n)
	if n > 0 {
		g.spans = append(g.spans, s)
	}
	return s.at
}

// dims draws dimensions of at most a few hundred elements.
func (g *drawer) dims() []int {
	return rapid.SampledFrom([][]int{{1}, {3}, {4}, {7}, {40}, {257}, {300}, {3, 5}, {12, 4}, {5, 33}, {2, 3, 4}, {1, 9}, {9, 1}, {64, 2}, {3, 1, 8}}).
		Draw(g.T, "dims")
}

// input draws a view over dims of an array that is there, if any array is long enough, or else of a new one.
func (g *drawer) input(dims []int) plan.View {
	v := plan.View{Strides: g.strides(dims)}
	n := extent(dims, v.Strides)
	for range 3 {
		if s := rapid.SampledFrom(g.spans).Draw(g.T, "array"); s.n >= n {
			v.Offset = s.at + g.between("offset", 0, s.n-n)
			return v
		}
	}
	v.Offset = g.Normal(n)
	return v
}

// strides draws strides: dense ones with some dimensions repeated, or of another order, or with gaps.
func (g *drawer) strides(dims []int) []int {
	strides := make([]int, len(dims))
	order := rapid.Permutation(seq(len(dims))).Draw(g.T, "order")
	if rapid.Bool().Draw(g.T, "row-major") {
		order = seq(len(dims))
	}
	stride := g.between("gap", 1, 8)/7 + 1
	for i := len(order) - 1; i >= 0; i-- {
		d := order[i]
		if rapid.IntRange(0, 3).Draw(g.T, "repeat") == 0 {
			continue
		}
		strides[d] = stride
		stride *= dims[d]
	}
	return strides
}

func seq(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// code draws a code over floats: operations, and functions of the catalogue.
func (g *drawer) code(args, results int) scalar.Code {
	return Code(args, func(b *scalar.Builder, values []scalar.Ref) []scalar.Ref {
		values = append(values, b.Const(rapid.Float32Range(-2, 2).Draw(g.T, "constant")))
		value := func() scalar.Ref { return rapid.SampledFrom(values).Draw(g.T, "operand") }
		for range g.between("operations", 0, 8) {
			if g.between("function", 0, 5) == 0 {
				f := rapid.SampledFrom(scalar.All).Draw(g.T, "f")
				values = append(values, f.Write(b, []scalar.Ref{value()}))
				continue
			}
			op := scalar.Op(g.between("operation", int(scalar.Add), int(scalar.ToFloat)))
			values = append(values, onFloats(b, op, []scalar.Ref{value(), value(), value()}))
		}
		out := make([]scalar.Ref, results)
		for k := range out {
			if out[k] = values[len(values)-1]; k > 0 {
				out[k] = value()
			}
		}
		return out
	})
}

func (g *drawer) mapping() {
	dims := g.dims()
	in := &plan.Map{Dims: dims}
	for range g.between("arguments", 0, 4) {
		in.In = append(in.In, g.input(dims))
	}
	for range g.between("results", 1, 3) {
		in.Out = append(in.Out, g.output(dims))
	}
	in.Code = g.code(len(in.In), len(in.Out))
	g.Do(in)
}

// output draws a view of a new array: dense, or with gaps between rows, or between all elements.
func (g *drawer) output(dims []int) plan.View {
	wide := slices.Clone(dims)
	wide[len(wide)-1] += g.between("gap", 0, 1) * 3
	v := Dense(0, wide...)
	apart := g.between("apart", 1, 6)/6 + 1
	for d := range v.Strides {
		v.Strides[d] *= apart
	}
	v.Offset = g.result(extent(dims, v.Strides))
	return v
}

func (g *drawer) reduction() {
	dims := [3]int{g.between("outer", 1, 5), g.between("reduced", 1, 70), 1}
	if rapid.Bool().Draw(g.T, "inside") {
		dims[2] = g.between("inner", 1, 40)
	}
	in := &plan.Reduce{Dims: dims, Op: plan.Reduction(g.between("op", 0, 1))}
	for range g.between("arguments", 1, 3) {
		in.In = append(in.In, g.input(dims[:]))
	}
	in.Code = g.code(len(in.In), 1)
	in.Out = g.result(dims[0] * dims[2])
	g.Do(in)
}

func (g *drawer) product() {
	m, n, k := g.between("m", 1, 20), g.between("n", 1, 40), g.between("k", 1, 40)
	in := plan.Product(m, n, k, g.factor(m, k), g.factor(k, n), 0)
	if rapid.Bool().Draw(g.T, "epilogue") {
		e := &plan.Map{Dims: []int{m, n}}
		for range g.between("arguments", 0, 2) {
			e.In = append(e.In, g.input(e.Dims))
		}
		e.Code = g.code(1+len(e.In), 1)
		in.Epilogue = e
	}
	in.Out.Offset = g.result(m * n)
	g.Do(in)
}

// windows draws a product whose rows and steps have several dimensions, which A walks in any way, backwards along k too.
func (g *drawer) windows() {
	list := func(what string, most int) []int {
		return rapid.SliceOfN(rapid.IntRange(1, most), 1, 3).Draw(g.T, what)
	}
	in := &plan.MatMul{M: list("m", 9), K: list("k", 7), N: g.between("n", 1, 20)}
	all := slices.Concat(in.M, in.K)
	in.A = plan.View{Strides: make([]int, len(all))}
	low := 0 // how far A reaches before its offset
	for d, n := range all {
		s := rapid.SampledFrom([]int{0, 1, 1, 2, 3, 5, 12}).Draw(g.T, "stride")
		if d >= len(in.M) && rapid.Bool().Draw(g.T, "backwards") {
			low += (n - 1) * s
			s = -s
		}
		in.A.Strides[d] = s
	}
	high := 1
	for d, n := range all {
		high += (n - 1) * max(in.A.Strides[d], 0)
	}
	in.A.Offset = g.Normal(low+high) + low
	in.B = Dense(0, append(slices.Clone(in.K), in.N)...)
	if rapid.Bool().Draw(g.T, "transposed") {
		// Steps lie side by side, columns apart.
		in.B = Dense(0, in.K...)
		in.B.Strides = append(in.B.Strides, length(in.K))
	}
	in.B.Offset = g.Normal(length(in.K) * in.N)
	rows := append(slices.Clone(in.M), in.N)
	if rapid.Bool().Draw(g.T, "epilogue") {
		e := &plan.Map{Dims: rows}
		for range g.between("arguments", 0, 2) {
			e.In = append(e.In, g.input(rows))
		}
		e.Code = g.code(1+len(e.In), 1)
		in.Epilogue = e
	}
	in.Out = g.output(rows)
	for in.Out.Strides[len(in.M)] != 1 {
		in.Out = g.output(rows)
	}
	g.Do(in)
}

// length is the number of indices over dimensions.
func length(dims []int) int {
	n := 1
	for _, d := range dims {
		n *= d
	}
	return n
}

// factor draws a matrix with a stride of 1, of an array that is long enough.
func (g *drawer) factor(m, n int) plan.View {
	gap := g.between("gap", 0, 2)
	v := At(0, n+gap, 1)
	if rapid.Bool().Draw(g.T, "transposed") {
		v = At(0, 1, m+gap)
	}
	need := extent([]int{m, n}, v.Strides)
	for _, s := range g.spans {
		if s.n >= need {
			v.Offset = s.at
			return v
		}
	}
	v.Offset = g.Normal(need)
	return v
}

func (g *drawer) gather() {
	rows, cols, count := g.between("rows", 1, 9), g.between("cols", 1, 9), g.between("count", 0, 40)
	table := g.input([]int{rows * cols * 2}) // a span long enough, whatever the stride
	g.Do(&plan.Gather{Table: g.solid(table, rows*cols), Rows: rows, Cols: cols, Index: indices(g.Bench, count, rows), Count: count, Out: g.result(count * cols)})
}

// solid returns the offset of n elements in a row: the view's, if its stride lets it reach that far.
func (g *drawer) solid(v plan.View, n int) int {
	if v.Strides[0] >= 1 {
		return v.Offset
	}
	return g.Normal(n)
}

func (g *drawer) scatter() {
	rows, cols, count := g.between("rows", 1, 9), g.between("cols", 1, 9), g.between("count", 1, 40)
	src := g.input([]int{count * cols})
	g.Do(&plan.Scatter{Src: g.solid(src, count*cols), Count: count, Index: indices(g.Bench, count, rows), Out: g.result(rows * cols), Rows: rows, Cols: cols})
}

func (g *drawer) uniform() {
	n := g.between("length", 0, 70)
	g.Do(&plan.Random{Out: g.result(n), Len: n, Seed: g.Put(float32(g.between("seed", 0, 65535)), float32(g.between("seed", 0, 65535))),
		Count: g.Put(float32(g.between("count", 0, 1<<24-1)), float32(g.between("count", 0, 1<<24-1))), Stream: rapid.Uint32().Draw(g.T, "stream")})
}
