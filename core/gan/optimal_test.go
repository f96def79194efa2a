package gan

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// optimal is the best discriminator's field, and the measures that come with it by key: fresh, or as they were last.
func optimal(tr *run.Run, fresh bool) ([]float32, map[string]wire.Measure) {
	s, byKey := tr.Snapshot([]string{probe.Optimal}, false, fresh), map[string]wire.Measure{}
	for _, m := range s.Measures {
		byKey[m.Key] = m
	}
	return s.Floats(probe.Optimal), byKey
}

// The value of the present discriminator is E log D(x) + E log(1-D(G)) by its logits: here of the non-saturating game, in the
// float64 oracle.
func TestValueIsOfThePresentDiscriminator(t *testing.T) {
	tr := pictured(t, "loss=ns&d.ema=0.9&data=ring8")
	_, got := optimal(tr, true)
	generated := samplesOf(t, tr, onPlane.optimalPoints)
	env, b := exactly(tr), builderOf(t, tr)
	mean := func(name string, xy []float32, sign float64) (sum float64) {
		logits := env.Eval(b.d.average(points(b, env, name, xy), nil))[0]
		for _, a := range logits {
			sum -= math.Log1p(math.Exp(-sign*a)) / float64(len(logits))
		}
		return sum
	}
	want := mean("x", experimentOf(tr).data.judge.Reference()[:2*onPlane.valuePoints], 1) + mean("g", generated[:2*onPlane.valuePoints], -1)
	if v := got["value"].Value; math.Abs(v-want) > 1e-5 {
		t.Errorf("the value is %.9g, want %.9g", v, want)
	}
	if o := got["value_optimal"].Value; math.Abs(got["gap"].Value-(o-want)) > 1e-5 {
		t.Errorf("the gap is %g, between %g and %g", got["gap"].Value, want, o)
	}
}

// An undecided discriminator scores -log 4 against any generator, and nobody scores more than the best, which between strangers is 0.
func TestGapOfAnUndecidedDiscriminator(t *testing.T) {
	tr := open(t, "loss=ns&g=4&d=4&d.lr=0&g.lr=0&data=ring8-sharp")
	for _, name := range []string{"weight", "bias"} {
		slot := "d.average/1/" + name
		tr.Slots().Write(slot, make([]float32, len(tr.Slots().Read(slot))))
	}
	field, got := optimal(tr, true)
	if v := got["value"].Value; math.Abs(v+math.Log(4)) > 1e-6 {
		t.Errorf("an undecided discriminator scores %g, want -log 4", v)
	}
	o := got["value_optimal"].Value
	if o <= -math.Log(4) || o > 0 || got["gap"].Value <= 0 {
		t.Errorf("the best scores %g, the gap is %g", o, got["gap"].Value)
	}
	if len(field) != fieldSize*fieldSize {
		t.Errorf("D* has %d points", len(field))
	}
}

// A generator that is the data: both are standard normal, G by the identity. Then D* is ½ to within its noise, V* is its floor, and an
// undecided discriminator has no gap but the sample's excess.
func TestOptimalOfAPerfectGenerator(t *testing.T) {
	normal := run.Family{Key: "gan", Read: func(text string, _ []byte) (run.Experiment, error) {
		spec, err := experiment.Parse(text)
		return &Experiment{spec: spec, data: draw(spec, data.NewMixture(1, data.Mode{At: []float64{0, 0}, SD: []float64{1, 1}, Weight: 1}))}, err
	}}
	tr, err := run.Open("loss=ns&g=&d=&g.ema=0", run.Options{Families: []run.Family{normal}, Machine: native.New})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	window := experimentOf(tr).data.window
	tr.Slots().Write("g.average/0/weight", []float32{1, 0, 0, 1})
	tr.Slots().Write("d.average/0/weight", []float32{0, 0})
	field, got := optimal(tr, true)
	square, weight := 0.0, 0.0
	for i, d := range field {
		x, y := i%fieldSize, i/fieldSize
		at := func(lo, hi float32, k int) float64 { return float64(lo) + float64(hi-lo)*float64(k)/(fieldSize-1) }
		p := experimentOf(tr).data.source.(data.Dense).Density(at(window.Low[0], window.High[0], x), at(window.Low[1], window.High[1], y))
		square += p * math.Pow(float64(d)-.5, 2)
		weight += p
	}
	// The half point that is added calms D* where points are few.
	if rms, noise := math.Sqrt(square/weight), got["optimal_noise"].Value; rms > 1.1*noise || rms < .5*noise {
		t.Errorf("D* is off ½ by %g in the root mean square; its noise is said to be %g", rms, noise)
	}
	o := got["value_optimal"]
	excess := o.Floor + math.Log(4)
	if math.Abs(o.Value-o.Floor) > .15*excess || excess > .05 {
		t.Errorf("V* is %g, its floor %g", o.Value, o.Floor)
	}
	if g := got["gap"]; math.Abs(g.Value-g.Floor) > .15*excess {
		t.Errorf("the gap is %g, its floor %g", g.Value, g.Floor)
	}
}

// Asking changes nothing, and what is not asked for afresh stays as it was.
func TestOptimalChangesNothing(t *testing.T) {
	tr := pictured(t, "")
	before, picture := state(tr), shot(tr)
	first, _ := optimal(tr, false)
	after := state(tr)
	if name, ok := same(before, after); !ok {
		t.Errorf("asking changed %s", name)
	}
	if !equal(picture, shot(tr)) {
		t.Error("the probes differ after asking")
	}
	train(t, tr, 20)
	if again, _ := optimal(tr, false); &again[0] != &first[0] {
		t.Error("an old answer was computed again")
	}
	fresh, measures := optimal(tr, true)
	if sameBits(fresh, first) || measures["value"].Step != tr.Step() {
		t.Error("a fresh answer is the old one")
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if _, measures := optimal(tr, false); measures["value"].Step != 0 {
		t.Errorf("after a reset the answer is of step %d", measures["value"].Step)
	}
}

// A discriminator that learns alone, while the generator stands, comes near the best one; before, it was far from it.
func TestTrainingTheDiscriminatorClosesTheGap(t *testing.T) {
	tr := open(t, "loss=ns&r1=0&r2=0&g.lr=0.002&d.lr=0.003&d.schedule=constant&d.beta1=0.9&d.ema=0.99")
	train(t, tr, 20)
	_, before := optimal(tr, true)
	if err := tr.Only("d", 2000); err != nil {
		t.Fatal(err)
	}
	_, after := optimal(tr, true)
	for _, m := range []map[string]wire.Measure{before, after} {
		t.Logf("value %.4f, best %.4f (floor %.4f), gap %.4f (floor %.4f), noise %.4f", m["value"].Value, m["value_optimal"].Value,
			m["value_optimal"].Floor, m["gap"].Value, m["gap"].Floor, m["optimal_noise"].Value)
	}
	if b, a := before["gap"].Value, after["gap"].Value; b < .2 || math.Abs(a) > .1 {
		t.Errorf("the gap goes from %g to %g", b, a)
	}
}

// Points without a density have no best discriminator.
func TestOptimalOfOwnPoints(t *testing.T) {
	tr, err := Open(small+"data=csv", run.Options{Own: []byte("1,2\n3,4\n5,7\n")})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	if field, measures := optimal(tr, true); field != nil || len(measures) > 0 {
		t.Errorf("got %d points and %d measures", len(field), len(measures))
	}
}
