package kerneltest

import (
	"fmt"
	"math"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// Table lists the programs that every machine is tried on.
func Table() []Case {
	return []Case{
		operations(), functions(), lengths(), broadcasts(), strides(), inPlace(), movingScalars(), results(),
		reductions("sums", plan.Sum), reductions("maxima", plan.Max), reducedCodes(),
		products(), leadingDimensions(), convolutions(), epilogues(), uniforms(), gathers(), scatters(), procedures(),
	}
}

// operations runs every operation on all sorts of floats. Those on bits get whole numbers.
func operations() Case {
	b := NewBench("operations")
	const n = 301
	for op := scalar.Add; op <= scalar.ToFloat; op++ {
		code := Code(3, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{onFloats(b, op, a)} })
		dims := []int{n}
		b.Do(&plan.Map{Dims: dims, Code: code,
			In:  []plan.View{Dense(b.Wild(n), n), Dense(b.Wild(n), n), Dense(b.Wild(n), n)},
			Out: []plan.View{Dense(b.Space(n), n)}})
	}
	return b.Case()
}

// onFloats writes op on floats: masks come from comparisons, integers from ToInt, and both become floats again, so that no
// result depends on the bits of a NaN.
func onFloats(b *scalar.Builder, op scalar.Op, a []scalar.Ref) scalar.Ref {
	toInt := func(i int) scalar.Ref { return b.Do(scalar.ToInt, a[i]) }
	switch op {
	case scalar.Lt, scalar.Le, scalar.Eq:
		return b.Do(scalar.And, b.Do(op, a[0], a[1]), b.Const(1))
	case scalar.Select:
		return b.Do(op, b.Do(scalar.Lt, a[0], a[1]), a[1], a[2])
	case scalar.And, scalar.Or, scalar.Xor, scalar.AndNot, scalar.IAdd, scalar.ISub:
		return b.Do(scalar.ToFloat, b.Do(op, toInt(0), toInt(1)))
	case scalar.Shl, scalar.Shr, scalar.Sar:
		three := b.Shift(op, toInt(0), 3)
		return b.Do(scalar.ToFloat, b.Do(scalar.ISub, three, b.Shift(op, toInt(1), 31)))
	case scalar.ToInt, scalar.ToFloat:
		return b.Do(scalar.ToFloat, toInt(0))
	}
	return b.Do(op, a[:op.Operands()]...)
}

// functions runs every function of the catalogue.
func functions() Case {
	b := NewBench("functions")
	const n = 1003
	for _, f := range scalar.All {
		for _, x := range []int{b.Wild(n), b.Normal(n)} {
			b.Do(&plan.Map{Dims: []int{n}, Code: f.Code(), In: []plan.View{Dense(x, n)}, Out: []plan.View{Dense(b.Space(n), n)}})
		}
	}
	return b.Case()
}

// lengths runs a loop of every size.
func lengths() Case {
	b := NewBench("lengths")
	for _, n := range Sizes {
		b.Do(&plan.Map{Dims: []int{n}, Code: Op(scalar.Mul),
			In: []plan.View{Dense(b.Normal(n), n), Dense(b.Normal(n), n)}, Out: []plan.View{Dense(b.Space(n), n)}})
	}
	return b.Case()
}

// broadcasts runs loops of two dimensions over every pair of ways to read an operand.
func broadcasts() Case {
	b := NewBench("broadcasts")
	for _, dims := range [][]int{{1, 1}, {1, 7}, {7, 1}, {3, 5}, {5, 2}, {64, 2}, {4, 4}, {2, 300}, {33, 17}} {
		m, n := dims[0], dims[1]
		ways := []func() plan.View{
			func() plan.View { return Dense(b.Normal(m*n), m, n) },
			func() plan.View { return At(b.Normal(n), 0, 1) },
			func() plan.View { return At(b.Normal(m), 1, 0) },
			func() plan.View { return At(b.Normal(1), 0, 0) },
			func() plan.View { return At(b.Normal(m*n), 1, m) },
		}
		for _, x := range ways {
			for _, y := range ways {
				b.Do(&plan.Map{Dims: dims, Code: Op(scalar.Sub), In: []plan.View{x(), y()}, Out: []plan.View{Dense(b.Space(m*n), m, n)}})
			}
		}
	}
	return b.Case()
}

