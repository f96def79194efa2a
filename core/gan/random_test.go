package gan

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/experiment"
	"ganvas/core/experiment/experimenttest"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// cheap draws valid Specs whose steps cost little: any choice, any number, but small networks and minibatches.
var cheap = rapid.Custom(func(t *rapid.T) experiment.Spec {
	s := experiment.Default()
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		switch f.Kind {
		case experiment.Choice:
			if key := rapid.SampledFrom(f.Choices).Draw(t, f.Key).Key; key != experiment.OwnData {
				_ = f.Set(&s, key)
			}
		case experiment.Flag:
			_ = f.Set(&s, rapid.SampledFrom([]string{"on", "off"}).Draw(t, f.Key))
		case experiment.Integer:
			if f.Key != "seed" {
				_ = f.Set(&s, strconv.Itoa(rapid.IntRange(int(f.Min), min(int(f.Max), 40)).Draw(t, f.Key)))
			}
		}
	}
	for i := range experiment.Fields {
		if f := &experiment.Fields[i]; f.Switch {
			_ = f.Set(&s, rapid.SampledFrom([]string{"0", "0", "0.1", "0.5", "3"}).Draw(t, f.Key)) // 3 is too much for some
		}
	}
	s.Ensemble = min(s.Ensemble, 2)
	s.Unroll = rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "unroll")
	for _, p := range []*experiment.Player{&s.Generator, &s.Discriminator} {
		p.Hidden = experiment.Layers{}
		for range rapid.IntRange(0, 3).Draw(t, "layers") {
			p.Hidden = p.Hidden.Append(experiment.Layer{Width: rapid.IntRange(1, 19).Draw(t, "width")})
		}
		p.Updates = min(p.Updates, 3)
	}
	return experimenttest.Sensible(s)
})

// turned lists what of a Spec is on: every switch that is, and the choices and numbers that change what a step is.
func turned(s experiment.Spec) (out []string) {
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		switch {
		case f.Switch && f.Number(&s) > 0 && f.Used(&s):
			out = append(out, f.Key)
		case f.Key == "order" || f.Key == "condition":
			out = append(out, f.Key+"="+f.Get(&s))
		}
	}
	if s.Unroll > 0 {
		out = append(out, "unroll")
	}
	if s.Lazy() > 1 {
		out = append(out, "penalty.every")
	}
	return out
}

// everything is what turned can list.
func everything() (out []string) {
	out = []string{"unroll", "penalty.every"}
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if f.Switch {
			out = append(out, f.Key)
		}
		if f.Key == "order" || f.Key == "condition" {
			for _, c := range f.Choices {
				out = append(out, f.Key+"="+c.Key)
			}
		}
	}
	return out
}

// Any valid Spec runs, and both machines agree on every bit of it. Together the Specs have everything on that can be.
func TestRandomSpecsRunAlikeOnBothMachines(t *testing.T) {
	missing := map[string]bool{}
	for _, key := range everything() {
		missing[key] = true
	}
	for i := range 30 {
		s := cheap.Example(i)
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		simd, kernel := openOn(t, s.String(), native.New), openOn(t, s.String(), nil)
		for _, tr := range []*run.Run{simd, kernel} {
			train(t, tr, 3)
			if err := tr.Only("d", 1); err != nil {
				t.Fatal(err)
			}
		}
		if simd.Fault() != kernel.Fault() || simd.Step() != kernel.Step() {
			t.Errorf("%q: %q at step %d, %q at step %d", s, simd.Fault(), simd.Step(), kernel.Fault(), kernel.Step())
		}
		if simd.Step() > 0 {
			for _, key := range turned(s) {
				delete(missing, key)
			}
		}
		if name, ok := same(state(simd), state(kernel)); !ok {
			t.Errorf("%q: the machines differ in %s", s, name)
		}
		if !equal(shot(simd), shot(kernel)) {
			t.Errorf("%q: the machines' snapshots differ", s)
		}
	}
	for key := range missing {
		t.Errorf("no Spec has %s on", key)
	}
}
