package gan

import (
	"testing"

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
