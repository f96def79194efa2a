package model

import (
	"math"
	"testing"

	"ganvas/core/graph/exact"
	"ganvas/core/kernel"
	"ganvas/core/plan"
)

func start(t *testing.T, m Model) *Run {
	t.Helper()
	r, err := Start(m, func(p *plan.Program) (plan.Machine, error) { return kernel.New(p) })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The losses of the first discriminator update, against the graph in float64.
func TestFirstLossAgainstFloat64(t *testing.T) {
	for _, m := range []Model{GANLab, wide("w", "w", 16, 24)} {
		m.UpdatesD = 1
		b, err := newBuilder(m)
		if err != nil {
			t.Fatal(err)
		}
		first, err := First(m)
		if err != nil {
			t.Fatal(err)
		}
		env := exact.Env{}
		for _, a := range first {
			x := make([]float64, len(a.Values))
			for i, v := range a.Values {
				x[i] = float64(v)
			}
			env["variable "+a.Name] = x
		}
		want := env.Scalar(b.lossD(b.fixed("d")))
		r := start(t, m)
		if err := r.Do(Check, 1); err != nil {
			t.Fatal(err)
		}
		if got, _ := r.Losses(); math.Abs(float64(got)-want) > 1e-5*math.Max(1, math.Abs(want)) {
			t.Errorf("%s: the discriminator's loss is %g, want %g", m.Key, got, want)
		}
	}
}

// Steps on fixed inputs repeat; steps on random ones move on, whatever the machine did before.
func TestStepsAreDrawnAnew(t *testing.T) {
	a, b := start(t, GANLab), start(t, GANLab)
	one, err := a.Trace()
	if err != nil {
		t.Fatal(err)
	}
	two, err := b.Trace()
	if err != nil {
		t.Fatal(err)
	}
	for i := range one {
		if math.Float32bits(one[i]) != math.Float32bits(two[i]) {
			t.Fatalf("traces differ: %v and %v", one, two)
		}
	}
	seen := map[float32]bool{}
	for range 10 {
		if err := a.Do(Step, 1); err != nil {
			t.Fatal(err)
		}
		d, g := a.Losses()
		if seen[d] || math.IsNaN(float64(d)) || math.IsNaN(float64(g)) {
			t.Errorf("a step repeats the loss %g, or ends in %g", d, g)
		}
		seen[d] = true
	}
}

func TestUnknownNamesAreRefused(t *testing.T) {
	for _, change := range []func(*Model){
		func(m *Model) { m.Loss = "none" },
		func(m *Model) { m.Optimiser = "none" },
	} {
		m := GANLab
		change(&m)
		if _, err := Compile(m); err == nil {
			t.Errorf("%+v compiles", m)
		}
		if _, err := First(m); err == nil {
			t.Errorf("%+v has first values", m)
		}
	}
}
