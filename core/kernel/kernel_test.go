package kernel_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"ganvas/core/kernel"
	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// TestConformance compares the machine with one that goes element by element: neither blocks, nor packing, nor registers may
// show.
func TestConformance(t *testing.T) { kerneltest.Conformance(t, newNaive) }

// machine makes a machine of a case and loads its arena.
func machine(t testing.TB, c kerneltest.Case) *kernel.Machine {
	t.Helper()
	m, err := kernel.New(c.Program)
	if err != nil {
		t.Fatal(err)
	}
	m.Write(0, c.Arena)
	return m
}

// arena runs a case once and returns its arena.
func arena(t testing.TB, c kerneltest.Case) []float32 {
	t.Helper()
	m := machine(t, c)
	if err := m.Run(0, 1); err != nil {
		t.Fatal(err)
	}
	out := make([]float32, len(c.Arena))
	m.Read(0, out)
	return out
}

// TestOnlyResultsChange: whatever is not an output, guards above all, stays as it was.
func TestOnlyResultsChange(t *testing.T) {
	for _, c := range kerneltest.Table() {
		if c.Name == "procedures" {
			continue // its outputs are what it counts with
		}
		t.Run(c.Name, func(t *testing.T) {
			free := make([]bool, len(c.Arena))
			for _, in := range c.Program.Procedures[0].Code {
				for _, i := range written(in) {
					free[i] = true
				}
			}
			for i, x := range arena(t, c) {
				if !free[i] && math.Float32bits(x) != math.Float32bits(c.Arena[i]) {
					t.Fatalf("element %d changed from %v to %v", i, c.Arena[i], x)
				}
			}
		})
	}
}

// written lists the elements that an instruction may write.
func written(in plan.Instr) []int {
	var out []int
	dense := func(offset, n int) {
		for i := range n {
			out = append(out, offset+i)
		}
	}
	switch in := in.(type) {
	case *plan.Map:
		for _, v := range in.Out {
			each(in.Dims, func(index []int) { out = append(out, at(v, index)) })
		}
	case *plan.Reduce:
		dense(in.Out, in.Dims[0]*in.Dims[2])
	case *plan.MatMul:
		each(append(slices.Clone(in.M), in.N), func(index []int) { out = append(out, at(in.Out, index)) })
	case *plan.Random:
		dense(in.Out, in.Len)
	case *plan.Gather:
		dense(in.Out, in.Count*in.Cols)
	case *plan.Scatter:
		dense(in.Out, in.Rows*in.Cols)
	}
	return out
}

// TestProductIsBLAS holds products, in all four combinations of transposed factors, to gonum's in float64. The bound is the
// classical one of a sum of k products: k units of roundoff of the sum of their magnitudes (Higham, Accuracy and Stability of
// Numerical Algorithms, section 3.1).
func TestProductIsBLAS(t *testing.T) {
	for _, e := range [][3]int{{1, 1, 1}, {3, 5, 7}, {17, 16, 15}, {33, 55, 79}, {2, 256, 3}, {64, 32, 2}, {64, 1, 32}} {
		m, n, k := e[0], e[1], e[2]
		for _, transA := range []blas.Transpose{blas.NoTrans, blas.Trans} {
			for _, transB := range []blas.Transpose{blas.NoTrans, blas.Trans} {
				b := kerneltest.NewBench("blas")
				a, aView := factor(b, m, k, transA)
				bb, bView := factor(b, k, n, transB)
				out := b.Space(m * n)
				b.Do(plan.Product(m, n, k, aView, bView, out))
				c := b.Case()
				got := arena(t, c)[out:]
				want, size := general(m, n), general(m, n)
				wide := func(g blas64.General, offset int, f func(float64) float64) blas64.General {
					g.Data = make([]float64, g.Rows*g.Cols)
					for i := range g.Data {
						g.Data[i] = f(float64(c.Arena[offset+i]))
					}
					return g
				}
				same := func(x float64) float64 { return x }
				blas64.Gemm(transA, transB, 1, wide(a, aView.Offset, same), wide(bb, bView.Offset, same), 0, want)
				blas64.Gemm(transA, transB, 1, wide(a, aView.Offset, math.Abs), wide(bb, bView.Offset, math.Abs), 0, size)
				for i := range want.Data {
					if d := math.Abs(float64(got[i]) - want.Data[i]); d > float64(k)*0x1p-24*1.01*size.Data[i] {
						t.Fatalf("%v %c %c: element %d is %v, want %v", e, transA, transB, i, got[i], want.Data[i])
					}
				}
			}
		}
	}
}

func general(m, n int) blas64.General {
	return blas64.General{Rows: m, Cols: n, Stride: n, Data: make([]float64, m*n)}
}

