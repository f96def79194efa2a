package gan

import (
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
)

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