// strides runs loops over views with gaps, in up to four dimensions, on both sides.
func strides() Case {
	b := NewBench("strides")
	for _, c := range []struct{ dims, in, out []int }{
		{[]int{9}, []int{2}, []int{1}},
		{[]int{9}, []int{1}, []int{3}},
		{[]int{300}, []int{3}, []int{2}},
		{[]int{5, 7}, []int{10, 1}, []int{8, 1}},
		{[]int{5, 7}, []int{1, 5}, []int{14, 2}},
		{[]int{7, 5}, []int{0, 2}, []int{1, 7}},
		{[]int{2, 3, 4}, []int{1, 2, 6}, []int{12, 4, 1}},
		{[]int{4, 3, 19}, []int{19, 0, 1}, []int{60, 20, 1}},
		{[]int{2, 3, 4, 5}, []int{60, 1, 15, 3}, []int{1, 2, 6, 24}},
		{[]int{3, 2, 1, 4}, []int{8, 4, 0, 1}, []int{8, 4, 4, 1}},
	} {
		in, out := b.Normal(extent(c.dims, c.in)), b.Space(extent(c.dims, c.out))
		b.Do(&plan.Map{Dims: c.dims, Code: Op(scalar.Neg), In: []plan.View{At(in, c.in...)}, Out: []plan.View{At(out, c.out...)}})
	}
	return b.Case()
}

// extent is the length of an array that a view needs.
func extent(dims, strides []int) int {
	n := 1
	for d := range dims {
		n += (dims[d] - 1) * strides[d]
	}
	return n
}

// inPlace runs loops whose results take the place of their arguments, as optimisers do.
func inPlace() Case {
	b := NewBench("in place")
	swap := Code(2, func(_ *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{a[1], a[0]} })
	momentum := Code(3, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		v := b.Do(scalar.Add, b.Do(scalar.Mul, a[1], b.Const(0.9)), a[2])
		return []scalar.Ref{b.Do(scalar.Sub, a[0], b.Do(scalar.Mul, v, b.Const(0.01))), v}
	})
	for _, n := range Sizes {
		x, y, g := Dense(b.Normal(n), n), Dense(b.Normal(n), n), Dense(b.Normal(n), n)
		b.Do(&plan.Map{Dims: []int{n}, Code: Op(scalar.Neg), In: []plan.View{x}, Out: []plan.View{x}})
		b.Do(&plan.Map{Dims: []int{n}, Code: swap, In: []plan.View{x, y}, Out: []plan.View{x, y}})
		b.Do(&plan.Map{Dims: []int{n}, Code: momentum, In: []plan.View{x, y, g}, Out: []plan.View{x, y}})
	}
	wide := b.Normal(11 * 6)
	b.Do(&plan.Map{Dims: []int{11, 4}, Code: Op(scalar.Neg), In: []plan.View{At(wide, 6, 1)}, Out: []plan.View{At(wide, 6, 1)}})
	return b.Case()
}

