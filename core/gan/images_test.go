package gan

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/experiment/experimenttest"
	"ganvas/core/graph"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// tiny makes a step on images cheap.
const tiny = "data=digits-8&rows=64&batch=6&z=3&g=16:relu,shape4x4x1,convt1k4s2p1&d=conv2k4s2p1:lrelu&"

// pick is one of these, drawn.
func pick[T any](t *rapid.T, what string, from ...T) T { return rapid.SampledFrom(from).Draw(t, what) }

// imageSpecs draws Specs of players of 8 by 8 images that are cheap and legal: generators by any way to enlarge, discriminators of any layers.
var imageSpecs = rapid.Custom(func(t *rapid.T) experiment.Spec {
	s := cheap.Draw(t, "spec")
	s.Data, s.Rows, s.Batch, s.Latent, s.Unroll = "digits-8", 32, pick(t, "batch", 4, 6), pick(t, "z", 2, 5), min(s.Unroll, 1)
	s.Pixels = pick(t, "pixels", experiment.PixelRanges...).Key
	s.Condition = pick(t, "condition", experiment.Conditions...).Key
	for _, f := range []struct{ key, text string }{{"g", drawnG(t)}, {"d", drawnD(t)}} {
		if err := experiment.Find(f.key).Set(&s, f.text); err != nil {
			t.Fatal(err)
		}
	}
	return experimenttest.Sensible(s)
})

// drawnG is a generator's layers: plain ones, or an image of 2 by 2 or 4 by 4 that grows to 8 by 8.
func drawnG(t *rapid.T) string {
	if rapid.Bool().Draw(t, "g plain") {
		return pick(t, "g", "", "5", "7,7")
	}
	side, channels := pick(t, "side", 2, 4), pick(t, "channels", 1, 3)
	parts := []string{fmt.Sprint(side * side * channels), fmt.Sprintf("shape%dx%dx%d", side, side, channels)}
	for ; side < 8; side *= 2 {
		c := pick(t, "channels", 1, 2, 3)
		if side == 4 {
			c = 1
		}
		parts = append(parts, pick(t, "larger", "convt%dk4s2p1", "nearest2,conv%dk3p1", "bilinear2,conv%dk5p2", "convt%dk3s2p1o1", "nearest2,batch,conv%dk3p2d2"))
		parts[len(parts)-1] = fmt.Sprintf(parts[len(parts)-1], c)
	}
	return strings.Join(parts, ",")
}

// drawnD is a discriminator's layers.
func drawnD(t *rapid.T) string {
	if rapid.IntRange(0, 3).Draw(t, "d plain") == 0 {
		return pick(t, "d", "", "6", "4,4")
	}
	parts := []string{pick(t, "first", "conv2k4s2p1", "conv3k3:tanh", "max2", "mean3s2p1", "conv2k3p2d2,conv2k3p1")}
	for range rapid.IntRange(1, 3).Draw(t, "more") {
		parts = append(parts, pick(t, "next", "conv2k3p1", "max2s1", "mean2", "batch:linear", "layer", "pixel:lrelu", "nearest2"))
	}
	return strings.Join(append(parts, pick(t, "end", []string{}, []string{"flat", "3"}, []string{"flat"})...), ",")
}

