package gan

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/anatomy"
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/imagemetric"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// allLooks are all probes of single images.
var allLooks = slices.Concat(probe.Inspected, probe.Insides, probe.Latents)

// plane makes a step on images cheap whose noise has two dimensions.
var plane = strings.Replace(tiny, "z=3", "z=2", 1) + "condition=none&"

// lookedAt is a snapshot of them at an aim.
func lookedAt(r *run.Run, a probe.Aim) *wire.Snapshot {
	r.Look(a.String())
	return r.Snapshot(append([]string{probe.Images, probe.ImagesVerdict, probe.RealVerdict}, allLooks...), true, true)
}

// bodies are those of a run's players; nil where there is none.
func bodies(t *testing.T, r *run.Run) (out [2]*anatomy.Body) {
	e := experimentOf(r)
	shape := data.ShapeOf(e.data.source)
	classes := classesOf(e.spec, e.data.source)
	projected := 0
	if e.spec.Condition == "projection" {
		projected = classes
	}
	g, d := e.spec.DesignG(shape, classes), e.spec.DesignD(shape, classes)
	var err error
	if out[0], err = anatomy.Of(g.Network, g.In, 0); err != nil {
		t.Fatal(err)
	}
	if e.spec.Spread || e.spec.Kernels > 0 {
		return out
	}
	if out[1], err = anatomy.Of(d.Network, d.In, projected); err != nil {
		t.Fatal(err)
	}
	return out
}

// activations in float64, as their papers write them.
var activations = map[string]func(x float64) float64{
	"relu":    func(x float64) float64 { return math.Max(x, 0) },
	"lrelu":   func(x float64) float64 { return math.Max(x, .2*x) },
	"tanh":    math.Tanh,
	"sigmoid": func(x float64) float64 { return 1 / (1 + math.Exp(-x)) },
	"linear":  func(x float64) float64 { return x },
	"elu":     func(x float64) float64 { return math.Max(x, math.Expm1(math.Min(x, 0))) },
	"silu":    func(x float64) float64 { return x / (1 + math.Exp(-x)) },
	"sin":     math.Sin,
	"softplus": func(x float64) float64 {
		return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
	},
}

// Of any legal networks, every number of a stage is what its terms say in double precision: the sum of all products and the bias, the greatest of a window,
// or the nonlinearity of what lies below.
func TestEveryNumberIsExplained(t *testing.T) {
	kinds := map[string]int{}
	var specs []experiment.Spec
	for _, text := range []string{
		"condition=projection&d.spectral=on&g.norm=batch&g=16,shape4x4x1,convt1k4s2p1&d=conv2k4s2p1",
		"condition=concat&pac=2&g=12&d=conv2k3p1,max2s1,conv2k3p2d2,mean2",
		"condition=none&g=8,shape2x2x2,nearest2,conv2k3p1:silu,bilinear2,conv1k3p1&d=conv2k3,max2,flat,3",
		"condition=projection&g.residual=on&g=16,shape4x4x1,conv1k3p1,conv1k3p1,convt1k3s2p1o1&d.residual=on&d=8,8",
	} {
		spec, err := experiment.Parse("data=digits-8&rows=64&batch=6&z=3&" + text)
		if err != nil {
			t.Fatal(err)
		}
		specs = append(specs, spec)
	}
	for i := range 6 {
		specs = append(specs, imageSpecs.Example(i))
	}
	for _, s := range specs {
		r := openOn(t, s.String(), nil)
		train(t, r, 2)
		if r.Fault() != "" {
			continue
		}
		for _, kind := range []probe.SubjectKind{probe.OfGenerated, probe.OfReal} {
			shown := lookedAt(r, probe.Aim{Kind: kind, At: 7})
			class := 0
			if c := shown.Bytes(map[probe.SubjectKind]string{probe.OfGenerated: probe.ImagesAsked, probe.OfReal: probe.RealImagesClass}[kind]); len(c) > 0 && s.Condition != "none" {
				class = int(c[0])
			}
			for p, b := range bodies(t, r) {
				if b == nil {
					continue
				}
				values, weights := shown.Floats([]string{probe.InsideG, probe.InsideD}[p]), shown.Floats([]string{probe.InsideWeightsG, probe.InsideWeightsD}[p])
				if len(values) != b.Values || len(weights) != b.Weights {
					t.Fatalf("%q: %d numbers and %d weights of player %d, want %d and %d", s, len(values), len(weights), p, b.Values, b.Weights)
				}
				explained(t, s.String(), b, class, values, weights, kinds)
			}
		}
	}
	for _, kind := range []string{"fully connected", "convolution", "transposed convolution", "max pool", "mean pool", "nearest", "bilinear", "class", "function"} {
		if kinds[kind] == 0 {
			t.Errorf("nothing of kind %q was explained", kind)
		}
	}
}