// movingScalars runs every instruction that broadcasts one element while that element changes from run to run, as live rates and
// step counts do.
func movingScalars() Case {
	b := NewBench("moving scalars")
	x := At(b.Put(1), 1)
	twice := Code(1, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{b.Do(scalar.Add, a[0], a[0])}
	})
	b.Do(&plan.Map{Dims: []int{1}, Code: twice, In: []plan.View{x}, Out: []plan.View{x}})
	for _, n := range []int{1, 3, 4, 79, 600} {
		b.Do(&plan.Map{Dims: []int{n}, Code: Op(scalar.Mul), In: []plan.View{At(x.Offset, 0), Dense(b.Normal(n), n)}, Out: []plan.View{Dense(b.Space(n), n)}})
		b.Do(&plan.Map{Dims: []int{2, n}, Code: twice, In: []plan.View{At(x.Offset, 0, 0)}, Out: []plan.View{Dense(b.Space(2*n), 2, n)}})
		for _, dims := range [][3]int{{1, n, 1}, {2, 3, n}} {
			b.Do(&plan.Reduce{Dims: dims, Code: Identity(), In: []plan.View{At(x.Offset, 0, 0, 0)}, Out: b.Space(dims[0] * dims[2])})
		}
		b.Do(epilogued(plan.Product(3, n, 2, matrix(b, 3, 2, 0, false), matrix(b, 2, n, 0, false), b.Space(3*n)), &plan.Map{Dims: []int{3, n}, In: []plan.View{At(x.Offset, 0, 0)}, Code: Op(scalar.Mul)}))
	}
	return b.Case()
}

// results runs loops with odd results: none read, constants, arguments, one value twice.
func results() Case {
	b := NewBench("results")
	odd := Code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		b.Do(scalar.Add, a[0], a[1]) // unused
		square := b.Do(scalar.Mul, a[0], a[0])
		return []scalar.Ref{b.Const(7), a[1], square, square, b.Const(float32(math.Inf(-1)))}
	})
	for _, n := range Sizes {
		m := &plan.Map{Dims: []int{n}, Code: odd, In: []plan.View{Dense(b.Normal(n), n), Dense(b.Wild(n), n)}}
		for range odd.Results {
			m.Out = append(m.Out, Dense(b.Space(n), n))
		}
		b.Do(m)
	}
	fill := Code(0, func(b *scalar.Builder, _ []scalar.Ref) []scalar.Ref { return []scalar.Ref{b.Const(3)} })
	b.Do(&plan.Map{Dims: []int{5, 3}, Code: fill, Out: []plan.View{At(b.Space(30), 6, 2)}})
	return b.Case()
}

// reductions reduces shapes of all kinds, read dense, transposed and repeated.
func reductions(name string, op plan.Reduction) Case {
	b := NewBench(name)
	shapes := [][3]int{{1, 5, 2}, {3, 4, 5}, {2, 9, 33}, {1, 64, 32}, {5, 1, 7}, {1, 3, 300}, {4, 70, 4}, {2, 0, 3}, {0, 2, 2}, {6, 5, 3}, {3, 0, 1}}
	for _, n := range Sizes {
		shapes = append(shapes, [3]int{1, n, 1}, [3]int{3, n, 1}, [3]int{1, 3, n})
	}
	for _, dims := range shapes {
		o, r, i := dims[0], dims[1], dims[2]
		for _, v := range []plan.View{Dense(b.Normal(o*r*i), o, r, i), At(b.Normal(o*r*i), 1, o, o*r), At(b.Wild(o*i), i, 0, 1), At(b.Normal(r), 0, 1, 0)} {
			b.Do(&plan.Reduce{Dims: dims, Op: op, Code: Identity(), In: []plan.View{v}, Out: b.Space(o * i)})
		}
	}
	return b.Case()
}

