package train

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/plan"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// open starts an experiment on the fast machine.
func open(t testing.TB, spec string) *Trainer {
	t.Helper()
	return openOn(t, spec, native.New)
}

func openOn(t testing.TB, spec string, machine func(*plan.Program) (plan.Machine, error)) *Trainer {
	t.Helper()
	s, err := experiment.Parse(spec)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := New(s, Options{Machine: machine})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tr.Close)
	return tr
}

func run(t testing.TB, tr *Trainer, n int) {
	t.Helper()
	if err := tr.Run(n); err != nil {
		t.Fatal(err)
	}
}

// small makes a step cheap, for tests that are not about quality.
const small = "g=8&d=8&batch=16&rows=64&"

// state is every variable of a run by name.
func state(tr *Trainer) map[string][]float32 {
	s, all := map[string][]float32{}, tr.slots.save(image{})
	for _, scope := range tr.b.scopes() {
		for _, v := range scope.Variables() {
			if values := all.slot(v.Name); values != nil {
				s[v.Name] = values
			}
		}
	}
	if f := tr.slots.read("data"); f != nil {
		s["data"] = f
	}
	return s
}

// same says whether two states have the same bits, and names the first variable that has not.
func same(a, b map[string][]float32) (string, bool) {
	if len(a) != len(b) {
		return "the number of variables", false
	}
	for name := range a {
		if !sameBits(a[name], b[name]) {
			return name, false
		}
	}
	return "", true
}

func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

func TestStateDoesNotDependOnChunks(t *testing.T) {
	want, got := open(t, small), open(t, small)
	run(t, want, 1500)
	for done, n := 0, 1; done < 1500; n = n*3%311 + 1 {
		n := min(n, 1500-done)
		run(t, got, n)
		if n%5 == 0 {
			got.Snapshot()
			got.Measure()
		}
		done += n
	}
	// What measures draw is counted, and read by nothing else.
	a, b := state(want), state(got)
	delete(a, "run/count.sample")
	delete(b, "run/count.sample")
	if name, ok := same(a, b); !ok {
		t.Errorf("%s depends on how many steps are run at a time", name)
	}
	if s, r := want.Snapshot(), got.Snapshot(); !equal(s, r) {
		t.Error("the snapshot depends on how many steps are run at a time")
	}
}

// equal compares snapshots by their bytes, without measures.
func equal(a, b *wire.Snapshot) bool {
	x, y := *a, *b
	x.Measures, y.Measures = nil, nil
	return slices.Equal(x.Encode(nil), y.Encode(nil))
}

func TestTheSameSpecGivesTheSameBitsOnBothMachines(t *testing.T) {
	for _, spec := range []string{
		"",
		"seed=4000000000&loss=wgan&gp=0.1&r1=0&r2=0&g.opt=rmsprop&d.opt=momentum&noise=uniform&z=1",
		"loss=ls&gp1=1&g.opt=adamw&d.opt=adagrad&g.act=tanh&d.act=silu&order=simultaneous&g.init=orthogonal&batch=37&z=5&d.ema=0.9",
		"loss=hinge&g=17:sin,5&d=9:elu,33:softplus&d.opt=nesterov&g.opt=sgd&g.schedule=linear&d.schedule=exponential&d.updates=3&data=spiral",
		"g.norm=batch&d.norm=batch&r1=0&r2=0&loss=ns&g.residual=on&d.spectral=on&mbstd=on&pac=2&batch=22&noise=mixture&z=3",
		"g.norm=layer&d.norm=pixel&g.spectral=on&d.residual=on&ensemble=3&noise=sphere&gp=0.3&g.opt=adadelta&g.eps=0.01&g.lr=1",
		"mbd=5&mbstd=on&ensemble=2&pac=3&batch=33&d.spectral=on&loss=hinge&gp1=1&noise=sphere&z=3&d=19,19,19&d.norm=layer&d.residual=on",
	} {
		simd, kernel := openOn(t, spec, native.New), openOn(t, spec, nil)
		run(t, simd, 40)
		run(t, kernel, 40)
		if simd.Fault() != "" {
			t.Fatalf("%q: %s", spec, simd.Fault())
		}
		if name, ok := same(state(simd), state(kernel)); !ok {
			t.Errorf("%q: the machines differ in %s", spec, name)
		}
		if !equal(simd.Snapshot(), kernel.Snapshot()) {
			t.Errorf("%q: the machines' snapshots differ", spec)
		}
	}
}

