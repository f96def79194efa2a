package train

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// exactly gives the run's variables to the float64 oracle.
func exactly(tr *Trainer) exact.Env {
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
func (tr *Trainer) points(env exact.Env, name string, xy []float32) *graph.Node {
	in := tr.inTraining(xy)
	x := make([]float64, len(in))
	for i := range in {
		x[i] = float64(in[i])
	}
	env["variable "+name] = x
	return graph.Variable(name, len(xy)/2, 2)
}

// pictured is a run some steps on, on data that is neither centred nor scaled alike.
func pictured(t *testing.T, spec string) *Trainer {
	tr := open(t, small+spec)
	run(t, tr, 60)
	return tr
}

func TestFieldIsTheDiscriminatorsJudgement(t *testing.T) {
	for _, spec := range []string{"", "loss=ns&d.ema=0.9", "loss=ls", "pac=2", "ensemble=2&loss=ns", "mbd=4&mbstd=on&d.norm=layer", "d.spectral=on&d.norm=batch&r1=0&r2=0"} {
		tr := pictured(t, spec)
		s, env := tr.Snapshot(), exactly(tr)
		w := s.Window
		var grid []float32
		for row := range s.FieldSize {
			for col := range s.FieldSize {
				u, v := float32(col)/float32(s.FieldSize-1), float32(row)/float32(s.FieldSize-1)
				grid = append(grid, w.X0+u*(w.X1-w.X0), w.Y0+v*(w.Y1-w.Y0))
			}
		}
		logits := func(name string, xy []float32) *graph.Node {
			return tr.b.d.average(tr.b.alone(tr.points(env, name, xy)))
		}
		field := tr.b.game.Reading(logits("grid", grid), logits("real", s.Real[:2*64]), logits("fake", s.Generated[:2*photoJudged]))
		for i, want := range env.Eval(field)[0] {
			if got := float64(s.Field[i]); math.Abs(got-want) > 1e-4 || got < 0 || got > 1 {
				t.Fatalf("%q: field %d is %g, want %g", spec, i, got, want)
			}
		}
	}
}

// An arrow is minus the slope of the generator's loss at its point, for that point alone: the non-saturating loss falls fastest
// along it. In the data's units, where steps are longer by the scale.
func TestArrowsAgainstFiniteDifferences(t *testing.T) {
	tr := pictured(t, "loss=ns&data=ring8")
	s, env := tr.Snapshot(), exactly(tr)
	x := tr.points(env, "x", s.Generated[:2])
	loss := tr.b.game.Generator(x, tr.b.d.average(x))
	const h = 1e-6
	longest := 0.
	for i := range 40 {
		in := tr.inTraining(s.Generated[2*i : 2*i+2])
		at := [2]float64{float64(in[0]), float64(in[1])}
		for k := range 2 {
			shifted := func(by float64) float64 {
				p := at
				p[k] += by
				env["variable x"] = p[:]
				return env.Scalar(loss)
			}
			want := -(shifted(h) - shifted(-h)) / (2 * h) * float64(tr.frame.Scale[k])
			if got := float64(s.Arrows[2*i+k]); math.Abs(got-want) > 1e-4*math.Max(1, math.Abs(want)) {
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
	s, env := tr.Snapshot(), exactly(tr)
	q := quantiles(tr.spec)
	z := make([]float64, len(q))
	for i := range q {
		z[i] = float64(q[i])
	}
	env["variable z"] = z
	want := env.Eval(tr.b.g.average(graph.Variable("z", len(z), 1)))[0]
	if s.ManifoldRows*s.ManifoldCols != len(z) || len(s.Manifold) != 2*len(z) {
		t.Fatalf("%d numbers for %dx%d vertices", len(s.Manifold), s.ManifoldRows, s.ManifoldCols)
	}
	for i := range want {
		y := want[i]*float64(tr.frame.Scale[i%2]) + float64(tr.frame.Centre[i%2])
		if math.Abs(float64(s.Manifold[i])-y) > 1e-4 {
			t.Fatalf("vertex %d is %g, want %g", i/2, s.Manifold[i], y)
		}
	}
	if none := pictured(t, "z=3").Snapshot(); none.ManifoldRows != 0 || none.ManifoldCols != 0 || len(none.Manifold) != 0 {
		t.Error("a latent of three dimensions has a manifold")
	}
}

// Two photographs of one step are the same, and what is generated covers what fresh samples cover.
func TestPhotographChangesNothing(t *testing.T) {
	tr := pictured(t, "")
	a := tr.Snapshot()
	tr.Measure()
	if _, err := tr.Sample(5000); err != nil {
		t.Fatal(err)
	}
	if b := tr.Snapshot(); !equal(a, b) {
		t.Error("a second photograph differs")
	}
	again, twin := open(t, small), open(t, small)
	run(t, again, 50)
	again.Measure()
	again.Snapshot()
	run(t, again, 50)
	run(t, twin, 100)
	x, y := state(again), state(twin)
	delete(x, "run/count.sample")
	delete(y, "run/count.sample")
	if name, ok := same(x, y); !ok {
		t.Errorf("looking changed %s", name)
	}
}

func TestSampleIsRepeatableAndFresh(t *testing.T) {
	tr := pictured(t, "")
	a, err := tr.Sample(5000)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := tr.Sample(5000)
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
	s := tr.Snapshot()
	for k := range 2 {
		// Two means over some thousand points of spread about 2 differ by less than 5·2·√(1/2048+1/5000).
		if d := mean(a, k) - mean(s.Generated, k); math.Abs(d) > .27 {
			t.Errorf("samples and the photograph's points differ by %g in the mean of axis %d", d, k)
		}
	}
}