// reducedCodes sums products and functions.
func reducedCodes() Case {
	b := NewBench("reduced codes")
	one := Code(0, func(b *scalar.Builder, _ []scalar.Ref) []scalar.Ref { return []scalar.Ref{b.Const(0.1)} })
	for _, dims := range [][3]int{{1, 515, 1}, {7, 33, 1}, {1, 64, 1}, {1, 2, 9}, {2, 64, 32}, {3, 5, 2}} {
		o, r, i := dims[0], dims[1], dims[2]
		x := Dense(b.Normal(o*r*i), o, r, i)
		for _, y := range []plan.View{Dense(b.Normal(o*r*i), o, r, i), At(b.Normal(i), 0, 0, 1), At(b.Normal(1), 0, 0, 0), At(b.Normal(o*r), r, 1, 0)} {
			b.Do(&plan.Reduce{Dims: dims, Op: plan.Sum, Code: Op(scalar.Mul), In: []plan.View{x, y}, Out: b.Space(o * i)})
		}
		b.Do(&plan.Reduce{Dims: dims, Op: plan.Max, Code: scalar.Softplus.Code(), In: []plan.View{x}, Out: b.Space(o * i)})
		b.Do(&plan.Reduce{Dims: dims, Op: plan.Sum, Code: one, Out: b.Space(o * i)})
	}
	return b.Case()
}

// extents are the dimensions of products: those of small networks, and those about the edges of tiles.
var extents = [][3]int{ // m, n, k
	{1, 1, 1}, {2, 3, 4}, {5, 1, 7}, {1, 5, 7}, {7, 7, 1}, {4, 4, 4}, {3, 9, 2}, {9, 8, 5}, {17, 13, 11}, {8, 16, 32}, {33, 31, 3},
	{64, 32, 2}, {64, 2, 32}, {64, 1, 32}, {32, 32, 64}, {6, 79, 5}, {0, 3, 2}, {3, 0, 2}, {12, 260, 3}, {2, 32, 256}, {1, 12, 40},
}

// products multiplies in all four combinations of transposed factors.
func products() Case {
	b := NewBench("products")
	for _, e := range extents {
		m, n, k := e[0], e[1], e[2]
		for _, transA := range []bool{false, true} {
			for _, transB := range []bool{false, true} {
				b.Do(plan.Product(m, n, k, matrix(b, m, k, 0, transA), matrix(b, k, n, 0, transB), b.Space(m*n)))
			}
		}
	}
	b.Do(plan.Product(6, 5, 4, Dense(b.Wild(24), 6, 4), Dense(b.Wild(20), 4, 5), b.Space(30)))
	return b.Case()
}

// matrix puts an m by n matrix, its rows, or its columns if transposed, gap words apart.
func matrix(b *Bench, m, n, gap int, transposed bool) plan.View {
	if transposed {
		return At(b.Normal((m+gap)*n), 1, m+gap)
	}
	return At(b.Normal(m*(n+gap)), n+gap, 1)
}

// leadingDimensions multiplies parts of wider matrices, repeated rows and columns, and vectors with gaps.
func leadingDimensions() Case {
	b := NewBench("leading dimensions")
	for _, transA := range []bool{false, true} {
		for _, transB := range []bool{false, true} {
			for _, e := range [][3]int{{5, 9, 6}, {16, 16, 8}, {7, 2, 33}} {
				m, n, k := e[0], e[1], e[2]
				b.Do(plan.Product(m, n, k, matrix(b, m, k, 3, transA), matrix(b, k, n, 5, transB), b.Space(m*n)))
			}
		}
	}
	b.Do(plan.Product(5, 6, 7, At(b.Normal(7), 0, 1), At(b.Normal(7), 1, 0), b.Space(30)))
	b.Do(plan.Product(9, 6, 1, At(b.Normal(30), 3, 1), At(b.Normal(12), 1, 2), b.Space(54)))
	b.Do(plan.Product(1, 6, 9, At(b.Normal(30), 1, 3), At(b.Normal(54), 1, 9), b.Space(6)))
	b.Do(plan.Product(6, 1, 9, At(b.Normal(54), 9, 1), At(b.Normal(30), 3, 1), b.Space(6)))
	return b.Case()
}