// factor puts an m by n factor and describes how it is stored, to BLAS and to plan.
func factor(b *kerneltest.Bench, m, n int, trans blas.Transpose) (blas64.General, plan.View) {
	offset := b.Normal(m * n)
	if trans == blas.Trans {
		return general(n, m), kerneltest.At(offset, 1, m)
	}
	return general(m, n), kerneltest.At(offset, n, 1)
}

// TestSumIsAccurate holds sums along every dimension to float64, within the bound of a sum of r terms.
func TestSumIsAccurate(t *testing.T) {
	for _, dims := range [][3]int{{1, 1, 1}, {1, 79, 1}, {3, 256, 1}, {5, 17, 1}, {1, 33, 55}, {4, 300, 3}} {
		o, r, i := dims[0], dims[1], dims[2]
		b := kerneltest.NewBench("sum")
		x, out := b.Normal(o*r*i), b.Space(o*i)
		b.Do(&plan.Reduce{Dims: dims, Op: plan.Sum, In: []plan.View{kerneltest.Dense(x, o, r, i)}, Code: scalar.Tanh.Code(), Out: out})
		c := b.Case()
		got := arena(t, c)[out:]
		for at := range o * i {
			var sum, size float64
			for k := range r {
				y := math.Tanh(float64(c.Arena[x+at/i*r*i+k*i+at%i]))
				sum, size = sum+y, size+math.Abs(y)
			}
			if d := math.Abs(float64(got[at]) - sum); d > (float64(r)+scalar.Tanh.ULP*2)*0x1p-24*size {
				t.Errorf("%v: element %d is %v, want %v", dims, at, got[at], sum)
			}
		}
	}
}

// TestRandomLayout holds uniform numbers to the known answer of Philox for the zero key and counter (Random123's kat_vectors):
// its four words are elements 0, 4, 8 and 12.
func TestRandomLayout(t *testing.T) {
	b := kerneltest.NewBench("layout")
	out := b.Space(17)
	b.Do(&plan.Random{Out: out, Len: 17, Seed: b.Put(0, 0), Count: b.Put(0, 0)})
	got := arena(t, b.Case())[out:]
	for w, word := range []uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8} {
		if want := float32(word>>8) / (1 << 24); got[4*w] != want {
			t.Errorf("element %d is %v, want %v", 4*w, got[4*w], want)
		}
	}
}

// TestGatherAndScatterAreAdjoint: for every table x and rows y, <gather(x), y> = <x, scatter(y)>. Small whole numbers make both
// sides exact.
func TestGatherAndScatterAreAdjoint(t *testing.T) {
	const rows, cols, count = 5, 3, 11
	b := kerneltest.NewBench("adjoint")
	whole := func(n, step int) (int, []float32) {
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(i*step%13 - 6)
		}
		return b.Put(v...), v
	}
	x, xs := whole(rows*cols, 5)
	y, ys := whole(count*cols, 7)
	index := b.Put(0, 4, 4, 2, 1, 0, 3, 3, 3, 4, 0)
	gathered, scattered := b.Space(count*cols), b.Space(rows*cols)
	b.Do(&plan.Gather{Table: x, Rows: rows, Cols: cols, Index: index, Count: count, Out: gathered})
	b.Do(&plan.Scatter{Src: y, Count: count, Index: index, Out: scattered, Rows: rows, Cols: cols})
	m := arena(t, b.Case())
	if l, r := dot(m[gathered:], ys), dot(m[scattered:], xs); l != r {
		t.Errorf("%v and %v", l, r)
	}
}

func dot(x, y []float32) (sum float32) {
	for i := range y {
		sum += x[i] * y[i]
	}
	return sum
}

// TestRunAllocatesNothing holds every instruction to it.
func TestRunAllocatesNothing(t *testing.T) {
	for _, c := range kerneltest.Table() {
		m := machine(t, c)
		if n := testing.AllocsPerRun(2, func() { _ = m.Run(0, 1) }); n != 0 {
			t.Errorf("%s: %v allocations a run", c.Name, n)
		}
	}
}