func TestSeedsDiffer(t *testing.T) {
	a, b, c := open(t, small+"seed=1"), open(t, small+"seed=2"), open(t, small+"seed=65537")
	for _, name := range []string{"g/0/weight", "data"} {
		if sameBits(a.slots.read(name), b.slots.read(name)) || sameBits(a.slots.read(name), c.slots.read(name)) {
			t.Errorf("%s is the same for two seeds", name)
		}
	}
	run(t, a, 1)
	run(t, b, 1)
	if sameBits(a.slots.read("run/figures.g"), b.slots.read("run/figures.g")) {
		t.Error("two seeds have the same first loss")
	}
}

func TestResetGoesBackToTheStart(t *testing.T) {
	tr := open(t, small)
	want, first := state(tr), tr.Snapshot()
	run(t, tr, 300)
	if equal(tr.Snapshot(), first) {
		t.Error("300 steps changed nothing")
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if name, ok := same(want, state(tr)); !ok || tr.Step() != 0 || !equal(tr.Snapshot(), first) {
		t.Errorf("after a reset %s differs, step %d", name, tr.Step())
	}
}

// Every choice of every field starts, and trains two steps to finite figures.
func TestEveryChoiceTrains(t *testing.T) {
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		for _, c := range f.Choices {
			if c.Key == experiment.OwnData || f.Kind == experiment.List {
				continue
			}
			s, err := experiment.Parse(small)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Set(&s, c.Key); err != nil {
				t.Fatal(err)
			}
			if f.Key == "d.norm" {
				s.R1, s.R2 = 0, 0 // which batch normalisation cannot have
			}
			if c.Key == "constant" {
				s.Data = "dirac" // without noise there is one point, which is enough there
			}
			tr, err := New(s, Options{})
			if err != nil {
				t.Errorf("%s=%s: %v", f.Key, c.Key, err)
				continue
			}
			run(t, tr, 2)
			if tr.Fault() != "" || tr.Step() != 2 {
				t.Errorf("%s=%s: step %d, %s", f.Key, c.Key, tr.Step(), tr.Fault())
			}
			tr.Close()
		}
	}
}

// The least and the largest networks, minibatches and latents build.
func TestExtremesTrain(t *testing.T) {
	for _, spec := range []string{"g=&d=&z=1&batch=1&rows=1", "g=1&d=1&z=256&batch=3&rows=2", "g=512&d=512&batch=2048&rows=131072&g.updates=2"} {
		tr := open(t, spec)
		run(t, tr, 2)
		if s := tr.Snapshot(); tr.Fault() != "" || s.Fault != "" || len(s.Generated) != 2*photoPoints {
			t.Errorf("%q: %s %s", spec, tr.Fault(), s.Fault)
		}
	}
}

