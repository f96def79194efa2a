package kernel_test

import (
	"fmt"
	"testing"

	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// BenchmarkProduct measures the products of a small network, and one large one, in nanoseconds a multiplication.
func BenchmarkProduct(b *testing.B) {
	for _, e := range [][3]int{{64, 32, 2}, {64, 32, 32}, {32, 32, 64}, {64, 1, 32}, {256, 128, 128}} {
		m, n, k := e[0], e[1], e[2]
		w := kerneltest.NewBench("product")
		w.Do(plan.Product(m, n, k, kerneltest.Dense(w.Normal(m*k), m, k), kerneltest.Dense(w.Normal(k*n), k, n), w.Space(m*n)))
		measure(b, fmt.Sprintf("%dx%dx%d", m, n, k), w.Case(), m*n*k)
	}
}

// BenchmarkMap measures loops, in nanoseconds an element: what they read and how.
func BenchmarkMap(b *testing.B) {
	const m, n = 64, 32
	for _, c := range []struct {
		name string
		code scalar.Code
		y    []int
	}{
		{"dense add", kerneltest.Op(scalar.Add), []int{n, 1}},
		{"row add", kerneltest.Op(scalar.Add), []int{0, 1}},
		{"column add", kerneltest.Op(scalar.Add), []int{1, 0}},
		{"transposed add", kerneltest.Op(scalar.Add), []int{1, m}},
	} {
		w := kerneltest.NewBench(c.name)
		w.Do(&plan.Map{Dims: []int{m, n}, Code: c.code,
			In:  []plan.View{kerneltest.Dense(w.Normal(m*n), m, n), kerneltest.At(w.Normal(m*n), c.y...)},
			Out: []plan.View{kerneltest.Dense(w.Space(m*n), m, n)}})
		measure(b, c.name, w.Case(), m*n)
	}
}

// BenchmarkReduce measures sums, in nanoseconds an element.
func BenchmarkReduce(b *testing.B) {
	for _, dims := range [][3]int{{1, 64, 32}, {64, 32, 1}, {1, 2048, 1}} {
		w := kerneltest.NewBench("sum")
		in := kerneltest.Dense(w.Normal(dims[0]*dims[1]*dims[2]), dims[:]...)
		w.Do(&plan.Reduce{Dims: dims, In: []plan.View{in}, Code: kerneltest.Identity(), Out: w.Space(dims[0] * dims[2])})
		measure(b, fmt.Sprint(dims), w.Case(), dims[0]*dims[1]*dims[2])
	}
}

// BenchmarkRandom measures uniform numbers, in nanoseconds each.
func BenchmarkRandom(b *testing.B) {
	w := kerneltest.NewBench("uniform")
	w.Do(&plan.Random{Out: w.Space(1024), Len: 1024, Seed: w.Put(1, 2), Count: w.Put(3, 4)})
	measure(b, "1024", w.Case(), 1024)
}

func measure(b *testing.B, name string, c kerneltest.Case, work int) {
	b.Run(name, func(b *testing.B) {
		m := machine(b, c)
		for b.Loop() {
			_ = m.Run(0, 1)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(work), "ns/each")
	})
}