// explained checks some numbers of every stage.
func explained(t *testing.T, spec string, b *anatomy.Body, class int, values, weights []float32, kinds map[string]int) {
	t.Helper()
	for stage, s := range b.Stages {
		for element := min(stage%3, s.Len()-1); element < s.Len(); element += 1 + s.Len()/7 {
			c := b.Explain(stage, element, class, values, weights)
			want, size := c.Sum(), math.Abs(c.Bias)
			for _, x := range c.Terms {
				size += math.Abs(x.Product())
				if got := float64(b.Stages[x.Stage].In(values)[x.Element]); got != x.Value || x.Stage >= stage {
					t.Fatalf("%q: a term of stage %d says %g of stage %d, where %g is", spec, stage, x.Value, x.Stage, got)
				}
			}
			switch c.How {
			case anatomy.AsGiven:
				continue
			case anatomy.AsFunction:
				f, known := activations[b.Activation(stage).Key]
				if s.Kind != nn.Activated || !known {
					continue
				}
				kinds["function"]++
				want = f(c.Terms[0].Value)
			}
			switch {
			case s.Kind == nn.Joined:
				kinds["class"]++
			case s.Kind == nn.Applied && c.How != anatomy.AsFunction:
				kinds[b.Layer(stage).Kind()]++
			}
			if off := math.Abs(c.Value - want); off > 2e-6*(size+1) {
				t.Fatalf("%q: element %d of stage %d (%v) is %g, its terms say %g", spec, element, stage, s.Kind, c.Value, want)
			}
		}
	}
}

// What is said of one image is what a pass in double precision gives, from the noise to the image and from the image to the verdict, and what the wall shows.
func TestInsidesAreAForwardPass(t *testing.T) {
	r := open(t, tiny+"condition=concat&loss=ns")
	train(t, r, 20)
	const cell = 23
	s := lookedAt(r, probe.Aim{Kind: probe.OfGenerated, At: cell})
	b, env := builderOf(t, r), exactly(r)
	noise := r.Slots().Read(wallNoise)
	z := make([]float64, 3)
	for i := range z {
		z[i] = float64(noise[cell%10*3+i])
	}
	class := make([]float64, 10)
	class[cell/10] = 1
	env["variable z"], env["variable class"] = z, class
	x := b.g.average(graph.Variable("z", 1, 3), graph.Variable("class", 1, 10))
	logit := b.d.average(x, graph.Variable("class", 1, 10))
	got := env.Eval(x, logit)
	g, d := s.Floats(probe.InsideG), s.Floats(probe.InsideD)
	for i, want := range got[0] {
		if v := float64(g[len(g)-64+i]); math.Abs(v-want) > 1e-4 {
			t.Fatalf("pixel %d is %g, want %g", i, v, want)
		}
	}
	if v := float64(d[len(d)-1]); math.Abs(v-got[1][0]) > 1e-3 {
		t.Errorf("the logit is %g, want %g", v, got[1][0])
	}
	if v, want := s.Floats(probe.SubjectVerdict)[0], s.Floats(probe.ImagesVerdict)[cell]; math.Abs(float64(v-want)) > 1e-5 {
		t.Errorf("D says %g of the image alone, and %g on the wall", v, want)
	}
	if !slices.Equal(s.Bytes(probe.Subject), s.Bytes(probe.Images)[cell*64:(cell+1)*64]) {
		t.Error("the image is not the wall's")
	}
	real := lookedAt(r, probe.Aim{Kind: probe.OfReal, At: cell})
	if !slices.Equal(real.Bytes(probe.Subject), real.Bytes(probe.RealImages)[cell*64:(cell+1)*64]) {
		t.Error("the real image is not the wall's")
	}
	if v, want := real.Floats(probe.SubjectVerdict)[0], real.Floats(probe.RealVerdict)[cell]; math.Abs(float64(v-want)) > 1e-5 {
		t.Errorf("D says %g of the real image alone, and %g on the wall", v, want)
	}
}

