package native_test

import (
	"testing"
	"time"

	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/core/simd/native"
)

// everything has two threads share whatever can be shared.
func everything(p *plan.Program) (plan.Machine, error) { return native.NewTwo(p, 1) }

func TestConformanceOfTwoThreads(t *testing.T) { kerneltest.Conformance(t, everything) }

// square is a program that squares a matrix of n by n, and then adds up its rows.
func square(n int) *plan.Program {
	dense := plan.View{Strides: []int{n, 1}}
	sum := &plan.Reduce{Dims: [3]int{n, n, 1}, In: []plan.View{{Offset: n * n, Strides: []int{n, 1, 0}}}, Out: 2 * n * n, Code: kerneltest.Identity()}
	return &plan.Program{
		Size:       2*n*n + n,
		Slots:      []plan.Slot{{Name: "all", Shape: []int{2*n*n + n}, Len: 2*n*n + n}},
		Procedures: []plan.Procedure{{Name: "p", Code: []plan.Instr{plan.Product(n, n, n, dense, dense, n*n), sum}}},
		Entries:    []plan.Entry{{Name: "e", Calls: []int{0}}},
	}
}

// The second thread does its part: before it sleeps, and when it is woken again.
func TestSecondThreadServes(t *testing.T) {
	m, err := everything(square(96))
	if err != nil {
		t.Fatal(err)
	}
	served := m.(interface{ Served() int }).Served
	for range 3 {
		before := served()
		for end := time.Now().Add(time.Minute); served() == before; {
			if time.Now().After(end) {
				t.Fatal("the second thread does nothing")
			}
			if err := m.Run(0, 100); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(20 * time.Millisecond) // a pause, in which it goes to sleep
	}
	if err := m.Close(); err != nil { // which returns when that thread has ended
		t.Error(err)
	}
}

// What is too small to share is a module as it always was.
func TestSmallProgramsHaveOneThread(t *testing.T) {
	p := square(8)
	two, err := simd.ForTwo(p, simd.LeastShared)
	if two != nil || err != nil {
		t.Fatalf("%v, %v", two, err)
	}
	m, err := native.NewTwo(p, simd.LeastShared)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if _, two := m.(interface{ Served() int }); two {
		t.Error("a second thread, for nothing")
	}
}

// BenchmarkHandover is what it costs to share an instruction, beside the same on one thread.
func BenchmarkHandover(b *testing.B) {
	for _, n := range []int{16, 32, 64, 128} {
		for name, make := range map[string]func(*plan.Program) (plan.Machine, error){"one": native.New, "two": everything} {
			b.Run(name+"/"+string(rune('0'+n/100))+string(rune('0'+n/10%10))+string(rune('0'+n%10)), func(b *testing.B) {
				m, err := make(square(n))
				if err != nil {
					b.Fatal(err)
				}
				defer m.Close()
				for b.Loop() {
					if err := m.Run(0, 100); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(100*b.N), "ns/pass")
			})
		}
	}
}

// Short steps have one thread, long ones two, unless little of them can be shared.
func TestWorthTwo(t *testing.T) {
	sum := &plan.Program{Size: 1 << 25, Procedures: []plan.Procedure{{Code: []plan.Instr{
		&plan.Reduce{Dims: [3]int{1, 1<<25 - 1, 1}, In: []plan.View{{Strides: []int{0, 1, 0}}}, Out: 1<<25 - 1, Code: kerneltest.Identity()},
	}}}, Entries: []plan.Entry{{Calls: []int{0}}}}
	for _, c := range []struct {
		what string
		p    *plan.Program
		want bool
	}{{"a short step", square(200), false}, {"a long step", square(300), true}, {"one long sum", sum, false}} {
		if got := simd.WorthTwo(c.p); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
