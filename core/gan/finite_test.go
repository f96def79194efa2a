package gan

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/experiment"
	"ganvas/core/experiment/experimenttest"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// wild draws valid Specs whose steps cost little and whose numbers are anything that is allowed: many of them diverge.
var wild = rapid.Custom(func(t *rapid.T) experiment.Spec {
	s := cheap.Draw(t, "cheap")
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if f.Kind != experiment.Number || f.Switch && rapid.IntRange(0, 3).Draw(t, "off") > 0 {
			continue
		}
		x := rapid.Float64Range(f.Min, f.Max).Draw(t, f.Key)
		if f.Log {
			x = f.Max * math.Pow(10, -rapid.Float64Range(0, 5).Draw(t, f.Key))
		}
		_ = f.Set(&s, strconv.FormatFloat(x, 'g', 3, 64))
	}
	_ = experiment.Find("z").Set(&s, strconv.Itoa(rapid.IntRange(1, 100).Draw(t, "z")))
	return experimenttest.Sensible(s)
})

// overflowing are Specs in which what is not finite came without a word: squares that an optimiser remembers, which hold their weights
// still; and samples of weights that are finite.
var overflowing = []string{
	"rows=26&noise=uniform&z=4&g=&g.act=sin&g.init=orthogonal&g.bias=off&g.opt=rmsprop&g.lr=0.117&g.beta2=0.368&g.eps=0.00165&g.schedule=constant&g.ema=0.203&d=2&d.act=linear&d.init=lecun&d.dropout=0.1&d.lr=1.48&d.beta1=0.159&d.beta2=1e-11&d.schedule=constant&loss=ls-centred&r1=100&r2=0.147&gp=3&gp1=3&instance.noise=3&modeseek=100&path=100&ensemble=2&mbd=6&penalty.decay=0.00012&batch=23&steps=1&order=extragradient",
	"data=swissroll&rows=2&noise=sphere&g=18&g.init=orthogonal&g.opt=momentum&g.lr=0.124&g.momentum=0.824&g.final=0.0368&g.updates=3&g.ema=0.487&d=&d.init=normal&d.opt=sgd&d.lr=8.35&d.schedule=constant&d.updates=3&loss=wgan&r1=3&r2=3&gp=100&clip=0.424&instance.noise=0.157&consensus=0.5&ensemble=2&mbd=3&penalty.every=8&batch=13&steps=25",
	"data=line&rows=25&z=23&g=4,6,17&g.act=sigmoid&g.init=xavier&g.bias=off&g.norm=pixel&g.spectral=on&g.opt=adamw&g.lr=0.336&g.beta1=0&g.beta2=1e-15&g.eps=1&g.decay=10&g.schedule=constant&g.updates=2&g.ema=0.0203&d=19,8,4&d.act=sigmoid&d.init=uniform&d.bias=off&d.opt=adagrad&d.lr=10&d.eps=1&d.schedule=exponential&d.final=1&d.updates=3&d.ema=0.317&loss=ns&r1=0&gp=3&clip=3&path=3&consensus=3&ensemble=2&mbstd=on&mbd=21&penalty.every=4&penalty.decay=0.408&batch=9&steps=19",
}

// Nothing is shown that is not finite without a fault that says so; and where a run has stopped, all that it holds and shows is finite, its
// measures too, and it stands where one of just so many steps stands.
func TestWhatIsShownIsFinite(t *testing.T) {
	specs, n := overflowing, 12
	if os.Getenv("GANVAS_SLOW") != "" {
		n = 200
	}
	for i := range n {
		specs = append(specs, wild.Example(i).String())
	}
	stopped := 0
	for _, spec := range specs {
		r := open(t, spec)
		for range 4 {
			train(t, r, 15)
			if s := shot(r); s.Fault == "" && unfinite(s) != "" {
				t.Errorf("%q at step %d shows %s, which is not finite, and says nothing", spec, r.Step(), unfinite(s))
			}
		}
		if r.Fault() != "" {
			stopped++
			standsWell(t, r, spec)
		}
		r.Close()
	}
	if stopped < len(overflowing) {
		t.Errorf("only %d of %d runs stopped", stopped, len(specs))
	}
}

// standsWell checks a run that has stopped.
func standsWell(t *testing.T, r *run.Run, spec string) {
	t.Helper()
	if name := unfinite(shot(r)); name != "" {
		t.Errorf("%q stands at step %d, where %s are not finite: %s", spec, r.Step(), name, r.Fault())
	}
	for name, values := range state(r) {
		if !finite(values) {
			t.Errorf("%q stands at step %d, where %s is not finite: %s", spec, r.Step(), name, r.Fault())
		}
	}
	if samples := samplesOf(t, r, 4096); !finite(samples) {
		t.Errorf("%q stands at step %d, where measures would have samples that are not finite: %s", spec, r.Step(), r.Fault())
	}
	if !strings.Contains(r.Fault(), "stands at step "+strconv.FormatUint(r.Step(), 10)+",") || r.Last() != r.Step() {
		t.Errorf("%q stands at step %d of %d, and says %s", spec, r.Step(), r.Last(), r.Fault())
	}
	want := open(t, spec)
	train(t, want, int(r.Step()))
	if name, ok := same(state(r), state(want)); !ok {
		t.Errorf("%q: %s differs from a run of %d steps", spec, name, r.Step())
	}
}

// unfinite is the first picture of a snapshot that holds a number that is not finite, or nothing. A trajectory has gaps, which are NaN.
func unfinite(s *wire.Snapshot) string {
	for _, a := range s.Arrays {
		if a.Name != probe.Trajectory && !finite(s.Floats(a.Name)) {
			return a.Name
		}
	}
	return ""
}

func finite(values []float32) bool {
	for _, x := range values {
		if !(math.Abs(float64(x)) <= math.MaxFloat32) {
			return false
		}
	}
	return true
}
