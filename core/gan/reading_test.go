package gan

import (
	"fmt"
	"testing"

	digits "ganvas/core/judge"
	"ganvas/core/judge/trained"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// openJudged starts an experiment whose images are measured.
func openJudged(t *testing.T, spec string) *run.Run {
	t.Helper()
	j, err := digits.Parse(trained.Weights)
	if err != nil {
		t.Fatal(err)
	}
	r, err := run.Open(spec, run.Options{Families: []run.Family{Judged(func() *digits.Judge { return j })}, Machine: native.New})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

// The judge may come while a run goes: nothing is measured before, and then what a run that had it all along measures, at the same bits.
func TestJudgeComesLate(t *testing.T) {
	var judge *digits.Judge
	r, err := run.Open(small28, run.Options{Families: []run.Family{Judged(func() *digits.Judge { return judge })}, Machine: native.New})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	train(t, r, 3)
	if m := r.MeasureAll(); m != nil {
		t.Errorf("without a judge %v is measured", m)
	}
	if judge, err = digits.Parse(trained.Weights); err != nil {
		t.Fatal(err)
	}
	always := openJudged(t, small28)
	train(t, always, 3)
	want, got := fmt.Sprint(always.MeasureAll()), fmt.Sprint(r.MeasureAll()) // text, in which NaN is NaN
	if want == "[]" || got != want {
		t.Errorf("%v is measured, and with the judge all along %v", got, want)
	}
}

// small28 is cheap players of digits of the judge's size.
const small28 = "data=digits&rows=64&batch=4&z=4&g=49:relu,shape7x7x1,nearest4,conv1k3p1&d=conv2k4s4&"

// Measures of images stand beside what other real images score: nearly all of these are read as what they are, and fill all classes. They are
// of any data of the judge's size, and change nothing of the run.
func TestImagesAreMeasured(t *testing.T) {
	r, plain := openJudged(t, small28), open(t, small28)
	train(t, r, 5)
	all := map[string]wire.Measure{}
	for _, m := range r.MeasureAll() {
		all[m.Key] = m
	}
	for key, c := range map[string]struct{ below, above float64 }{ // of floors
		"agreement": {1.0001, .95}, "inception": {10, 8}, "classes": {10.5, 9},
	} {
		if m, ok := all[key]; !ok || !(m.Floor > c.above && m.Floor < c.below) || !(m.Value <= m.Floor) {
			t.Errorf("%s is %+v, want a floor between %g and %g, and no more", key, m, c.above, c.below)
		}
	}
	if m := all["frechet"]; !(m.Value > m.Floor) {
		t.Errorf("noise is as near as data: %+v", m)
	}
	train(t, r, 5)
	train(t, plain, 10)
	if name, ok := same(state(plain), state(r)); !ok {
		t.Errorf("%s depends on whether images were measured", name)
	}
	if m := openJudged(t, small28+"condition=none").MeasureAll(); len(m) == 0 {
		t.Error("nothing is measured where nobody is told of classes")
	}
	for _, spec := range []string{tiny, "data=figures-colour&rows=64&batch=4"} {
		if m := openJudged(t, spec).MeasureAll(); m != nil {
			t.Errorf("%q: the judge has read what it cannot: %v", spec, m)
		}
	}
	if m := open(t, small28).MeasureAll(); m != nil {
		t.Errorf("without a judge there are %v", m)
	}
}