// To look changes no bit of the run: trained with looks between, of all kinds, it ends where a run ends that nobody has looked at.
func TestLooksLeaveTheRunAlone(t *testing.T) {
	for _, spec := range []string{tiny + "condition=projection&g.norm=batch&d.dropout=0.2", plane + "noise=uniform"} {
		plain, looked := open(t, spec), open(t, spec)
		train(t, plain, 30)
		for i, kind := range []probe.SubjectKind{probe.OfGenerated, probe.OfReal, probe.OfMap} {
			lookedAt(looked, probe.Aim{Kind: kind, At: i, Three: [3]int{i, 2 * i, 40}, U: .3, V: -.2})
			train(t, looked, 10)
		}
		if name, ok := same(state(plain), state(looked)); !ok {
			t.Errorf("%q: %s differs", spec, name)
		}
		names := []string{probe.Images, probe.ImagesVerdict, probe.RealVerdict}
		if !equal(plain.Snapshot(names, true, false), looked.Snapshot(names, true, false)) {
			t.Errorf("%q: the walls differ", spec)
		}
	}
}

// Nothing of it is computed, or compiled, before it is asked for.
func TestLooksAreAskedFor(t *testing.T) {
	r := open(t, tiny+"condition=concat")
	count := func(s *wire.Snapshot) (n int) {
		for _, name := range allLooks {
			if s.Array(name).Name != "" {
				n++
			}
		}
		return n
	}
	if n := count(r.Snapshot(nil, false, false)); n != 0 || r.Slots().Read(latentImages) != nil || r.Slots().Read(realLogits) != nil {
		t.Errorf("%d probes that nobody asked for", n)
	}
	s := lookedAt(r, probe.FirstAim)
	if n := count(s); n != len(allLooks) {
		t.Errorf("%d of %d probes were shown", n, len(allLooks))
	}
	if err := probe.Check(s); err != nil {
		t.Error(err)
	}
	points, err := Open(small, run.Options{Machine: native.New})
	if err != nil {
		t.Fatal(err)
	}
	defer points.Close()
	if n := count(lookedAt(points, probe.FirstAim)); n != 0 {
		t.Errorf("a run of points has %d probes of images", n)
	}
}

// The nearest image of training is the one that a search in double precision finds; one of training is compared with the others alone.
func TestNearestOfTraining(t *testing.T) {
	r := open(t, tiny+"condition=concat")
	train(t, r, 10)
	m := experimentOf(r).data.space.(*images)
	train := make([]float32, len(m.pixels))
	for i, p := range m.pixels {
		train[i] = float32(p)
	}
	floats := func(b []uint8) (out []float32) {
		for _, p := range b {
			out = append(out, float32(p))
		}
		return out
	}
	for cell := range 100 {
		s := lookedAt(r, probe.Aim{Kind: probe.OfGenerated, At: cell})
		row, d2 := imagemetric.Nearest(floats(s.Bytes(probe.Subject)), train)
		told := s.Floats(probe.NearestTold)
		if got, want := float64(told[probe.NearestDistance]), math.Sqrt(d2)/255; math.Abs(got-want) > 1e-5 {
			t.Fatalf("image %d is %g from its nearest, want %g", cell, got, want)
		}
		if int(told[probe.NearestRow]) != row || told[probe.NearestClass] != m.labels[row] {
			t.Fatalf("image %d is nearest to row %g of class %g, want %d of %g", cell, told[probe.NearestRow], told[probe.NearestClass], row, m.labels[row])
		}
		if !slices.Equal(s.Bytes(probe.Nearest), m.pixels[row*64:(row+1)*64]) {
			t.Fatalf("the image that is shown is not row %d", row)
		}
	}
	s := lookedAt(r, probe.Aim{Kind: probe.OfReal, At: 0})
	if row := m.rowOf(wallOf(m.classes), 0); int(s.Floats(probe.NearestTold)[probe.NearestRow]) == row {
		t.Errorf("a real image is nearest to itself, row %d", row)
	}
	if v := s.Floats(probe.NearestTold)[probe.NearestVerdict]; !(v >= 0 && v <= 1) {
		t.Errorf("D says %g of the nearest", v)
	}
}

