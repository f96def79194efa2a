package gan

import (
	"math"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/family/familytest"
	"ganvas/core/probe"
)

// The first paper's figure is what its panels say: after D has learnt alone it is nearer to D* than before, then the samples move towards the data, and in
// the end they lie there and D says about ½.
func TestPresetTextbook(t *testing.T) {
	for _, seed := range familytest.Seeds(2) {
		t.Run(seed, func(t *testing.T) { firstFigure(t, seed) })
	}
}

func firstFigure(t *testing.T, seed string) {
	p, _ := experiment.FindPreset("textbook")
	r := open(t, p.Query+seed+"&turns="+p.Turns)
	type moment struct{ off, mean, sd, undecided float64 }
	var at []moment
	for _, m := range p.Moments {
		train(t, r, m.Step-int(r.Step()))
		s := lineShot(t, r)
		w, line, field := s.Floats(probe.LineWindow), s.Floats(probe.LineMap), s.Floats(probe.LineField)
		z := quantiles(experimentOf(r).spec)
		x := moment{mean: float64(line[256]), sd: math.Abs(float64(line[len(line)-1]-line[0]) / float64(z[len(z)-1]-z[0]))}
		whole := 0.0
		for i, d := range field {
			at := float64(w[0]) + float64(w[1]-w[0])*float64(i)/(lineSize-1)
			a, b := bell(at, 4, 1.25), bell(at, x.mean, x.sd)
			whole += a + b
			x.off += (a + b) * math.Abs(float64(d)-a/(a+b))
			x.undecided += (a + b) * math.Abs(float64(d)-.5)
		}
		x.off, x.undecided = x.off/whole, x.undecided/whole
		t.Logf("step %d: D is %.3f from D* and %.3f from ½ where points lie; samples are N(%.2f, %.2f²)", m.Step, x.off, x.undecided, x.mean, x.sd)
		at = append(at, x)
	}
	if at[1].off > .05 || at[1].off > at[0].off/2 {
		t.Errorf("after D has learnt alone it is %.3f from D*, %.3f before", at[1].off, at[0].off)
	}
	if !(math.Abs(at[2].mean-4) < math.Abs(at[1].mean-4)) {
		t.Errorf("the samples move from %.2f to %.2f", at[1].mean, at[2].mean)
	}
	if math.Abs(at[3].mean/4-1) > .03 || math.Abs(at[3].sd/1.25-1) > .05 || at[3].undecided > .03 {
		t.Errorf("in the end it is %+v", at[3])
	}
}
