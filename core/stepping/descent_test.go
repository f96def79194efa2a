package stepping

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/lesson/tex"
	"ganvas/core/opt"
)

// Adam's step by hand, of the paper's formulas, at its third step.
func TestDescentOfAdam(t *testing.T) {
	const rate, beta1, beta2, eps, w, g, m, v = .01, .5, .9, 1e-8, .25, -.4, .1, .02
	c := Change{Before: w, Gradient: g, Hypers: []float32{rate, beta1, beta2, 0, 0, eps},
		Remembered: []Remembered{{"mean", m}, {"square", v}, {"power1", beta1 * beta1}, {"power2", beta2 * beta2}}}
	nextM, nextV := beta1*m+(1-beta1)*g, beta2*v+(1-beta2)*g*g
	after := w - rate*(nextM/(1-math.Pow(beta1, 3)))/(math.Sqrt(nextV/(1-math.Pow(beta2, 3)))+eps)
	all := Descent(opt.Adam, c)
	want := []struct {
		name  string
		value float64
	}{{`\beta_1^t`, math.Pow(beta1, 3)}, {`\beta_2^t`, math.Pow(beta2, 3)}, {`m_t`, nextM}, {`v_t`, nextV}, {`w_t`, after}}
	if len(all) != len(want) {
		t.Fatalf("%d assignments", len(all))
	}
	for i, x := range want {
		if a := all[i]; a.Name != x.name || math.Abs(a.Value-x.value) > 1e-6 {
			t.Errorf("%s = %g, want %s = %g", a.Name, a.Value, x.name, x.value)
		}
	}
	if got, want := all[2].Symbols, `\beta_1\,m_{t-1} + (1 - \beta_1)\,g`; got != want {
		t.Errorf("the mean is written %s, want %s", got, want)
	}
	if s := all[4].Symbols; !strings.Contains(s, `m_t`) || !strings.Contains(s, `v_t`) || strings.Contains(s, `m_{t-1}`) {
		t.Errorf("the weight is written %s", s)
	}
}

// Every optimiser's update can be set, in symbols and with its numbers, and ends with the weight; clipped weights say so.
func TestEveryDescentIsWritten(t *testing.T) {
	for _, o := range opt.All {
		for _, clip := range []float32{0, .01} {
			c := Change{Before: .25, Gradient: -.4, Clip: clip, Hypers: []float32{.01, .5, .9, .8, .1, 1e-6},
				Remembered: []Remembered{{"mean", .1}, {"square", .02}, {"power1", .5}, {"power2", .9}, {"velocity", .3}, {"step", .01}, {"before", .2}}}
			all := Descent(o, c)
			if len(all) == 0 || all[len(all)-1].Name != `w_t` {
				t.Fatalf("%s: %+v", o.Key, all)
			}
			for _, a := range all {
				for _, text := range []string{a.Name, a.Symbols, a.Numbers} {
					if _, err := tex.MathML(text, true); err != nil || text == "" {
						t.Errorf("%s: %q: %v", o.Key, text, err)
					}
				}
				t.Logf("%s: %s = %s = %s = %g", o.Key, a.Name, a.Symbols, a.Numbers, a.Value)
			}
			if last := all[len(all)-1]; clip > 0 && math.Abs(last.Value) > float64(clip)+1e-9 {
				t.Errorf("%s: clipped to %g the weight is %g", o.Key, clip, last.Value)
			}
		}
	}
	if all := Descent(opt.Adam, Change{}); all != nil {
		t.Errorf("a change without numbers is written: %+v", all)
	}
}