// A, B, C and A - B + C lie on the map where they are said to, both ways begin at A and end at B.
func TestLatentMapHoldsItsThree(t *testing.T) {
	for _, spec := range []string{tiny + "condition=concat", tiny + "condition=none"} {
		r := open(t, spec)
		train(t, r, 20)
		three := [3]int{4, 37, 81}
		s := lookedAt(r, probe.Aim{Kind: probe.OfMap, Three: three, U: 0, V: 1})
		wall := func(i int) []uint8 { return s.Bytes(probe.Images)[three[i]*64 : (three[i]+1)*64] }
		at := func(u, v int) []uint8 { // from -1 to 2 in steps of a quarter, rows from above
			cell := (8-4*v)*probe.MapSide + 4*(u+1)
			return s.Bytes(probe.LatentMap)[cell*64 : (cell+1)*64]
		}
		for name, c := range map[string][2][]uint8{
			"A": {at(0, 0), wall(0)}, "B": {at(1, 0), wall(1)}, "C": {at(0, 1), wall(2)}, "A - B + C": {at(-1, 1), s.Bytes(probe.LatentSum)}, "the point": {s.Bytes(probe.Subject), wall(2)},
			"the straight way's start": {s.Bytes(probe.LatentPath)[:64], wall(0)}, "the straight way's end": {s.Bytes(probe.LatentPath)[8*64 : 9*64], wall(1)},
			"the sphere's start": {s.Bytes(probe.LatentPath)[9*64 : 10*64], wall(0)}, "the sphere's end": {s.Bytes(probe.LatentPath)[17*64 : 18*64], wall(1)},
		} {
			if !alikeBytes(c[0], c[1]) {
				t.Errorf("%q: %s is not the image that it should be", spec, name)
			}
		}
	}
	r := open(t, plane)
	s := lookedAt(r, probe.Aim{Kind: probe.OfMap, Three: [3]int{1, 2, 3}, U: .5, V: -.25})
	if z := r.Slots().Read(subjectZ); !slices.Equal(z, []float32{.5, -.25}) {
		t.Errorf("of noise of two dimensions the point is %v", z)
	}
	noise := r.Slots().Read(wallNoise)
	if got := s.Floats(probe.LatentPlaces); !slices.Equal(got, noise[2:8]) {
		t.Errorf("A, B and C lie at %v, their noise is %v", got, noise[2:8])
	}
}

// alikeBytes says whether images differ by no more than rounding.
func alikeBytes(a, b []uint8) bool {
	return slices.EqualFunc(a, b, func(x, y uint8) bool { return max(x, y)-min(x, y) <= 1 })
}

// On the sphere a way begins and ends where it should, keeps the length of points that are equally long, and turns by equal angles.
func TestSlerp(t *testing.T) {
	angle := func(a, b []float32) float64 {
		dot, aa, bb := 0., 0., 0.
		for i := range a {
			dot, aa, bb = dot+float64(a[i])*float64(b[i]), aa+float64(a[i])*float64(a[i]), bb+float64(b[i])*float64(b[i])
		}
		return math.Acos(max(-1, min(1, dot/math.Sqrt(aa*bb))))
	}
	length := func(a []float32) (s float64) {
		for _, x := range a {
			s += float64(x) * float64(x)
		}
		return math.Sqrt(s)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 16).Draw(t, "dimensions")
		draw := func(name string) []float32 {
			out := rapid.SliceOfN(rapid.Float32Range(-2, 2), n, n).Draw(t, name)
			if l := length(out); l > 1e-2 {
				for i := range out {
					out[i] = float32(float64(out[i]) / l)
				}
				return out
			}
			out[0] = 1
			return out
		}
		a, b := draw("a"), draw("b")
		w := angle(a, b)
		if w < .05 || w > 3.1 {
			t.Skip("the way is not told by its ends")
		}
		for _, part := range []float64{0, .25, .5, 1} {
			x := slerp(a, b, part)
			if l := length(x); math.Abs(l-length(a)) > 1e-2 {
				t.Fatalf("at %g the length is %g", part, l)
			}
			if got := angle(a, x); math.Abs(got-part*w) > 1e-2 {
				t.Fatalf("at %g the angle is %g, want %g", part, got, part*w)
			}
		}
	})
	if got := slerp([]float32{1, 2}, []float32{2, 4}, .5); !slices.Equal(got, []float32{1.5, 3}) {
		t.Errorf("between points of one direction lies %v", got)
	}
}

// What cannot be an aim is the first, and places beyond a wall are on it.
func TestAnyAimIsLookedAt(t *testing.T) {
	r := open(t, tiny+"condition=none")
	for _, text := range []string{"", "x", "g,1,2", "g,99999,65535,7,8,1,1", "r,5000,1,2,3,0,0", "m,0,0,0,0,1e9,0", strings.Repeat("g,", 9)} {
		r.Look(text)
		s := r.Snapshot(allLooks, false, false)
		if s.Fault != "" || len(s.Bytes(probe.Subject)) != 64 {
			t.Errorf("%q: %q and %d bytes", text, s.Fault, len(s.Bytes(probe.Subject)))
		}
	}
}
