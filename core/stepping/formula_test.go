package stepping

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/lesson/tex"
	"ganvas/core/loss"
	"ganvas/core/penalty"
)

func softplus(a float64) float64 { return math.Log1p(math.Exp(a)) }

func square(a float64) float64 { return a * a }

// losses are what papers say of one pair of logits, real before generated, D's and then G's, by the game's key: see core/loss.
var losses = map[string][2]func(r, f float64) float64{
	"rp":         {func(r, f float64) float64 { return softplus(f - r) }, func(r, f float64) float64 { return softplus(r - f) }},
	"ns":         {func(r, f float64) float64 { return softplus(-r) + softplus(f) }, func(_, f float64) float64 { return softplus(-f) }},
	"mm":         {func(r, f float64) float64 { return softplus(-r) + softplus(f) }, func(_, f float64) float64 { return -softplus(f) }},
	"ls":         {func(r, f float64) float64 { return (square(r-1) + square(f)) / 2 }, func(_, f float64) float64 { return square(f-1) / 2 }},
	"ls-chi2":    {func(r, f float64) float64 { return (square(r-1) + square(f+1)) / 2 }, func(_, f float64) float64 { return square(f) / 2 }},
	"ls-centred": {func(r, f float64) float64 { return (square(r-1) + square(f+1)) / 2 }, func(_, f float64) float64 { return square(f-1) / 2 }},
	"hinge":      {func(r, f float64) float64 { return math.Max(0, 1-r) + math.Max(0, 1+f) }, func(_, f float64) float64 { return -f }},
	"wgan":       {func(r, f float64) float64 { return f - r }, func(_, f float64) float64 { return -f }},
	"ml":         {func(r, f float64) float64 { return softplus(-r) + softplus(f) }, func(_, f float64) float64 { return -math.Exp(f) }},
}

// penalties are what papers say of the length of a slope.
var penalties = map[string]func(length float64) float64{
	"r1": func(l float64) float64 { return l * l / 2 }, "r2": func(l float64) float64 { return l * l / 2 },
	"gp": func(l float64) float64 { return square(l - 1) }, "gp1": func(l float64) float64 { return square(math.Max(0, l-1)) },
}

var pairs = []Pair{{.53, -.21}, {-1.7, .4}, {2.5, 2.5}, {-.3, -2.2}, {0, 0}}

// readable reports a formula that cannot be set.
func readable(t *testing.T, what, formula string) {
	t.Helper()
	if _, err := tex.MathML(formula, true); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	for _, bad := range []string{"NaN", "--", "+ -", "(("} {
		if strings.Contains(formula, bad) {
			t.Errorf("%s is written %q", what, formula)
		}
	}
}

// Every game of the catalogue is written, comes to what its paper says, and has the slopes that differences find.
func TestEveryLossIsWrittenAndTrue(t *testing.T) {
	for _, g := range loss.All {
		want, known := losses[g.Key]
		if !known {
			t.Errorf("%s has no formula in this test", g.Key)
			continue
		}
		for player, name := range []string{"D", "G"} {
			for _, at := range pairs {
				f := Loss(g, 0, player, at)
				what := g.Key + "'s loss of " + name
				if w := want[player](at.Real, at.Made); math.Abs(f.Value-w) > 1e-9*math.Max(1, math.Abs(w)) {
					t.Errorf("%s at %v is %.12g, want %.12g", what, at, f.Value, w)
				}
				sum := 0.0
				for _, x := range f.Terms {
					sum += x
				}
				if math.Abs(sum-f.Value) > 1e-9 {
					t.Errorf("%s at %v: the terms %v do not come to %g", what, at, f.Terms, f.Value)
				}
				readable(t, what, f.Symbols)
				readable(t, what, f.Numbers)
				if f.Verdicts != "" {
					readable(t, what, f.Verdicts)
				}
				for sort := range 2 {
					slope := LossSlope(g, 0, player, sort, at)
					const h = 1e-5
					moved := func(by float64) float64 {
						x := [2]float64{at.Real, at.Made}
						x[sort] += by
						return want[player](x[0], x[1])
					}
					if w := (moved(h) - moved(-h)) / (2 * h); math.Abs(slope.Value-w) > 1e-6 {
						t.Errorf("%s at %v: slope %d is %g, want %g", what, at, sort, slope.Value, w)
					}
					readable(t, what+", its slope", slope.Symbols)
				}
			}
		}
	}
}

