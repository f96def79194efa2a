package control

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/lesson/tex"
	"ganvas/core/loss"
	"ganvas/core/opt"
	"ganvas/core/penalty"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/stepping"
)

// Every phase of every game, penalty, regulariser and optimiser says something, and its formulas can be set.
func TestEveryPhaseIsTold(t *testing.T) {
	specs := []string{
		"", "order=simultaneous", "order=extragradient", "d.updates=9&g.updates=2", "pac=2&loss=ns", "ensemble=3&loss=ls", "condition=concat", "data=dirac", "data=line&z=1", "data=mixture1",
		"consensus=0.1", "smooth=0.1&loss=ns", "g.norm=batch&d.norm=layer", "unroll=1&loss=ns", "z=6", "noise=uniform", "data=digits&g=8&d=8",
	}
	for _, g := range loss.All {
		specs = append(specs, "loss="+g.Key)
	}
	for _, p := range penalty.All {
		specs = append(specs, p.Key+"=0.3&loss=wgan")
	}
	for _, p := range penalty.OfGenerator {
		specs = append(specs, p.Key+"=0.3")
	}
	for _, o := range opt.All {
		specs = append(specs, "g.opt="+o.Key+"&d.opt="+o.Key)
	}
	for _, text := range specs {
		t.Run(text, func(t *testing.T) {
			if !strings.HasPrefix(text, "data=d") {
				text = "g=8&d=8&batch=16&rows=64&" + text
			}
			r, err := gan.Open(text, run.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			if err := r.Run(3); err != nil {
				t.Fatal(err)
			}
			spec, _ := experiment.Parse(text)
			step, err := stepping.Decode(r.Snapshot([]string{probe.Stepping}, false, false).Floats(probe.Stepping))
			if err != nil {
				t.Fatal(err)
			}
			phases := step.Phases()
			if len(phases) < 10 {
				t.Errorf("%d phases", len(phases))
			}
			for _, p := range phases {
				for _, pair := range []int{0, step.Moves[0].Rows() - 1} {
					told := SteppingOf(spec, step, p, pair)
					if told.Short == "" || told.Title == "" || len(told.Says) < 20 || len(told.Numbers) == 0 || told.Lit == 0 {
						t.Errorf("phase %v says %+v", p, told)
					}
					for _, f := range told.Formulas {
						if _, err := tex.MathML(f, true); err != nil {
							t.Errorf("phase %v: %v", p, err)
						}
					}
					for _, n := range told.Numbers {
						if strings.Contains(n[1], "NaN") {
							t.Errorf("phase %v: %s is %s", p, n[0], n[1])
						}
					}
				}
			}
			if text == "g=8&d=8&batch=16&rows=64&" {
				for _, p := range phases {
					told := SteppingOf(spec, step, p, 0)
					t.Logf("%s | %s\n%s\n%v", told.Title, told.Says, strings.Join(told.Formulas, "\n"), told.Numbers)
				}
			}
		})
	}
}

// The way that an arrow points is told by its octant.
func TestWayText(t *testing.T) {
	for _, c := range []struct {
		x, y float32
		want string
	}{{1, 0, "right"}, {1, 1, "up and right"}, {0, 1, "up"}, {-1, 1, "up and left"}, {-1, 0, "left"}, {-1, -1, "down and left"}, {0, -1, "down"}, {1, -1, "down and right"}, {0, 0, "nowhere"}} {
		if got := wayText([]float32{c.x, c.y}); got != c.want {
			t.Errorf("(%g, %g) is %q, want %q", c.x, c.y, got, c.want)
		}
	}
}
