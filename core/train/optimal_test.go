package train

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/wire"
)

// best is the optimal discriminator and its measures by key.
func best(tr *Trainer) (wire.Best, map[string]wire.Measure) {
	b, byKey := tr.Optimal(true), map[string]wire.Measure{}
	for _, m := range b.Measures {
		byKey[m.Key] = m
	}
	return b, byKey
}

// The value of the present discriminator is E log D(x) + E log(1-D(G)) by its logits: here of the non-saturating game, in the
// float64 oracle.
func TestValueIsOfThePresentDiscriminator(t *testing.T) {
	tr := pictured(t, "loss=ns&d.ema=0.9&data=ring8")
	_, got := best(tr)
	generated, err := tr.Sample(optimalPoints)
	if err != nil {
		t.Fatal(err)
	}
	env := exactly(tr)
	mean := func(name string, xy []float32, sign float64) (sum float64) {
		logits := env.Eval(tr.b.d.average(tr.points(env, name, xy)))[0]
		for _, a := range logits {
			sum -= math.Log1p(math.Exp(-sign*a)) / float64(len(logits))
		}
		return sum
	}
	want := mean("x", tr.reference[:2*valuePoints], 1) + mean("g", generated[:2*valuePoints], -1)
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
		tr.slots.write(slot, make([]float32, len(tr.slots.read(slot))))
	}
	b, got := best(tr)
	if v := got["value"].Value; math.Abs(v+math.Log(4)) > 1e-6 {
		t.Errorf("an undecided discriminator scores %g, want -log 4", v)
	}
	o := got["value_optimal"].Value
	if o <= -math.Log(4) || o > 0 || got["gap"].Value <= 0 {
		t.Errorf("the best scores %g, the gap is %g", o, got["gap"].Value)
	}
	if len(b.Field) != fieldSize*fieldSize {
		t.Errorf("D* has %d points", len(b.Field))
	}
}

// A generator that is the data: both are standard normal, G by the identity. Then D* is ½ to within its noise, V* is its floor, and an
// undecided discriminator has no gap but the sample's excess.
func TestOptimalOfAPerfectGenerator(t *testing.T) {
	tr := open(t, "loss=ns&g=&d=&g.ema=0")
	tr.source = data.NewMixture(1, data.Mode{SDX: 1, SDY: 1, Weight: 1})
	tr.frame, tr.window = data.FrameOf(tr.source), data.WindowOf(tr.source)
	if err := tr.compile(); err != nil {
		t.Fatal(err)
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	tr.slots.write("g.average/0/weight", []float32{1, 0, 0, 1})
	tr.slots.write("d.average/0/weight", []float32{0, 0})
	b, got := best(tr)
	square, weight := 0.0, 0.0
	for i, d := range b.Field {
		x, y := i%fieldSize, i/fieldSize
		at := func(lo, hi float32, k int) float64 { return float64(lo) + float64(hi-lo)*float64(k)/(fieldSize-1) }
		p := tr.source.(data.Dense).Density(at(tr.window.X0, tr.window.X1, x), at(tr.window.Y0, tr.window.Y1, y))
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
	before, photo := state(tr), tr.Snapshot()
	first := tr.Optimal(false)
	after := state(tr)
	delete(before, "run/count.sample")
	delete(after, "run/count.sample")
	if name, ok := same(before, after); !ok {
		t.Errorf("asking changed %s", name)
	}
	if !equal(photo, tr.Snapshot()) {
		t.Error("the photograph differs after asking")
	}
	run(t, tr, 20)
	if again := tr.Optimal(false); &again.Field[0] != &first.Field[0] {
		t.Error("an old answer was computed again")
	}
	fresh := tr.Optimal(true)
	if sameBits(fresh.Field, first.Field) || fresh.Measures[0].Step != tr.Step() {
		t.Error("a fresh answer is the old one")
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if s := tr.Optimal(false).Measures[0].Step; s != 0 {
		t.Errorf("after a reset the answer is of step %d", s)
	}
}

// A discriminator that learns alone, while the generator stands, comes near the best one; before, it was far from it.
func TestTrainingTheDiscriminatorClosesTheGap(t *testing.T) {
	tr := open(t, "loss=ns&r1=0&r2=0&g.lr=0.002&d.lr=0.003&d.schedule=constant&d.beta1=0.9&d.ema=0.99")
	run(t, tr, 20)
	_, before := best(tr)
	if err := tr.RunOnly("d", 2000); err != nil {
		t.Fatal(err)
	}
	_, after := best(tr)
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
	s := open(t, small).spec
	s.Data = "csv"
	tr, err := New(s, Options{CSV: []byte("1,2\n3,4\n5,7\n")})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	if b := tr.Optimal(true); b.Field != nil || b.Measures != nil {
		t.Errorf("got %d points and %d measures", len(b.Field), len(b.Measures))
	}
}
