package simd_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/scalar"
	"ganvas/core/simd/native"
)

// sizes are those at which loops go wrong: below, at and above a vector, an unrolled block, and more.
var sizes = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 33, 55, 79, 256}

// bench collects instructions over one arena, and then compares a machine with the naive one, bit by bit, on all of it:
// guard words lie between the arrays.
type bench struct {
	arena []float32
	code  []plan.Instr
	names []string
	rng   *rand.Rand
}

func newBench() *bench { return &bench{rng: rand.New(rand.NewPCG(1, 2))} }

// guard is a NaN that no operation makes.
var guard = math.Float32frombits(0x7fabcdef)

func (b *bench) guards() {
	for range 1 + b.rng.IntN(4) {
		b.arena = append(b.arena, guard)
	}
}

// array places n random numbers, among them both zeros and some that are large or small, and returns where.
func (b *bench) array(n int) int {
	b.guards()
	at := len(b.arena)
	for range n {
		x := float32(b.rng.NormFloat64())
		switch b.rng.IntN(12) {
		case 0:
			x = 0
		case 1:
			x = float32(math.Copysign(0, -1))
		case 2:
			x *= 1000
		}
		b.arena = append(b.arena, x)
	}
	b.guards()
	return at
}

// set places given numbers.
func (b *bench) set(xs ...float32) int {
	at := b.array(len(xs))
	copy(b.arena[at:], xs)
	return at
}

func (b *bench) do(name string, in plan.Instr) {
	b.code = append(b.code, in)
	b.names = append(b.names, name)
}

func (b *bench) check(t *testing.T) {
	t.Helper()
	p := &plan.Program{
		Size:  len(b.arena),
		Slots: []plan.Slot{{Name: "arena", Shape: []int{len(b.arena)}, Len: len(b.arena)}},
		Data:  []plan.Data{{Values: b.arena}},
	}
	for i, in := range b.code {
		p.Procedures = append(p.Procedures, plan.Procedure{Name: b.names[i], Code: []plan.Instr{in}})
		p.Entries = append(p.Entries, plan.Entry{Name: b.names[i], Calls: []int{i}})
	}
	m, err := native.New(p)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	want, got := naive(b.arena), make([]float32, len(b.arena))
	for i, in := range b.code {
		want.instr(in)
		if err := m.Run(i, 1); err != nil {
			t.Fatalf("%s: %v", b.names[i], err)
		}
		m.Read(0, got)
		for k := range got {
			if !same(got[k], want[k]) {
				t.Fatalf("%s: %+v\narena[%d] = %v (%#x), want %v (%#x)", b.names[i], in, k, got[k], math.Float32bits(got[k]), want[k], math.Float32bits(want[k]))
			}
		}
	}
}

// same compares bits, but holds all NaNs to be equal: WebAssembly leaves their bits open.
func same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// dense returns the strides of a row-major array.
func dense(dims ...int) []int {
	s := make([]int, len(dims))
	n := 1
	for d := len(dims) - 1; d >= 0; d-- {
		s[d] = n
		n *= dims[d]
	}
	return s
}

// view places an array of random numbers under strides.
func (b *bench) view(dims []int, strides ...int) plan.View {
	n := 1
	for d := range dims {
		n += (dims[d] - 1) * strides[d]
	}
	return plan.View{Offset: b.array(n), Strides: strides}
}

// code of one function, args to one result.
func code(args int, write func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref) scalar.Code {
	b := scalar.NewBuilder(args)
	refs := make([]scalar.Ref, args)
	for i := range refs {
		refs[i] = b.Arg(i)
	}
	return b.Code(write(b, refs)...)
}

var (
	copying = code(1, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return a })
	// affine is (a0 + a1) * 3 - a0 / a1
	affine = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		sum := b.Do(scalar.Mul, b.Do(scalar.Add, a[0], a[1]), b.Const(3))
		return []scalar.Ref{b.Do(scalar.Sub, sum, b.Do(scalar.Div, a[0], a[1]))}
	})
	// twins gives a0*a1 and a0-a1*a1
	twins = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{b.Do(scalar.Mul, a[0], a[1]), b.Do(scalar.Sub, a[0], b.Do(scalar.Mul, a[1], a[1]))}
	})
	tanh = code(1, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{scalar.Tanh.Write(b, a)} })
	// biasTanh is tanh(a0 + a1)
	biasTanh = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{scalar.Tanh.Write(b, []scalar.Ref{b.Do(scalar.Add, a[0], a[1])})}
	})
)