// The widest experiments that Check lets through stay within what a page may ask of a visitor, a
// sixteenth of the 4 GiB that WebAssembly has.
func TestMemoryIsBounded(t *testing.T) {
	const most = 1 << 26 // float32s, 256 MiB
	for _, spec := range []string{
		"batch=256&g=512,512,512,512,512,512,512,512&d=512,512,512,512,512,512,512,512&r1=1&r2=1&gp=1&gp1=1",
		"batch=4096&g=256&d=256&gp=1&z=256&rows=131072",
		"batch=512&g=1&d=512,512,512,512,512,512,512&gp=1&gp1=1",
		"batch=256&g=512,512,512,512,512,512,512,512&d=512,512,512,512,512,512,512,512&r1=0&r2=0&g.norm=batch&d.norm=batch&g.residual=on&d.residual=on&d.spectral=on",
		"batch=256&g=512,512,512,512,512,512,512,512&d=512,512,512,512,512,512,512,512&r1=1&r2=1&gp=1&gp1=1&g.norm=layer&d.norm=layer&d.residual=on&d.spectral=on&d.act=elu&g.act=elu",
		"batch=128&mbd=8&ensemble=4&r1=1&r2=1&gp=1&gp1=1&mbstd=on",
		"batch=512&mbd=2&r1=1&r2=1&gp=1&gp1=1",
		"batch=128&order=extragradient&g=512,512,512,512,512,512,512,512&d=512,512,512,512,512,512,512,512&r1=1&r2=1&gp=1&gp1=1&g.norm=layer&d.norm=layer&d.residual=on&d.spectral=on&d.act=elu&g.act=elu&g.dropout=0.5&d.dropout=0.5",
		"batch=64&consensus=1&g=256,256,256,256,256,256,256,256&d=512,512,512&r1=1&r2=1&gp=1&gp1=1&g.norm=layer&d.norm=layer&d.residual=on&d.spectral=on&d.act=elu&g.act=elu&g.dropout=0.5&d.dropout=0.5",
		"batch=64&unroll=10&d=120,120,120,120&g=1&r1=1&r2=1&gp=1&gp1=1&d.norm=layer&d.act=elu&d.dropout=0.5&d.residual=on",
		"batch=512&unroll=5&d=150,150,150,150&g=1&r1=0&r2=0&d.norm=layer&d.act=elu&d.dropout=0.5&d.residual=on",
		"batch=512&modeseek=1&path=1&instance.noise=1&condition=concat&data=grid25&g=512,512,512,512&d=512,512,512,512&r1=1&gp=1&gp1=1&g.norm=layer&g.act=elu&d.norm=layer&d.act=elu",
	} {
		s, err := experiment.Parse(spec)
		if err != nil {
			t.Fatal(err)
		}
		source, _ := sourceOf(s, nil)
		tr := &Trainer{spec: s, source: source, opts: Options{Machine: func(p *plan.Program) (plan.Machine, error) {
			if p.Size > most {
				t.Errorf("%q wants %d MiB", spec, p.Size>>18)
			}
			t.Logf("%q wants %d MiB", spec, p.Size>>18)
			return nil, errors.New("not to be run")
		}}}
		if err := tr.compile(); err == nil || !strings.Contains(err.Error(), "not to be run") {
			t.Errorf("%q: %v", spec, err)
		}
	}
}

func TestOwnPoints(t *testing.T) {
	s, _ := experiment.Parse("data=csv&rows=100&g=8&d=8&batch=16")
	tr, err := New(s, Options{CSV: []byte("x,y\n100,-5\n104,-3\n96,-7\n")})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	run(t, tr, 5)
	snap := tr.Snapshot()
	for i := 0; i < len(snap.Real); i += 2 {
		if x, y := snap.Real[i], snap.Real[i+1]; !slices.Contains([]float32{100, 104, 96}, x) || y != (x-110)/2 {
			t.Fatalf("a real point is (%g, %g)", x, y)
		}
	}
	for _, csv := range []string{"", "x,y\n1,2\n", "a,b\nc,d\n"} {
		_, err := New(s, Options{CSV: []byte(csv)})
		var f *experiment.FieldError
		if !errors.As(err, &f) || f.Field != "data" {
			t.Errorf("%q: got %v, want a FieldError of data", csv, err)
		}
	}
}

func TestBadSpecsAreRefused(t *testing.T) {
	s := experiment.Default()
	s.Batch = 0
	_, err := New(s, Options{})
	var f *experiment.FieldError
	if !errors.As(err, &f) || f.Field != "batch" {
		t.Errorf("got %v", err)
	}
}
