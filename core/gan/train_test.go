package gan

import (
	"errors"
	"slices"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

func TestStateDoesNotDependOnChunks(t *testing.T) {
	want, got := open(t, small), open(t, small)
	train(t, want, 1500)
	for done, n := 0, 1; done < 1500; n = n*3%311 + 1 {
		n := min(n, 1500-done)
		train(t, got, n)
		if n%5 == 0 {
			shot(got)
			got.Measure()
		}
		done += n
	}
	// What measures draw is counted, and read by nothing else.
	a, b := state(want), state(got)
	delete(a, "game/count.sample")
	delete(b, "game/count.sample")
	if name, ok := same(a, b); !ok {
		t.Errorf("%s depends on how many steps are run at a time", name)
	}
	if s, r := shot(want), shot(got); !equal(s, r) {
		t.Error("the snapshot depends on how many steps are run at a time")
	}
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
		train(t, simd, 40)
		train(t, kernel, 40)
		if simd.Fault() != "" {
			t.Fatalf("%q: %s", spec, simd.Fault())
		}
		if name, ok := same(state(simd), state(kernel)); !ok {
			t.Errorf("%q: the machines differ in %s", spec, name)
		}
		if !equal(shot(simd), shot(kernel)) {
			t.Errorf("%q: the machines' snapshots differ", spec)
		}
	}
}

func TestSeedsDiffer(t *testing.T) {
	a, b, c := open(t, small+"seed=1"), open(t, small+"seed=2"), open(t, small+"seed=65537")
	for _, name := range []string{"g/0/weight", "data"} {
		if sameBits(a.Slots().Read(name), b.Slots().Read(name)) || sameBits(a.Slots().Read(name), c.Slots().Read(name)) {
			t.Errorf("%s is the same for two seeds", name)
		}
	}
	train(t, a, 1)
	train(t, b, 1)
	if sameBits(a.Slots().Read("game/figures.g"), b.Slots().Read("game/figures.g")) {
		t.Error("two seeds have the same first loss")
	}
}

func TestResetGoesBackToTheStart(t *testing.T) {
	tr := open(t, small)
	want, first := state(tr), shot(tr)
	train(t, tr, 300)
	if equal(shot(tr), first) {
		t.Error("300 steps changed nothing")
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if name, ok := same(want, state(tr)); !ok || tr.Step() != 0 || !equal(shot(tr), first) {
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
			tr, err := Open(s.String(), run.Options{})
			if err != nil {
				t.Errorf("%s=%s: %v", f.Key, c.Key, err)
				continue
			}
			train(t, tr, 2)
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
		train(t, tr, 2)
		if s := shot(tr); tr.Fault() != "" || s.Fault != "" || len(s.Floats(probe.Samples)) != 2*probePoints {
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
		size := program(t, spec).Size
		if size > most {
			t.Errorf("%q wants %d MiB", spec, size>>18)
		}
		t.Logf("%q wants %d MiB", spec, size>>18)
	}
}

func TestOwnPoints(t *testing.T) {
	const spec = "data=csv&rows=100&g=8&d=8&batch=16"
	tr, err := Open(spec, run.Options{Own: []byte("x,y\n100,-5\n104,-3\n96,-7\n")})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	train(t, tr, 5)
	snap := shot(tr)
	for i := 0; i < len(snap.Floats(probe.Real)); i += 2 {
		if x, y := snap.Floats(probe.Real)[i], snap.Floats(probe.Real)[i+1]; !slices.Contains([]float32{100, 104, 96}, x) || y != (x-110)/2 {
			t.Fatalf("a real point is (%g, %g)", x, y)
		}
	}
	for _, csv := range []string{"", "x,y\n1,2\n", "a,b\nc,d\n"} {
		_, err := Open(spec, run.Options{Own: []byte(csv)})
		var f *experiment.FieldError
		if !errors.As(err, &f) || f.Field != "data" {
			t.Errorf("%q: got %v, want a FieldError of data", csv, err)
		}
	}
}

func TestBadSpecsAreRefused(t *testing.T) {
	s := experiment.Default()
	s.Batch = 0
	_, err := New(s, nil)
	var f *experiment.FieldError
	if !errors.As(err, &f) || f.Field != "batch" {
		t.Errorf("got %v", err)
	}
}
