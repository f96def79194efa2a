package lesson

import (
	"errors"
	"math"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

func TestExpressions(t *testing.T) {
	of := func(name string) float64 {
		if x, ok := map[string]float64{"x": 3, "a.y_2": 0.5}[name]; ok {
			return x
		}
		return math.NaN()
	}
	for text, want := range map[string]float64{
		"1":                  1,
		".5":                 .5,
		"1e3":                1000,
		"x":                  3,
		"1 + 2*x":            7,
		"(1+2)*x":            9,
		"1 - 2 - 3":          -4,
		"8/4/2":              1,
		"-x":                 -3,
		"--x":                3,
		"2*-x":               -6,
		"log(x)":             math.Log(3),
		"sqrt(abs(-4*4))":    4,
		"2*log(2) - 2*a.y_2": 2*math.Ln2 - 1,
		"-2/3*log(2/5)":      -2. / 3 * math.Log(.4),
	} {
		e, err := ParseExpression(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := e.Value(of); math.Abs(got-want) > 1e-15*math.Abs(want) {
			t.Errorf("%q is %g, want %g", text, got, want)
		}
	}
	e, err := ParseExpression("unknown + x + x")
	if err != nil || !math.IsNaN(e.Value(of)) || len(e.Names()) != 2 {
		t.Errorf("an unknown name gives %g, %v, %v", e.Value(of), e.Names(), err)
	}
}

func TestBadExpressionsAreExplained(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "the end where a number, a name or a bracket should be",
		"1 +":                          "the end where",
		"(1":                           "a closing bracket",
		"1)":                           `")" where an operator`,
		"1 2":                          `"2" where an operator`,
		"log 2":                        "an opening bracket",
		"1.2.3":                        "a number",
		"0x1p2":                        "a number",
		"a $ b":                        `"$" where an operator`,
		strings.Repeat("(", 100):       "less deeply nested",
		strings.Repeat("-", 100) + "1": "less deeply nested",
	} {
		if _, err := ParseExpression(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: got %v, want %q", text, err, want)
		}
	}
}

func TestGoals(t *testing.T) {
	of := func(name string) float64 {
		if name == "modes" {
			return 8
		}
		return math.NaN()
	}
	for text, want := range map[string]bool{
		"modes >= 8":                true,
		"modes > 8":                 false,
		"modes<=8":                  true,
		"modes < 8.5 and modes > 7": true,
		"modes < 8.5 and modes > 8": false,
		"modes within 1 of 9":       true,
		"modes within .5 of 9":      false,
		"js < 1":                    false, // not known
		"js >= 1":                   false,
		"modes within 1 of js":      false,
	} {
		g, err := ParseGoal(text, nil)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if g.Holds(of) != want {
			t.Errorf("%q holds: %v", text, !want)
		}
		again, err := ParseGoal(g.String(), nil)
		if err != nil || again.String() != g.String() || again.Holds(of) != want {
			t.Errorf("%q prints as %q, which reads as %q, %v", text, g, again, err)
		}
	}
	for text, want := range map[string]string{
		"modes":           "compares nothing",
		"modes within 2":  "without \"of\"",
		"a and modes > 1": "compares nothing",
		"fid < 1":         "\"fid\", which cannot be measured",
	} {
		if _, err := ParseGoal(text, func(n string) bool { return n == "modes" }); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	if (Goal{}).Holds(of) {
		t.Error("no goal is reached")
	}
}

func TestReading(t *testing.T) {
	s := &wire.Snapshot{
		Step: 200,
		Arrays: []wire.Array{wire.Floats(probe.Descent, []float32{3, 4, 0, 1}, 2, 2), wire.Floats(probe.Samples, []float32{1, 2, 3, 6}, 2, 2),
			wire.Floats(probe.Trajectory, []float32{9, 9, -3, 4}, 2, 2)},
		Trace: wire.Trace{Stride: 40, Columns: []wire.Column{
			{Key: probe.LossD, Values: []float32{9, 9, 9, 1, 3}}, {Key: probe.LossG, Values: []float32{0, 0, 0, 2, 4}},
			{Key: probe.DReal, Values: []float32{0, 0, 0, .5, .7}}, {Key: probe.DFake, Values: []float32{0, 0, 0, .1, .3}},
			{Key: probe.Loss, Values: []float32{0, 0, 0, 4, 6}}, {Key: probe.Divergence, Values: []float32{0, 0, 0, 0, 1}}, {Key: probe.Returns, Values: []float32{9, 9, 9, .25, .75}},
		}},
		Measures: []wire.Measure{{Key: "js", Value: .25}},
	}
	of := Reading(s)
	// 100 steps are two points of 40.
	for name, want := range map[string]float64{"step": 200, "loss_d": 2, "loss_g": 3, "d_real": .6, "d_fake": .2, "gradient": 3, "js": .25,
		"loss": 5, "divergence": .5, "returns": .5, "radius": 5, "centre_x": 2, "centre_y": 4} {
		if got := of(name); math.Abs(got-want) > 1e-7 {
			t.Errorf("%s is %g, want %g", name, got, want)
		}
	}
	for _, q := range Quantities {
		if !IsQuantity(q.Key) || math.IsNaN(of(q.Key)) {
			t.Errorf("%s is in the catalogue and not read", q.Key)
		}
	}
	empty := Reading(&wire.Snapshot{})
	for _, name := range []string{"loss_d", "gradient", "radius", "centre_x", "js", "nothing"} {
		if got := empty(name); !math.IsNaN(got) {
			t.Errorf("%s of an empty snapshot is %g", name, got)
		}
	}
}

func TestSetups(t *testing.T) {
	var s Setup
	for _, c := range [][2]string{{"show", "real, arrows"}, {"pace", "25"}, {"point", "plane, beta, measure js"}} {
		if err := s.Set(c[0], c[1]); err != nil {
			t.Errorf("%v: %v", c, err)
		}
	}
	if strings.Join(s.Show, "+") != "real+arrows" || s.Pace != "25" || len(s.Point) != 3 {
		t.Errorf("got %+v", s)
	}
	for _, c := range [][3]string{
		{"show", "real, blobs", "manifold"}, {"pace", "fast", "from 1 to 1000"}, {"pace", "0", "paused"}, {"point", "nowhere", "plane"},
		{"point", "measure ", "plane"}, {"speed", "1", "run, show, pace, point and open"}, {"open", "door", "laboratory"},
	} {
		var f *experiment.FieldError
		if err := s.Set(c[0], c[1]); !errors.As(err, &f) || f.Field != c[0] || !strings.Contains(f.Allowed, c[2]) {
			t.Errorf("%v: got %v", c, err)
		}
	}
}

func FuzzParseGoal(f *testing.F) {
	for _, text := range []string{"modes >= 8", "a.b within 0.1 of 2*log(2) - 2*js and x<1", "((", "1 < 2 < 3", "-\xff"} {
		f.Add(text)
	}
	of := func(string) float64 { return 1 }
	f.Fuzz(func(t *testing.T, text string) {
		g, err := ParseGoal(text, nil)
		if err != nil {
			return
		}
		again, err := ParseGoal(g.String(), nil)
		if err != nil || again.String() != g.String() || again.Holds(of) != g.Holds(of) {
			t.Fatalf("%q prints as %q, which reads as %q, %v", text, g, again, err)
		}
	})
}