// A smoothed label is written with its share, and moves the loss as Salimans et al. say: (1-s)sp(-a) + s sp(a) on real samples.
func TestSmoothedLoss(t *testing.T) {
	at := Pair{.7, -.4}
	f := Loss(loss.NonSaturating, .1, D, at)
	if want := .9*softplus(-.7) + .1*softplus(.7) + softplus(-.4); math.Abs(f.Value-want) > 1e-9 {
		t.Errorf("the smoothed loss is %g, want %g", f.Value, want)
	}
	if !strings.Contains(f.Symbols, "s") {
		t.Errorf("it is written %q", f.Symbols)
	}
	readable(t, "the smoothed loss", f.Numbers)
}

// Every penalty of the catalogue is written and comes to what its paper says.
func TestEveryPenaltyIsWrittenAndTrue(t *testing.T) {
	for _, p := range penalty.All {
		want, known := penalties[p.Key]
		if !known {
			t.Errorf("%s has no formula in this test", p.Key)
			continue
		}
		for _, slope := range [][]float64{{.3, -.4}, {1.2, .5}, {0, 0}, {-3, 4}} {
			f := Penalty(p, slope)
			if w := want(math.Hypot(slope[0], slope[1])); math.Abs(f.Value-w) > 1e-5*math.Max(1, w) { // the root has a guard of 1e-12
				t.Errorf("%s at %v is %g, want %g", p.Key, slope, f.Value, w)
			}
			readable(t, p.Key, f.Symbols)
			readable(t, p.Key, f.Numbers)
		}
	}
	for _, p := range penalty.OfGenerator {
		if s, ok := Regulariser(p.Key); !ok {
			t.Errorf("%s has no formula", p.Key)
		} else {
			readable(t, p.Key, s)
		}
	}
}

// Formulas look as people write them.
func TestFormulasAsPeopleWriteThem(t *testing.T) {
	loss1 := func(key string, player int) Formula {
		g, _ := loss.Find(key)
		return Loss(g, 0, player, Pair{.53, -.21})
	}
	slope := func(key string, player, sort int) string {
		g, _ := loss.Find(key)
		return LossSlope(g, 0, player, sort, Pair{.53, -.21}).Symbols
	}
	pen := func(i int) string { return Penalty(penalty.All[i], []float64{.3, .4}).Symbols }
	reg := func(key string) string { s, _ := Regulariser(key); return s }
	for _, c := range [][2]string{
		{loss1("ns", D).Symbols, `\log(1 + e^{-a(x)}) + \log(1 + e^{a(G(z))})`},
		{loss1("ns", D).Verdicts, `-\log D(x) - \log(1 - D(G(z)))`},
		{loss1("ns", D).Numbers, `\log(1 + e^{-0.530}) + \log(1 + e^{-0.210})`},
		{loss1("mm", G).Verdicts, `\log(1 - D(G(z)))`},
		{loss1("rp", D).Symbols, `\log(1 + e^{-(a(x) - a(G(z)))})`},
		{loss1("rp", D).Numbers, `\log(1 + e^{-0.740})`},
		{loss1("wgan", D).Symbols, `a(G(z)) - a(x)`},
		{loss1("ls", D).Symbols, `\tfrac12 (a(x) - 1)^2 + \tfrac12 a(G(z))^2`},
		{loss1("hinge", D).Symbols, `\max(0, 1 - a(x)) + \max(0, 1 + a(G(z)))`},
		{loss1("ml", G).Symbols, `-e^{a(G(z))}`},
		{slope("ns", D, Real), `-\sigma(-a(x))`},
		{slope("ns", D, Made), `\sigma(a(G(z)))`},
		{slope("ls", D, Real), `a(x) - 1`},
		{slope("wgan", G, Made), `-1`},
		{pen(0), `\tfrac12 \|\nabla a(x)\|^2`},
		{pen(1), `\tfrac12 \|\nabla a(G(z))\|^2`},
		{pen(2), `(\|\nabla a(\hat x)\| - 1)^2`},
		{pen(3), `\max(0, \|\nabla a(\hat x)\| - 1)^2`},
		{reg("path"), `(\ell - \bar \ell)^2`},
		{reg("consensus"), `\tfrac12 (\|\nabla L_D\|^2 + \|\nabla L_G\|^2)`},
	} {
		if c[0] != c[1] {
			t.Errorf("written %q, want %q", c[0], c[1])
		}
	}
	t.Log(reg("modeseek"), loss1("ls", D).Numbers, pen(3), slope("hinge", D, Real))
}

// No number is a minus zero.
func TestNumberTeX(t *testing.T) {
	for v, want := range map[float64]string{math.Copysign(0, -1): "0.000", -.25: "-0.250", 12345: `1.23 \cdot 10^{4}`, .0004: `4.00 \cdot 10^{-4}`} {
		if got := NumberTeX(v); got != want {
			t.Errorf("%g is written %q, want %q", v, got, want)
		}
	}
}