// TestNewStartsFromData: a new arena is zero but for the program's constants.
func TestNewStartsFromData(t *testing.T) {
	m, err := kernel.New(&plan.Program{
		Size: 5, Slots: []plan.Slot{{Name: "all", Shape: []int{5}, Len: 5}}, Data: []plan.Data{{Offset: 1, Values: []float32{7, 8}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := make([]float32, 5)
	m.Read(0, got)
	for i, want := range []float32{0, 7, 8, 0, 0} {
		if got[i] != want {
			t.Errorf("element %d is %v, want %v", i, got[i], want)
		}
	}
}

// TestNewRefuses gives New one fault at a time; the error must say where it is and what.
func TestNewRefuses(t *testing.T) {
	v := func(offset int, strides ...int) []plan.View { return []plan.View{kerneltest.At(offset, strides...)} }
	identity, two := kerneltest.Identity(), kerneltest.Op(scalar.Add)
	broken := scalar.Code{Args: 1, Instrs: []scalar.Instr{{Op: scalar.Neg, A: 3}}, Results: []scalar.Ref{0}}
	const size = 10
	for want, in := range map[string]plan.Instr{
		"map: in 0: 11 elements":               &plan.Map{Dims: []int{11}, In: v(0, 1), Out: v(0, 1), Code: identity},
		"map: out 0: 3 elements at 8":          &plan.Map{Dims: []int{3}, In: v(0, 1), Out: v(8, 1), Code: identity},
		"map: in 0: 3 elements at -1":          &plan.Map{Dims: []int{3}, In: v(-1, 1), Out: v(0, 1), Code: identity},
		"a stride of -1":                       &plan.Map{Dims: []int{3}, In: v(5, -1), Out: v(0, 1), Code: identity},
		"innermost stride of 0":                &plan.Map{Dims: []int{3}, In: v(0, 1), Out: v(0, 0), Code: identity},
		"no dimensions":                        &plan.Map{In: v(0), Out: v(0), Code: identity},
		"a dimension of -3":                    &plan.Map{Dims: []int{-3}, In: v(0, 1), Out: v(0, 1), Code: identity},
		"2 strides":                            &plan.Map{Dims: []int{3}, In: v(0, 1, 1), Out: v(0, 1), Code: identity},
		"code of 2 arguments":                  &plan.Map{Dims: []int{3}, In: v(0, 1), Out: v(0, 1), Code: two},
		"operand %3":                           &plan.Map{Dims: []int{3}, In: v(0, 1), Out: v(0, 1), Code: broken},
		"reduce: in 0: 12 elements":            &plan.Reduce{Dims: [3]int{2, 3, 2}, In: v(0, 6, 2, 1), Code: identity},
		"reduce: out: 4 elements":              &plan.Reduce{Dims: [3]int{2, 1, 2}, In: v(0, 2, 2, 1), Out: 8, Code: identity},
		"unknown reduction 9":                  &plan.Reduce{Dims: [3]int{1, 1, 1}, Op: 9, In: v(0, 1, 1, 1), Code: identity},
		"a sum over 0 products":                plan.Product(1, 1, 0, v(0, 0, 1)[0], v(0, 1, 1)[0], 0),
		"b 0: 12 elements":                     plan.Product(1, 4, 3, v(0, 3, 1)[0], v(0, 4, 1)[0], 0),
		"epilogue: dimensions [1 2]":           epilogued(plan.Product(2, 1, 1, v(0, 1, 1)[0], v(0, 1, 1)[0], 0), &plan.Map{Dims: []int{1, 2}, Code: identity}),
		"random: out: 11 elements":             &plan.Random{Len: 11},
		"random: count: 2 elements at 9":       &plan.Random{Len: 1, Count: 9},
		"gather: an index into no rows":        &plan.Gather{Count: 1},
		"scatter: table: 12 elements":          &plan.Scatter{Rows: 4, Cols: 3, Count: 1},
		"procedure p, instruction 0: unknown ": nil,
	} {
		_, err := kernel.New(&plan.Program{Size: size, Procedures: []plan.Procedure{{Name: "p", Code: []plan.Instr{in}}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
	for want, p := range map[string]*plan.Program{
		"slot s: 2 elements at 9":        {Size: size, Slots: []plan.Slot{{Name: "s", Offset: 9, Len: 2}}},
		"data 0: 1 elements at 10":       {Size: size, Data: []plan.Data{{Offset: 10, Values: []float32{1}}}},
		"entry e calls procedure 1 of 0": {Entries: []plan.Entry{{Name: "e", Calls: []int{1}}}},
	} {
		if _, err := kernel.New(p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

// TestRunRefuses: entries that are not there.
func TestRunRefuses(t *testing.T) {
	m, _ := kernel.New(&plan.Program{Entries: []plan.Entry{{Name: "only"}}})
	for _, entry := range []int{-1, 1} {
		if m.Run(entry, 1) == nil {
			t.Errorf("entry %d runs", entry)
		}
	}
	if err := m.Run(0, 1); err != nil {
		t.Error(err)
	}
}

func epilogued(m *plan.MatMul, e *plan.Map) *plan.MatMul {
	m.Epilogue = e
	return m
}