// Any legal Spec of images compiles and trains, both machines agree on every bit, and what they show is what panels rely on.
func TestRandomImageSpecsRunAlikeOnBothMachines(t *testing.T) {
	trained := map[string]bool{}
	for i := range 24 {
		s := imageSpecs.Example(i)
		simd, kernel := openOn(t, s.String(), native.New), openOn(t, s.String(), nil)
		for _, r := range []*run.Run{simd, kernel} {
			train(t, r, 3)
		}
		if name, ok := same(state(simd), state(kernel)); !ok || simd.Fault() != kernel.Fault() {
			t.Errorf("%q: the machines differ in %s, or in their faults: %q and %q", s, name, simd.Fault(), kernel.Fault())
		}
		if !equal(shot(simd), shot(kernel)) {
			t.Errorf("%q: the machines' snapshots differ", s)
		}
		if err := probe.Check(shot(simd)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if simd.Step() == 3 {
			for _, p := range []experiment.Player{s.Generator, s.Discriminator} {
				for j := range p.Hidden.Len() {
					trained[p.Hidden.At(j).Kind] = true
				}
			}
			trained[s.Condition] = true
		}
	}
	for _, k := range experiment.LayerKinds[1:] {
		if !trained[k.Key] {
			t.Errorf("no Spec trained with a layer of kind %s", k.Key)
		}
	}
	for _, c := range experiment.Conditions {
		if !trained[c.Key] {
			t.Errorf("no Spec trained with condition %s", c.Key)
		}
	}
}

// Walls show the data's own bytes, and the generator's images of noise that stays.
func TestWalls(t *testing.T) {
	r := open(t, tiny+"condition=concat")
	train(t, r, 5)
	s := shot(r)
	real, classes := s.Array(probe.RealImages), s.Bytes(probe.RealImagesClass)
	pixels, labels := make([]uint8, 64*64), make([]float32, 64)
	data.Digits8.SampleBytes(random.New(experimentOf(r).spec.Seed, "data"), pixels, labels)
	for row := range real.Dim(0) {
		image := real.Bytes[row*real.Dim(1)*64:][:64]
		found := false
		for i, l := range labels {
			found = found || uint8(l) == classes[row] && slices.Equal(image, pixels[i*64:][:64])
		}
		if !found && slices.Contains(labels, float32(classes[row])) {
			t.Errorf("the first image of row %d is none of class %d", row, classes[row])
		}
	}
	before := s.Bytes(probe.Images)
	if again := shot(r).Bytes(probe.Images); !slices.Equal(before, again) {
		t.Error("looking twice shows two walls")
	}
	train(t, r, 20)
	if slices.Equal(before, shot(r).Bytes(probe.Images)) {
		t.Error("the wall has not moved after twenty steps")
	}
	for _, name := range []string{probe.ImagesVerdict, probe.RealVerdict} {
		if v := shot(r).Floats(name); len(v) != 100 || slices.ContainsFunc(v, func(x float32) bool { return !(x >= 0 && x <= 1) }) {
			t.Errorf("%s is %v", name, v)
		}
	}
}

// The bytes of a sample are those of what the generator gives: tanh's -1 to 1, a sigmoid's 0 to 1, and what there is, cut at black and white.
func TestSamplesAreInUnitsOfBytes(t *testing.T) {
	for _, pixels := range []string{"signed", "unit", "raw"} {
		r := open(t, tiny+"pixels="+pixels)
		b := builderOf(t, r)
		lo, hi := float32(255), float32(0)
		for _, x := range samplesOf(t, r, 130) {
			lo, hi = min(lo, x), max(hi, x)
		}
		if lo < 0 || hi > 255 || hi-lo < 1 && pixels != "raw" {
			t.Errorf("%s: samples lie between %g and %g", pixels, lo, hi)
		}
		// 0 and 255 are the range's ends in training, and back.
		m := b.data.space.(*images)
		if got := m.span.Low + m.step()*255; math.Abs(float64(got-m.span.High)) > 1e-5*math.Abs(float64(m.span.High)) {
			t.Errorf("%s: white is %g in training, want %g", pixels, got, m.span.High)
		}
	}
}

// A checkpoint holds what training changes, and none of the data: it is as large with a thousand times the images.
func TestCheckpointsHoldNoImages(t *testing.T) {
	bytes := func(rows string) (state, run int) {
		r := open(t, strings.Replace(tiny, "rows=64", "rows="+rows, 1))
		train(t, r, 1)
		for _, v := range r.Model().State {
			state += 4 * v.Node.Shape().Len()
		}
		return state, r.Bytes()
	}
	few, small := bytes("64")
	many, large := bytes("16384")
	if few != many {
		t.Errorf("the state takes %d bytes with few images and %d with many", few, many)
	}
	if grown := large - small; grown < (16384-64)*64 || grown > (16384-64)*(64+4)+4096 {
		t.Errorf("a run of 16320 more images of 64 bytes, and a float each for their classes, takes %d bytes more", grown)
	}
}

// A saved run is its script: opened anew, it trains to the same bits; and going back and on again ends where it was.
func TestImageRunsComeBack(t *testing.T) {
	r := open(t, tiny+"g.norm=batch&condition=projection&penalty.every=2")
	train(t, r, 30)
	if err := set(r, "g.lr", "0.001"); err != nil {
		t.Fatal(err)
	}
	train(t, r, 40)
	want, script := state(r), r.Script().String()
	again := open(t, script)
	train(t, again, 70)
	if name, ok := same(want, state(again)); !ok {
		t.Errorf("opened anew, %s differs", name)
	}
	if err := r.At(17); err != nil {
		t.Fatal(err)
	}
	if err := r.At(70); err != nil {
		t.Fatal(err)
	}
	if name, ok := same(want, state(r)); !ok {
		t.Errorf("back and on again, %s differs", name)
	}
}

// Pictures are of running statistics: an image is the same whatever else is made beside it, with batch normalisation too.
func TestPicturesGoByRunningStatistics(t *testing.T) {
	r := open(t, tiny+"condition=none&g.ema=0")
	train(t, r, 30)
	b, env := builderOf(t, r), exactly(r)
	moved := false
	for name, v := range env {
		if strings.HasPrefix(name, "variable g.average.state/") && strings.HasSuffix(name, "/mean") {
			moved = moved || slices.ContainsFunc(v, func(x float64) bool { return x != 0 })
		}
	}
	if !moved {
		t.Error("no running mean has moved")
	}
	one, two := []float64{.3, -1, .5}, []float64{-2, 1, 0}
	env["variable one"], env["variable both"] = one, slices.Concat(one, two)
	got := env.Eval(b.g.average(graph.Variable("one", 1, 3), nil), b.g.average(graph.Variable("both", 2, 3), nil))
	for i, want := range got[0] {
		if math.Abs(got[1][i]-want) > 1e-12 {
			t.Fatalf("pixel %d is %g beside another image, and %g alone", i, got[1][i], want)
		}
	}
}

// Images that somebody has brought are the machine's table as they lie, every one once; fewer rows than there are images are drawn.
func TestOwnImagesAreReadWhereTheyLie(t *testing.T) {
	set := data.ImageSet(data.Digits8, 3, 50)
	openOwn := func(spec string) *run.Run {
		r, err := Open("data=csv&"+spec+strings.TrimPrefix(tiny, "data=digits-8&rows=64&")+"condition=concat", run.Options{Machine: native.New, Own: set.Bytes()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(r.Close)
		train(t, r, 3)
		return r
	}
	table := func(r *run.Run, n int) (bytes []uint8) {
		packed := r.Slots().Read("data")
		for i := range n * 64 {
			bytes = append(bytes, plan.Byte(packed, i))
		}
		return bytes
	}
	if got := table(openOwn("rows=50&"), 50); !slices.Equal(got, set.Pixels) {
		t.Error("the machine's table is not the set as it lies")
	}
	some := table(openOwn("rows=7&"), 7)
	for i := range 7 {
		found := false
		for j := range set.Len() {
			found = found || slices.Equal(some[i*64:][:64], set.Image(j))
		}
		if !found {
			t.Errorf("row %d is none of the set's images", i)
		}
	}
}

// Own images that the layers do not fit, or that are damaged, are refused, and so are labels of those that have none.
func TestOwnImagesThatDoNotFit(t *testing.T) {
	set := data.ImageSet(data.Digits8, 3, 50)
	bare := *set
	bare.Labels, bare.Classes = nil, nil
	for _, c := range []struct {
		spec string
		own  []byte
		want string
	}{
		{"d=conv2k9", set.Bytes(), "a kernel of at most 8 by 8"},
		{"g=49,shape7x7x1,conv1k3p1", set.Bytes(), "7 x 7 x 1 comes out, and not the data's 8 x 8 x 1"},
		{"d=conv2k3", []byte("x,y\n1,2\n3,4\n"), "it wants an image"},
		{"condition=concat", []byte("x,y\n1,2\n3,4\n"), "none with data that has no classes"},
		{"condition=concat", bare.Bytes(), "none with data that has no classes"},
		{"", set.Bytes()[:90], "a set of images beside it"},
	} {
		_, err := Open("data=csv&"+c.spec, run.Options{Own: c.own})
		var f *experiment.FieldError
		if !errors.As(err, &f) || !strings.Contains(f.Allowed, c.want) {
			t.Errorf("%q: got %v, want %q", c.spec, err, c.want)
		}
	}
}
