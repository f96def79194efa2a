package model

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"testing"
	"time"

	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/core/simd/native"
)

// startImages makes a machine with the first values of a model.
func startImages(t testing.TB, p *plan.Program, first []Array) plan.Machine {
	t.Helper()
	return startOn(t, native.New, p, first)
}

func startOn(t testing.TB, machine func(*plan.Program) (plan.Machine, error), p *plan.Program, first []Array) plan.Machine {
	t.Helper()
	k, err := machine(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range first {
		if i := p.Slot(a.Name); i >= 0 {
			k.Write(i, a.Values)
		}
	}
	return k
}

func imageProgram(t testing.TB, m Model) (*plan.Program, []Array) {
	t.Helper()
	p, err := Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	first, err := First(m)
	if err != nil {
		t.Fatal(err)
	}
	return p, first
}

// The players have as many parameters as their publications say.
func TestImageParameters(t *testing.T) {
	for _, c := range []struct {
		model Model
		want  int
	}{
		{Conditional, 43*1568 + 2*1568 + 16*(512+1) + 32 + 257 + 16*17 + 32*257 + 1569 + 15680},
		{DCGAN, 65*3136 + 2*3136 + 32*(1024+1) + 64 + 513 + 32*17 + 64*513 + 128 + 3137},
	} {
		if n, err := Parameters(c.model); err != nil || n != c.want {
			t.Errorf("%s has %d parameters (%v), want %d", c.model.Key, n, err, c.want)
		}
	}
}

// Steps of image models keep their losses finite, and move.
func TestImageSteps(t *testing.T) {
	for _, m := range AllImages {
		m.Batch = 8
		p, first := imageProgram(t, m)
		k := startImages(t, p, first)
		defer k.Close()
		before := float32(0)
		for range 2 {
			if err := k.Run(p.Entry(Step), 1); err != nil {
				t.Fatal(err)
			}
			x := make([]float32, 1)
			k.Read(p.Slot(LossG), x)
			if x[0] == before || math.IsNaN(float64(x[0])) {
				t.Errorf("%s: the generator's loss is %g after %g", m.Key, x[0], before)
			}
			before = x[0]
		}
	}
}

// BenchmarkImages measures whole steps. With PROFILE set, it says where their time goes.
func BenchmarkImages(b *testing.B) {
	for _, m := range AllImages {
		p, first := imageProgram(b, m)
		b.Run(m.Key, func(b *testing.B) {
			k := startImages(b, p, first)
			defer k.Close()
			for b.Loop() {
				if err := k.Run(p.Entry(Step), 1); err != nil {
					b.Fatal(err)
				}
			}
			steps := float64(b.N * m.StepsInPass())
			b.ReportMetric(steps/b.Elapsed().Seconds(), "steps/s")
			b.ReportMetric(float64(Flops(p, Step)/m.StepsInPass())*steps/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			if os.Getenv("PROFILE") != "" {
				profile(b, p, first)
			}
		})
	}
}

// profile prints every instruction's time in microseconds and its rate, the slowest first.
func profile(t testing.TB, p *plan.Program, first []Array) {
	t.Helper()
	type line struct {
		us   float64
		text string
	}
	for _, proc := range p.Procedures {
		one := *p
		one.Procedures, one.Entries = nil, nil
		for i, in := range proc.Code {
			one.Procedures = append(one.Procedures, plan.Procedure{Name: fmt.Sprint(i), Code: []plan.Instr{in}})
			one.Entries = append(one.Entries, plan.Entry{Name: fmt.Sprint(i), Calls: []int{i}})
		}
		k := startImages(t, &one, first)
		var lines []line
		total, kinds := 0., map[string]float64{}
		for i, in := range proc.Code {
			k.Run(i, 2)
			best := math.Inf(1)
			for range 5 {
				start := time.Now()
				k.Run(i, 3)
				best = min(best, float64(time.Since(start).Microseconds())/3)
			}
			text := fmt.Sprint(in)
			if len(text) > 150 {
				text = text[:150]
			}
			if m, ok := in.(*plan.MatMul); ok {
				text = fmt.Sprintf("%.1f GFLOP/s %s", 2*float64(m.Multiplications())/best/1e3, text)
			}
			kinds[fmt.Sprintf("%T", in)] += best
			total += best
			lines = append(lines, line{best, text})
		}
		k.Close()
		sort.Slice(lines, func(i, j int) bool { return lines[i].us > lines[j].us })
		fmt.Printf("\n%s: %.0f us %v\n", proc.Name, total, kinds)
		for _, l := range lines[:min(len(lines), 22)] {
			fmt.Printf("%8.0f  %s\n", l.us, l.text)
		}
	}
}

// Two threads train the same images, to the last bit of every parameter.
func TestTwoThreadsTrainTheSame(t *testing.T) {
	for _, m := range append(AllImages, All...) {
		p, first := imageProgram(t, m)
		var all [2][]float32
		for i, machine := range []func(*plan.Program) (plan.Machine, error){native.New, onTwo} {
			k := startOn(t, machine, p, first)
			if err := k.Run(p.Entry(Step), 2); err != nil {
				t.Fatal(err)
			}
			for slot, s := range p.Slots {
				x := make([]float32, s.Len)
				k.Read(slot, x)
				all[i] = append(all[i], x...)
			}
			if err := k.Close(); err != nil {
				t.Fatal(err)
			}
		}
		same := func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) }
		if !slices.EqualFunc(all[0], all[1], same) {
			t.Errorf("%s: two threads differ from one", m.Key)
		}
	}
}

func onTwo(p *plan.Program) (plan.Machine, error) { return native.NewTwo(p, simd.LeastShared) }

// BenchmarkTwoThreads is how many times the steps of one thread two give, in windows by turns.
func BenchmarkTwoThreads(b *testing.B) {
	for _, m := range append(AllImages, All...) {
		b.Run(m.Key, func(b *testing.B) {
			p, first := imageProgram(b, m)
			one, two := startImages(b, p, first), startOn(b, onTwo, p, first)
			defer one.Close()
			defer two.Close()
			rate := func(k plan.Machine) float64 {
				steps, start := 0, time.Now()
				for ; time.Since(start) < 100*time.Millisecond; steps++ {
					if err := k.Run(p.Entry(Step), 1); err != nil {
						b.Fatal(err)
					}
				}
				return float64(steps) / time.Since(start).Seconds()
			}
			var ratios []float64
			for b.Loop() {
				ratios = append(ratios, rate(two)/rate(one))
			}
			slices.Sort(ratios)
			b.ReportMetric(ratios[len(ratios)/2], "times")
			b.ReportMetric(ratios[len(ratios)-1], "times-at-best")
		})
	}
}
