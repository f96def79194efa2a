package native_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/tetratelabs/wazero"

	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/core/simd/native"
)

// BenchmarkPeak is what BenchmarkMatMul is to be compared with.
func BenchmarkPeak(b *testing.B) {
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	instance, err := runtime.Instantiate(ctx, simd.PeakModule())
	if err != nil {
		b.Fatal(err)
	}
	run := instance.ExportedFunction("run")
	for b.Loop() {
		if _, err := run.Call(ctx, 100); err != nil {
			b.Fatal(err)
		}
	}
	report(b, 100*simd.PeakFlops)
}

func BenchmarkMatMul(b *testing.B) {
	for _, s := range [][3]int{{256, 128, 128}, {128, 32, 32}, {150, 8, 8}, {150, 1, 8}, {150, 2, 8}, {150, 8, 2}} {
		for variant, name := range []string{"AB", "AtB", "ABt"} {
			m, n, k := s[0], s[1], s[2]
			in := plan.Product(m, n, k, plan.View{Strides: []int{k, 1}}, plan.View{Offset: m * k, Strides: []int{n, 1}}, m*k+k*n)
			switch variant {
			case 1:
				in.A.Strides = []int{1, m}
			case 2:
				in.B.Strides = []int{1, k}
			}
			b.Run(fmt.Sprintf("%dx%dx%d/%s", m, k, n, name), func(b *testing.B) { benchmark(b, in, m*k+k*n+m*n, 2*m*n*k) })
		}
	}
}

// benchmark runs one instruction, many times a call.
func benchmark(b *testing.B, in plan.Instr, size, flops int) {
	m, err := native.New(&plan.Program{
		Size:       size,
		Procedures: []plan.Procedure{{Name: "one", Code: []plan.Instr{in}}},
		Entries:    []plan.Entry{{Name: "one", Calls: []int{0}}},
	})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	const times = 100
	for b.Loop() {
		if err := m.Run(0, times); err != nil {
			b.Fatal(err)
		}
	}
	report(b, times*flops)
}

func report(b *testing.B, flops int) {
	b.ReportMetric(float64(flops)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}