func TestMapOps(t *testing.T) {
	b := newBench()
	special := b.set(0, float32(math.Copysign(0, -1)), 1, -1, 0.5, -0.5, 1.5, -2.5, float32(math.Inf(1)), float32(math.Inf(-1)),
		float32(math.NaN()), math.MaxFloat32, 1e-45, -1e-40, 3e9, -3e9, 2147483648, 8388609.5, 1e9)
	n := 19
	for op := scalar.Add; op <= scalar.ToFloat; op++ {
		for shift := range n {
			args := op.Operands()
			m := &plan.Map{Dims: []int{n}, Code: code(args, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
				if op == scalar.Shl || op == scalar.Shr || op == scalar.Sar {
					return []scalar.Ref{b.Shift(op, a[0], shift)}
				}
				return []scalar.Ref{b.Do(op, a...)}
			})}
			table := b.array(2 * n)
			copy(b.arena[table:], b.arena[special:special+n])
			copy(b.arena[table+n:], b.arena[special:special+n])
			for k := range args {
				m.In = append(m.In, plan.View{Offset: table + k*shift%n, Strides: []int{1}})
			}
			m.Out = []plan.View{b.view(m.Dims, 1)}
			b.do(fmt.Sprint(op, shift), m)
		}
	}
	b.check(t)
}

func TestMapFunctions(t *testing.T) {
	b := newBench()
	for _, fn := range scalar.All {
		n := 55
		m := &plan.Map{Dims: []int{n}, Out: []plan.View{b.view([]int{n}, 1)}}
		for range fn.Arity {
			m.In = append(m.In, b.view([]int{n}, 1))
		}
		m.Code = code(fn.Arity, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{fn.Write(b, a)} })
		b.do(fn.Name, m)
	}
	b.check(t)
}

func TestMapSizes(t *testing.T) {
	for _, n := range append(sizes, 0) {
		b := newBench()
		for _, c := range []scalar.Code{copying, affine, twins, tanh} {
			for s := range 3 {
				dims := []int{n}
				m := &plan.Map{Dims: dims, Code: c}
				for k := range c.Args {
					m.In = append(m.In, b.view(dims, (s+k)%3))
				}
				for range c.Results {
					m.Out = append(m.Out, b.view(dims, 1+s%2))
				}
				b.do(fmt.Sprintf("n=%d stride %d", n, s), m)
				inPlace := *m
				inPlace.Out = nil
				for k := range c.Results {
					inPlace.In = append([]plan.View(nil), m.In...)
					inPlace.In[k] = m.Out[k]
					inPlace.Out = append(inPlace.Out, m.Out[k])
				}
				b.do(fmt.Sprintf("in place n=%d stride %d", n, s), &inPlace)
			}
		}
		b.check(t)
	}
}

func TestMapViews(t *testing.T) {
	for _, rows := range []int{1, 2, 3, 5, 8} {
		b := newBench()
		for _, cols := range []int{1, 2, 3, 4, 5, 7, 8, 17, 40} {
			dims := []int{rows, cols}
			views := [][]int{{cols, 1}, {0, 1}, {1, 0}, {0, 0}, {1, rows}, {2 * cols, 2}, {cols + 3, 1}}
			for i := range views {
				for j := range views {
					for _, out := range [][]int{{cols, 1}, {cols + 1, 1}, {2 * cols, 2}, {1, rows}} {
						if (i+j)%3 != 0 && out[1] != 1 {
							continue
						}
						b.do(fmt.Sprintf("%v %v %v %v", dims, views[i], views[j], out), &plan.Map{
							Dims: dims, Code: affine, In: []plan.View{b.view(dims, views[i]...), b.view(dims, views[j]...)},
							Out: []plan.View{b.view(dims, out...)},
						})
					}
				}
			}
		}
		b.check(t)
	}
}

func TestMapDims(t *testing.T) {
	b := newBench()
	for range 300 {
		dims := make([]int, 1+b.rng.IntN(4))
		for d := range dims {
			dims[d] = 1 + b.rng.IntN(6)
		}
		var views []plan.View
		for k := range 4 {
			s := make([]int, len(dims))
			place := 1
			for _, d := range b.rng.Perm(len(dims)) {
				s[d] = place
				place *= dims[d]
				if k < 2 && b.rng.IntN(3) == 0 {
					s[d] = 0
				}
			}
			views = append(views, b.view(dims, s...))
		}
		b.do(fmt.Sprint(dims), &plan.Map{Dims: dims, Code: twins, In: views[:2], Out: views[2:]})
	}
	b.check(t)
}

func TestReduce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33} {
		b := newBench()
		for _, outer := range []int{1, 2, 5, 8} {
			for _, inner := range []int{1, 2, 3, 4, 17, 39} {
				dims := [3]int{outer, n, inner}
				for _, op := range []plan.Reduction{plan.Sum, plan.Max} {
					views := []plan.View{b.view(dims[:], dense(dims[:]...)...), b.view(dims[:], 1, outer, outer*n), b.view(dims[:], 0, 0, 1), b.view(dims[:], 1, 0, 0), b.view(dims[:], 0, 0, 0)}
					for i := range views {
						b.do(fmt.Sprint(dims, op, i), &plan.Reduce{Dims: dims, Op: op, In: []plan.View{views[0], views[i]}, Out: b.array(outer * inner), Code: affine})
						b.do(fmt.Sprint(dims, op, i, "plain"), &plan.Reduce{Dims: dims, Op: op, In: []plan.View{views[i]}, Out: b.array(outer * inner), Code: copying})
					}
				}
				if n > 17 && inner > 17 {
					break
				}
			}
		}
		b.check(t)
	}
}