// convolutions multiplies windows of images, forwards, by their kernels, and back: with few channels and many, and over so many steps
// that machines may go through them in blocks.
func convolutions() Case {
	b := NewBench("convolutions")
	relu := Code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{b.Do(scalar.Max, b.Const(0), b.Do(scalar.Add, a[0], a[1]))}
	})
	for _, n := range []int{1, 2, 9} { // channels of the result
		for _, c := range []int{1, 3} {
			const images, h, w, k = 5, 8, 11, 3
			const oh, ow = h - k + 1, w - k + 1
			image, result := b.Normal(images*h*w*c), b.Normal(images*oh*ow*n)
			m := &plan.MatMul{M: []int{images, oh, ow}, N: n, K: []int{k, k * c},
				A: At(image, h*w*c, w*c, c, w*c, 1), B: Dense(b.Normal(k*k*c*n), k, k*c, n), Out: Dense(b.Space(images*oh*ow*n), images, oh, ow, n)}
			b.Do(epilogued(m, &plan.Map{Dims: []int{images, oh, ow, n}, In: []plan.View{At(b.Normal(n), 0, 0, 0, 1)}, Code: relu}))
			kernels := b.Normal(k * k * c * n)
			for _, e := range []*plan.Map{nil, {Dims: []int{k, k * c, n}, In: []plan.View{Dense(b.Normal(k*k*c*n), k, k*c, n)}, Code: Op(scalar.Sub)},
				{Dims: []int{k, k * c, n}, In: []plan.View{Dense(kernels, k, k*c, n)}, Code: Op(scalar.Sub)}} {
				b.Do(epilogued(&plan.MatMul{M: []int{k, k * c}, N: n, K: []int{images, oh, ow},
					A: At(image, w*c, 1, h*w*c, w*c, c), B: Dense(result, images, oh, ow, n), Out: Dense(kernels, k, k*c, n)}, e))
			}
			// The kernel's places backwards, into every other column of a wider result.
			wide := b.Space(images * oh * ow * 2 * n)
			b.Do(&plan.MatMul{M: []int{images, oh, ow}, N: n, K: []int{k, k, c},
				A: At(image+(k-1)*(w+1)*c, h*w*c, w*c, c, -w*c, -c, 1), B: At(b.Normal(k*k*c*n), k*n*c, n*c, 1, c),
				Out: At(wide, oh*ow*2*n, ow*2*n, 2*n, 1)})
		}
	}
	return b.Case()
}

// epilogues adds biases, activations and gradients to products.
func epilogues() Case {
	b := NewBench("epilogues")
	biased := Code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		x := b.Do(scalar.Add, a[0], a[1])
		return []scalar.Ref{b.Do(scalar.Max, x, b.Do(scalar.Mul, x, b.Const(0.2)))}
	})
	curved := Code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{scalar.Tanh.Write(b, []scalar.Ref{b.Do(scalar.Add, a[0], a[1])})}
	})
	ignored := Code(1, func(b *scalar.Builder, _ []scalar.Ref) []scalar.Ref { return []scalar.Ref{b.Const(1)} })
	for _, e := range extents {
		m, n, k := e[0], e[1], e[2]
		add := func(out int, code scalar.Code, in ...plan.View) {
			b.Do(epilogued(plan.Product(m, n, k, matrix(b, m, k, 0, false), matrix(b, k, n, 0, true), out), &plan.Map{Dims: []int{m, n}, In: in, Code: code}))
		}
		add(b.Space(m*n), biased, At(b.Normal(n), 0, 1))
		add(b.Space(m*n), curved, At(b.Normal(n), 0, 1))
		add(b.Space(m*n), biased, At(b.Normal(m), 1, 0))
		add(b.Space(m*n), biased, At(b.Normal(1), 0, 0))
		add(b.Space(m*n), biased, At(b.Normal(m*n), 1, m))
		add(b.Space(m*n), ignored)
		sum := b.Normal(m * n) // accumulates in place
		add(sum, Op(scalar.Add), Dense(sum, m, n))
	}
	return b.Case()
}

// epilogued is a product with an epilogue.
func epilogued(m *plan.MatMul, e *plan.Map) *plan.MatMul {
	m.Epilogue = e
	return m
}

