package diagnosis

import (
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// look trains an experiment and looks at it.
func look(t *testing.T, text string, steps int) Look {
	t.Helper()
	s, err := experiment.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := run.Open(text, run.Options{Families: []run.Family{gan.Family}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Run(steps); err != nil {
		t.Fatal(err)
	}
	l := Look{Spec: s, Measures: r.Measure(), Step: r.Step(), Trace: r.Snapshot(nil, false, true).Trace}
	if s.Rows < 1000 {
		l.Points = s.Rows
	}
	return l
}

// Each failure of the gallery is called by its name, and neither what works nor the cures are called ill.
func TestPresetsAreDiagnosed(t *testing.T) {
	for _, c := range []struct {
		preset string
		steps  int
		want   string
		cured  string // what is still to be said of the cure
	}{
		{"works", 400, "", ""},
		{"collapse", 300, "modes", "-"},
		{"vanishing", 250, "vanished", "-"},
		{"circling", 300, "swings", ""},
		{"dirac", 500, "swings", ""},
		{"clipping", 250, "flat", "-"},
		{"memorising", 150, "points", "-"},
	} {
		t.Run(c.preset, func(t *testing.T) {
			t.Parallel()
			p, _ := experiment.FindPreset(c.preset)
			l := look(t, p.Query, c.steps)
			f, _ := Of(l)
			t.Logf("%q: %s %+v", f.Key, f.Fact, waveOf(l.Trace.Column(probe.LossG)))
			if f.Key != c.want {
				t.Errorf("it is diagnosed as %q (%s), want %q", f.Key, f.Fact, c.want)
			}
			if f.Try != "" {
				if _, err := l.Spec.With(f.Try); err != nil {
					t.Errorf("what to try, %q, cannot be: %v", f.Try, err)
				}
			}
			if c.cured != "-" && p.Cure != "" {
				after, _ := p.Cured()
				if f, ill := Of(look(t, after.String(), c.steps)); ill {
					t.Errorf("cured it is diagnosed as %q: %s", f.Key, f.Fact)
				}
			}
		})
	}
}

// Runs that fail in a way that no preset shows are called by its name.
func TestFailuresAreDiagnosed(t *testing.T) {
	for want, c := range map[string]struct {
		spec  string
		steps int
	}{
		"zero":    {"loss=rp&r1=0&r2=0&g.lr=0.00001&d.lr=0.003&d.updates=8&g=16&d=32,32", 400},
		"weak":    {"loss=ns&r1=0&r2=0&d.lr=0.00001&g=16,16&d=32,32", 200},
		"ignored": {"condition=concat&g.lr=0.00001&g=16&d=32,32", 200},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			l := look(t, c.spec, c.steps)
			f, _ := Of(l)
			if f.Key != want {
				t.Errorf("it is diagnosed as %q (%s)", f.Key, f.Fact)
			}
			if _, err := l.Spec.With(f.Try); err != nil {
				t.Errorf("what to try, %q, cannot be: %v", f.Try, err)
			}
		})
	}
}

// A run that had found its modes and whose G is then let loose loses them, and is told so; before that it is not called ill.
func TestLostModesAreDiagnosed(t *testing.T) {
	r, err := run.Open("loss=ns", run.Options{Families: []run.Family{gan.Family}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	spec := experiment.Default()
	spec.Loss = "ns"
	l := Look{Spec: spec}
	at := func() Finding {
		l.Measures, l.Step, l.Trace = r.Measure(), r.Step(), r.Snapshot([]string{}, false, true).Trace
		f, _ := Of(l)
		if modes, _, _ := l.measure("modes"); int(modes) > l.Most {
			l.Most, l.MostAt = int(modes), l.Step
		}
		return f
	}
	for range 4 {
		if err := r.Run(100); err != nil {
			t.Fatal(err)
		}
		if f := at(); f.Key != "" {
			t.Errorf("at step %d it is diagnosed as %q: %s", l.Step, f.Key, f.Fact)
		}
	}
	for key, value := range map[string]string{"g.lr": "0.05", "d.lr": "0.0001", "g.ema": "0"} {
		if err := r.Set(query.Pair{Key: key, Value: value}); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Run(60); err != nil {
		t.Fatal(err)
	}
	if f := at(); f.Key != "lost" {
		t.Errorf("at step %d, with %d modes once: %q, %s; %+v", l.Step, l.Most, f.Key, f.Fact, l.Measures)
	}
}

// Samples of a generator that has learnt eight points by heart are called copies, once that is measured.
func TestCopiesAreDiagnosed(t *testing.T) {
	p, _ := experiment.FindPreset("memorising")
	r, err := run.Open(p.Query, run.Options{Families: []run.Family{gan.Family}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Run(1200); err != nil {
		t.Fatal(err)
	}
	s, _ := experiment.Parse(p.Query)
	if f, _ := Of(Look{Spec: s, Step: r.Step(), Measures: r.MeasureAll(), Points: s.Rows}); f.Key != "copies" {
		t.Errorf("it is diagnosed as %q: %s", f.Key, f.Fact)
	}
}

// Other healthy runs are not called ill.
func TestHealthyRuns(t *testing.T) {
	for text, steps := range map[string]int{"data=moons": 200, "data=gaussians&seed=3": 200, "data=line": 160, "loss=ns&seed=4": 160, "data=ring8-sharp": 160, "condition=projection": 160, "condition=concat&loss=ns": 160, "loss=hinge": 200, "loss=wgan&gp=0.1&d.updates=3": 200} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			if f, ill := Of(look(t, text, steps)); ill {
				t.Errorf("it is diagnosed as %q: %s", f.Key, f.Fact)
			}
		})
	}
}

// records are a run of steps whose columns stand still at these values.
func records(spec string, steps int, columns map[string]float32, measures ...wire.Measure) Look {
	s, err := experiment.Parse(spec)
	if err != nil {
		panic(err)
	}
	l := Look{Spec: s, Step: uint64(steps), Trace: wire.Trace{Stride: 1}, Measures: measures}
	for key, v := range columns {
		values := make([]float32, steps)
		for i := range values {
			values[i] = v
		}
		l.Trace.Columns = append(l.Trace.Columns, wire.Column{Key: key, Values: values})
	}
	return l
}

// Rules by what they say that they see, and by what is just not that.
func TestRulesByRecord(t *testing.T) {
	ring := func(modes, width, quality float64) []wire.Measure {
		return []wire.Measure{{Key: "modes", Value: modes, Floor: 8}, {Key: "modes_any", Value: modes, Floor: 8}, {Key: "spread", Value: width, Floor: 1}, {Key: "high_quality", Value: quality, Floor: .9889}}
	}
	verdicts := func(real, fake float32) map[string]float32 {
		return map[string]float32{probe.DReal: real, probe.DFake: fake, probe.LossD: .5, probe.LossG: .7, probe.Penalty: .01}
	}
	exploding := verdicts(.5, .5)
	exploding[probe.Penalty] = 40
	for _, c := range []struct {
		name, want string
		Look
	}{
		{"an exploding penalty", "penalty", records("", 200, exploding, ring(8, 1, .95)...)},
		{"D sure of all", "strong", records("loss=ns", 200, verdicts(.97, .02), ring(3, 1, .5)...)},
		{"D sure of all, too early to say", "", records("loss=ns", 100, verdicts(.97, .02), ring(3, 1, .5)...)},
		{"a relativistic D sure of all, which is no probability", "", records("", 200, verdicts(.97, .02), ring(6, 1, .5)...)},
		{"minimax", "vanished", records("loss=mm", 200, verdicts(.97, .02), ring(3, 1, .5)...)},
		{"D at ½ with half of the modes missing", "flat", records("loss=ns", 200, verdicts(.5, .5), ring(3, 1, .5)...)},
		{"D at ½ with all there", "", records("loss=ns", 200, verdicts(.5, .5), ring(8, 1, .97)...)},
		{"two modes", "modes", records("loss=ns", 200, verdicts(.6, .4), ring(2, 1, .5)...)},
		{"narrow modes", "narrow", records("", 200, verdicts(.5, .5), ring(8, .4, .99)...)},
		{"D’s loss at 0", "zero", records("loss=hinge", 200, map[string]float32{probe.LossD: .001, probe.LossG: 3, probe.DReal: .9, probe.DFake: .1}, ring(6, 1, .5)...)},
		{"a critic’s loss at 0, which is its best guess of a distance", "", records("loss=wgan", 200, map[string]float32{probe.LossD: .001, probe.DReal: .6, probe.DFake: .4}, ring(8, 1, .9)...)},
		{"D fooled", "weak", records("loss=ns", 200, verdicts(.4, .6), ring(6, 1, .5)...)},
		{"D fooled by less than it swings", "", records("loss=ns", 200, verdicts(.48, .52), ring(6, 1, .5)...)},
		{"copies", "copies", records("", 200, verdicts(.5, .5), append(ring(8, 1, .97), wire.Measure{Key: "memorisation", Value: .97, Floor: .5})...)},
		{"no copies", "", records("", 200, verdicts(.5, .5), append(ring(8, 1, .97), wire.Measure{Key: "memorisation", Value: .6, Floor: .5})...)},
		{"modes lost", "lost", Look{Spec: experiment.Default(), Step: 900, Most: 8, MostAt: 400, Measures: ring(4, 1, .9)}},
		{"a mode lost for a moment", "", Look{Spec: experiment.Default(), Step: 900, Most: 8, MostAt: 400, Measures: ring(7, 1, .97)}},
		{"classes ignored", "ignored", records("condition=concat", 200, verdicts(.6, .4), append(ring(8, 1, .97), wire.Measure{Key: "label_accuracy", Value: .14, Floor: .999})...)},
		{"classes heard", "", records("condition=concat", 200, verdicts(.6, .4), append(ring(8, 1, .97), wire.Measure{Key: "label_accuracy", Value: .98, Floor: .999})...)},
		{"nothing known", "", Look{Spec: experiment.Default(), Step: 500}},
	} {
		if f, _ := Of(c.Look); f.Key != c.want {
			t.Errorf("%s is diagnosed as %q: %s", c.name, f.Key, f.Fact)
		} else if _, err := c.Spec.With(f.Try); err != nil {
			t.Errorf("%s: what to try, %q, cannot be: %v", c.name, f.Try, err)
		}
	}
}