func TestMatMul(t *testing.T) {
	for _, m := range []int{1, 2, 3, 4, 5, 7, 8, 9, 18} {
		b := newBench()
		for _, n := range []int{1, 2, 3, 4, 5, 8, 9, 14, 17, 33} {
			for _, k := range []int{1, 3, 4, 5, 8, 17, 19} {
				for variant := range 4 {
					in := &plan.MatMul{M: m, N: n, K: k, Out: b.array(m * n)}
					in.A, in.B = b.view([]int{m, k}, k, 1), b.view([]int{k, n}, n, 1)
					if variant&1 != 0 {
						in.A = b.view([]int{m, k}, 1, m)
					}
					if variant&2 != 0 {
						in.B = b.view([]int{k, n}, 1, k)
					}
					b.do(fmt.Sprint(m, n, k, variant), in)
				}
			}
		}
		b.check(t)
	}
}

func TestMatMulLarge(t *testing.T) {
	b := newBench()
	for _, s := range [][3]int{{64, 96, 64}, {67, 101, 65}, {66, 130, 70}, {3, 131, 130}} {
		m, n, k := s[0], s[1], s[2]
		for variant := range 4 {
			in := &plan.MatMul{M: m, N: n, K: k, Out: b.array(m * n), A: b.view([]int{m, k}, k+1, 1), B: b.view([]int{k, n}, n+2, 1)}
			if variant&1 != 0 {
				in.A = b.view([]int{m, k}, 1, m)
			}
			if variant&2 != 0 {
				in.B = b.view([]int{k, n}, 1, k)
			}
			b.do(fmt.Sprint(s, variant), in)
		}
	}
	b.check(t)
}

// TestMatMulCrowded: rows so far apart that operands are copied to panels, with all sorts of rests.
func TestMatMulCrowded(t *testing.T) {
	for _, s := range [][4]int{{36, 32, 64, 128}, {37, 33, 65, 128}, {70, 34, 67, 256}, {39, 61, 130, 64}, {33, 5, 130, 512}, {2, 130, 33, 1024}, {5, 35, 18, 1024}} {
		b := newBench()
		m, n, k, stride := s[0], s[1], s[2], s[3]
		for variant := range 4 {
			in := &plan.MatMul{M: m, N: n, K: k, Out: b.array(m * n), A: b.view([]int{m, k}, k, 1), B: b.view([]int{k, n}, 1, k)}
			if variant&1 != 0 {
				in.A = b.view([]int{m, k}, 1, stride)
			}
			if variant&2 != 0 {
				in.B = b.view([]int{k, n}, stride, 1)
			}
			in.Epilogue = &plan.Map{Dims: []int{m, n}, In: []plan.View{b.view([]int{m, n}, 1, 0)}, Code: affine}
			b.do(fmt.Sprint(s, variant), in)
		}
		b.check(t)
	}
}

func TestMatMulEpilogue(t *testing.T) {
	for _, m := range []int{1, 2, 4, 7, 8, 13} {
		b := newBench()
		for _, n := range []int{1, 2, 3, 4, 5, 8, 11} {
			for _, k := range []int{1, 8, 19} {
				dims := []int{m, n}
				for i, s := range [][]int{{0, 1}, {1, 0}, {0, 0}, {n, 1}, {1, m}} {
					in := &plan.MatMul{M: m, N: n, K: k, Out: b.array(m * n), A: b.view([]int{m, k}, k, 1), B: b.view([]int{k, n}, n, 1)}
					for _, c := range []scalar.Code{affine, biasTanh} {
						other := *in
						other.Epilogue = &plan.Map{Dims: dims, In: []plan.View{b.view(dims, s...)}, Code: c}
						b.do(fmt.Sprint(m, n, k, s), &other)
					}
					if i == 3 {
						for _, c := range []scalar.Code{affine, biasTanh} {
							same := *in
							same.Epilogue = &plan.Map{Dims: dims, In: []plan.View{{Offset: in.Out, Strides: s}}, Code: c}
							b.do(fmt.Sprint("in place ", m, n, k), &same)
						}
					}
				}
			}
		}
		b.check(t)
	}
}

func TestRandom(t *testing.T) {
	b := newBench()
	for _, n := range sizes {
		b.do(fmt.Sprint(n), &plan.Random{Out: b.array(n), Len: n, Seed: b.set(12345, 54321), Count: b.set(float32(n), 16777215), Stream: 0xdeadbeef})
	}
	b.check(t)
}

func TestGatherScatter(t *testing.T) {
	b := newBench()
	for _, cols := range append(sizes, 80) {
		rows, count := 7, 12
		index := b.set(0, 6, 3.9, -1, 100, float32(math.NaN()), 2, 2, 2, 5, -0.5, float32(math.Inf(1)))
		b.do(fmt.Sprint("gather ", cols), &plan.Gather{Table: b.array(rows * cols), Rows: rows, Cols: cols, Index: index, Count: count, Out: b.array(count * cols)})
		b.do(fmt.Sprint("scatter ", cols), &plan.Scatter{Src: b.array(count * cols), Count: count, Index: index, Out: b.array(rows * cols), Rows: rows, Cols: cols})
	}
	b.check(t)
}