// uniforms fills arrays of every size from different seeds, counts and streams.
func uniforms() Case {
	b := NewBench("uniforms")
	for i, n := range append([]int{1000, 65}, Sizes...) {
		b.Do(&plan.Random{Out: b.Space(n), Len: n, Seed: b.Put(float32(i*977), float32(i*2000%65536)),
			Count: b.Put(float32(i*100_003), float32(i*5)), Stream: uint32(i) * 0x9E3779B9})
	}
	b.Do(&plan.Random{Out: b.Space(20), Len: 20, Seed: b.Put(65535, 65535), Count: b.Put(1<<24-1, 1<<24-1), Stream: math.MaxUint32})
	return b.Case()
}

// indices appends indices into rows: mostly good ones, some off the table, between rows, or not numbers.
func indices(b *Bench, n, rows int) int {
	values := make([]float32, n)
	odd := []float32{-1, -0.5, 0.99, float32(rows) - 0.5, float32(rows), 1e30, float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())}
	for i := range values {
		if values[i] = float32(b.source.IntN(rows)); i%4 == 3 {
			values[i] = odd[i/4%len(odd)]
		}
	}
	return b.Put(values...)
}

// gathers copies rows of several widths.
func gathers() Case {
	b := NewBench("gathers")
	for _, c := range [][3]int{{1, 1, 1}, {5, 2, 40}, {9, 1, 41}, {3, 7, 44}, {200, 2, 64}, {4, 33, 37}, {2, 4, 0}, {2, 0, 3}} {
		rows, cols, count := c[0], c[1], c[2]
		b.Do(&plan.Gather{Table: b.Normal(rows * cols), Rows: rows, Cols: cols, Index: indices(b, count, rows), Count: count, Out: b.Space(count * cols)})
		b.Do(&plan.Gather{Bytes: true, Table: b.Bytes(rows * cols), Rows: rows, Cols: cols, Index: indices(b, count, rows), Count: count, Out: b.Space(count * cols)})
	}
	return b.Case()
}

// scatters adds rows of several widths, many to the same place.
func scatters() Case {
	b := NewBench("scatters")
	for _, c := range [][3]int{{1, 1, 1}, {5, 2, 40}, {9, 1, 41}, {3, 7, 44}, {200, 2, 64}, {4, 33, 37}, {2, 4, 0}, {2, 0, 3}} {
		rows, cols, count := c[0], c[1], c[2]
		b.Do(&plan.Scatter{Src: b.Normal(count * cols), Count: count, Index: indices(b, count, rows), Out: b.Space(rows * cols), Rows: rows, Cols: cols})
	}
	return b.Case()
}

// procedures runs a counter and a sum through several procedures and entries, with constants in the arena.
func procedures() Case {
	add := func(to, from int) plan.Instr {
		return &plan.Map{Dims: []int{1}, Code: Op(scalar.Add), In: []plan.View{At(to, 1), At(from, 1)}, Out: []plan.View{At(to, 1)}}
	}
	const one, counter, sum, size = 0, 1, 2, 4
	p := &plan.Program{
		Size:  size,
		Slots: []plan.Slot{{Name: "arena", Shape: []int{size}, Len: size}},
		Data:  []plan.Data{{Offset: one, Values: []float32{1}}, {Offset: 3, Values: []float32{9}}},
		Procedures: []plan.Procedure{
			{Name: "count", Code: []plan.Instr{add(counter, one)}},
			{Name: "sum", Code: []plan.Instr{add(sum, counter)}},
			{Name: "nothing"},
		},
	}
	for i, calls := range [][]int{{0}, {0, 1}, {1, 1, 0, 2}, {}, {2}} {
		p.Entries = append(p.Entries, plan.Entry{Name: fmt.Sprint(i), Calls: calls})
	}
	return Case{"procedures", p, []float32{1, 0, 0, 9}}
}
