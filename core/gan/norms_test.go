package gan

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/probe"
)

// The norms are those of the step that comes: plain gradient descent goes by the rate times the gradient, so that the length of its way over the rate is
// the gradient's norm; and looking changes no bit.
func TestNorms(t *testing.T) {
	for _, spec := range []string{
		"order=simultaneous&loss=mm",
		"order=simultaneous&loss=ns&r1=1&gp=2&g.norm=layer",
		"order=simultaneous&loss=wgan&consensus=.5",
		"order=simultaneous&data=normal1&loss=ls&d.dropout=.3",
	} {
		const rate = 1. / 64
		r := open(t, small+spec+"&g.opt=sgd&d.opt=sgd&g.lr=0.015625&d.lr=0.015625&g.schedule=constant&d.schedule=constant&seed=5")
		blind := open(t, r.Script().Spec)
		train(t, r, 20)
		train(t, blind, 20)
		if s := r.Snapshot([]string{probe.Norms}, false, false); len(s.Measures) != 0 {
			t.Errorf("%s: where no measures are wanted there are %v", spec, s.Measures)
		}
		s := r.Snapshot([]string{probe.Norms}, false, true)
		got := map[string]float64{}
		for _, m := range s.Measures {
			if m.Step != 20 || !math.IsNaN(m.Floor) {
				t.Errorf("%s: %+v", spec, m)
			}
			got[m.Key] = m.Value
		}
		before := state(r)
		train(t, r, 1)
		after := state(r)
		for _, player := range []string{"d", "g"} {
			var way, size float64
			for name, was := range before {
				if strings.HasPrefix(name, player+"/") {
					for i, x := range was {
						d := (float64(after[name][i]) - float64(x)) / rate
						way, size = way+d*d, size+float64(x)*float64(x)
					}
				}
			}
			for key, want := range map[string]float64{"gradient." + player: math.Sqrt(way), "weights." + player: math.Sqrt(size)} {
				if math.Abs(got[key]/want-1) > 1e-3 {
					t.Errorf("%s: %s is %g, want %g", spec, key, got[key], want)
				}
			}
		}
		train(t, blind, 1)
		if name, ok := same(state(blind), after); !ok {
			t.Errorf("%s: looking changes %s", spec, name)
		}
	}
}

// What is not asked for is not in the program.
func TestNormsCostNothingUnasked(t *testing.T) {
	r := open(t, small)
	has := func() bool {
		return slices.ContainsFunc(r.Model().Procedures, func(p graph.Procedure) bool { return p.Name == normsProcedure })
	}
	if has() {
		t.Error("the procedure is there before anybody has asked")
	}
	r.Snapshot([]string{probe.Norms}, false, true)
	if !has() {
		t.Error("the procedure is not there")
	}
}
