package gan

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// exactly gives the run's variables to the float64 oracle.
func exactly(tr *run.Run) exact.Env {
	env := exact.Env{}
	for name, v := range state(tr) {
		x := make([]float64, len(v))
		for i := range v {
			x[i] = float64(v[i])
		}
		env["variable "+name] = x
	}
	return env
}

// points puts points of the data's units into the oracle, in training's units.
func points(b *builder, env exact.Env, name string, xy []float32) *graph.Node {
	in := b.data.inTraining(xy)
	x := make([]float64, len(in))
	for i := range in {
		x[i] = float64(in[i])
	}
	env["variable "+name] = x
	return graph.Variable(name, len(xy)/2, 2)
}

// pictured is a run some steps on, on data that is neither centred nor scaled alike.
func pictured(t *testing.T, spec string) *run.Run {
	tr := open(t, small+spec)
	train(t, tr, 60)
	return tr
}

func TestFieldIsTheDiscriminatorsJudgement(t *testing.T) {
	for _, spec := range []string{"", "loss=ns&d.ema=0.9", "loss=ls", "pac=2", "ensemble=2&loss=ns", "mbd=4&mbstd=on&d.norm=layer", "d.spectral=on&d.norm=batch&r1=0&r2=0"} {
		tr := pictured(t, spec)
		s, env, b := shot(tr), exactly(tr), builderOf(t, tr)
		w, field := s.Floats(probe.Window), s.Array(probe.Field)
		rows, cols := field.Dim(0), field.Dim(1)
		if rows != fieldSize || cols != fieldSize || len(w) != 4 {
			t.Fatalf("%q: a field of %d by %d on the window %v", spec, rows, cols, w)
		}
		var grid []float32
		for row := range rows {
			for col := range cols {
				u, v := float32(col)/float32(cols-1), float32(row)/float32(rows-1)
				grid = append(grid, w[0]+u*(w[2]-w[0]), w[1]+v*(w[3]-w[1]))
			}
		}
		logits := func(name string, xy []float32) *graph.Node {
			return b.d.average(b.copies(points(b, env, name, xy)), nil)
		}
		want := b.game.Reading(logits("grid", grid), logits("real", s.Floats(probe.Real)[:2*64]), logits("fake", s.Floats(probe.Samples)[:2*probeJudged]))
		for i, want := range env.Eval(want)[0] {
			if got := float64(field.Floats[i]); math.Abs(got-want) > 1e-4 || got < 0 || got > 1 {
				t.Fatalf("%q: field %d is %g, want %g", spec, i, got, want)
			}
		}
	}
}

// An arrow is minus the slope of the generator's loss at its point, for that point alone: the non-saturating loss falls fastest
// along it. In the data's units, where steps are longer by the scale.
func TestDescentAgainstFiniteDifferences(t *testing.T) {
	tr := pictured(t, "loss=ns&data=ring8")
	s, env, b := shot(tr), exactly(tr), builderOf(t, tr)
	x := points(b, env, "x", s.Floats(probe.Samples)[:2])
	loss := b.game.Generator(x, b.d.average(x, nil))
	const h = 1e-6
	longest := 0.
	for i := range 40 {
		in := experimentOf(tr).data.inTraining(s.Floats(probe.Samples)[2*i : 2*i+2])
		at := [2]float64{float64(in[0]), float64(in[1])}
		for k := range 2 {
			shifted := func(by float64) float64 {
				p := at
				p[k] += by
				env["variable x"] = p[:]
				return env.Scalar(loss)
			}
			want := -(shifted(h) - shifted(-h)) / (2 * h) * float64(experimentOf(tr).data.frame.Scale[k])
			if got := float64(s.Floats(probe.Descent)[2*i+k]); math.Abs(got-want) > 1e-4*math.Max(1, math.Abs(want)) {
				t.Errorf("arrow %d along axis %d is %g, want %g", i, k, got, want)
			}
			longest = math.Max(longest, math.Abs(want))
		}
	}
	if longest < 1e-3 {
		t.Error("every arrow is about zero: the test says nothing")
	}
}

func TestManifoldIsTheGeneratorOnTheQuantiles(t *testing.T) {
	tr := pictured(t, "z=1&g.ema=0.9")
	s, env, b := shot(tr), exactly(tr), builderOf(t, tr)
	q := quantiles(experimentOf(tr).spec)
	z := make([]float64, len(q))
	for i := range q {
		z[i] = float64(q[i])
	}
	env["variable z"] = z
	want := env.Eval(b.g.average(graph.Variable("z", len(z), 1), nil))[0]
	m := s.Array(probe.Manifold)
	if m.Dim(0)*m.Dim(1) != len(z) || m.Dim(2) != 2 || len(m.Floats) != 2*len(z) {
		t.Fatalf("%d numbers for %dx%d vertices", len(m.Floats), m.Dim(0), m.Dim(1))
	}
	for i := range want {
		y := want[i]*float64(experimentOf(tr).data.frame.Scale[i%2]) + float64(experimentOf(tr).data.frame.Centre[i%2])
		if math.Abs(float64(s.Floats(probe.Manifold)[i])-y) > 1e-4 {
			t.Fatalf("vertex %d is %g, want %g", i/2, s.Floats(probe.Manifold)[i], y)
		}
	}
	if none := shot(pictured(t, "z=3")); none.Array(probe.Manifold).Name != "" {
		t.Error("a latent of three dimensions has a manifold")
	}
}

// Two snapshots of one step are the same, and what is generated covers what fresh samples cover.
func TestLookingChangesNothing(t *testing.T) {
	tr := pictured(t, "")
	a := shot(tr)
	tr.Measure()
	samplesOf(t, tr, 5000)
	if b := shot(tr); !equal(a, b) {
		t.Error("a second snapshot differs")
	}
	again, twin := open(t, small), open(t, small)
	train(t, again, 50)
	again.Measure()
	shot(again)
	train(t, again, 50)
	train(t, twin, 100)
	x, y := state(again), state(twin)
	if name, ok := same(x, y); !ok {
		t.Errorf("looking changed %s", name)
	}
}

func TestSampleIsRepeatableAndFresh(t *testing.T) {
	tr := pictured(t, "")
	a, b := samplesOf(t, tr, 5000), samplesOf(t, tr, 5000)
	if len(a) != 10_000 || !sameBits(a, b) {
		t.Error("the same state gives other samples")
	}
	// The second call of the machine makes other points than the first.
	if sameBits(a[:2*100], a[2*sampleRows:2*sampleRows+2*100]) {
		t.Error("samples repeat")
	}
	mean := func(x []float32, k int) (sum float64) {
		for i := k; i < len(x); i += 2 {
			sum += float64(x[i]) / float64(len(x)/2)
		}
		return sum
	}
	s := shot(tr)
	for k := range 2 {
		// Two means over some thousand points of spread about 2 differ by less than 5·2·√(1/2048+1/5000).
		if d := mean(a, k) - mean(s.Floats(probe.Samples), k); math.Abs(d) > .27 {
			t.Errorf("samples and the probe's points differ by %g in the mean of axis %d", d, k)
		}
	}
}
