package plot

import (
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// scene is a Snapshot at a step of one sample at (x, y) in the window from 0 to 1, beside a real point in its middle.
func scene(step uint64, x, y float32) *wire.Snapshot {
	return &wire.Snapshot{Step: step, Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{0, 0, 1, 1}, 4), wire.Floats(probe.Samples, []float32{x, y}, 1, 2), wire.Floats(probe.Real, []float32{.5, .5}, 1, 2),
	}}
}

// A shot has its samples where they are, and leaves out what is not in the window.
func TestShot(t *testing.T) {
	s, ok := ShotOf(scene(7, .2, .8))
	if !ok || s.Step != 7 || len(s.Samples) != 2 || s.Samples[0] != 51 || s.Samples[1] != 204 {
		t.Errorf("%v, %v", s, ok)
	}
	if s, ok := ShotOf(scene(7, 1.2, .8)); !ok || len(s.Samples) != 0 {
		t.Errorf("outside: %v, %v", s, ok)
	}
	wall := wire.Bytes(probe.Images, []uint8{1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 1, 2, 1) // the second row's first image is 5, 6
	if s, ok := ShotOf(&wire.Snapshot{Step: 7, Arrays: []wire.Array{wall}}); !ok || string(s.Image.Bytes) != "\x05\x06" || len(s.Image.Shape) != 3 {
		t.Errorf("the shot of a wall has %v, %v", s.Image, ok)
	}
	if _, ok := ShotOf(&wire.Snapshot{Step: 7}); ok {
		t.Error("of nothing there is a shot")
	}
}

// A film keeps its first and its last shot and never too many, and shows each cell the shot that is nearest to its step.
func TestFilm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f Film
		steps := rapid.SliceOfN(rapid.Uint64Range(0, 100_000), 1, 600).Draw(t, "steps")
		least, most := steps[0], steps[0]
		for _, step := range steps {
			f.Add(Shot{Step: step})
			least, most = min(least, step), max(most, step)
		}
		if n := len(f.shots); n > mostShots || f.shots[0].Step != least || f.shots[n-1].Step != most {
			t.Errorf("%d shots from %d to %d, want from %d to %d", n, f.shots[0].Step, f.shots[n-1].Step, least, most)
		}
		c := Cell{From: 100, Step: 5000, To: 50_000}
		got, ok := f.Of(c)
		for _, s := range f.shots {
			if s.Step >= c.From && s.Step <= c.To && (!ok || max(s.Step, c.Step)-min(s.Step, c.Step) < max(got.Step, c.Step)-min(got.Step, c.Step)) {
				t.Errorf("the cell shows step %d (%v), and there is %d", got.Step, ok, s.Step)
			}
		}
		f.Before(5000)
		if _, ok := f.Of(Cell{From: 5000, Step: 5000, To: 1 << 40}); ok {
			t.Error("what was given up is still there")
		}
	})
	var f Film
	axis := Time{Steps: 1000, Linear: true}
	f.Add(Shot{Step: 500})
	for step, want := range map[uint64]bool{500: false, 501: false, 510: true, 0: true} {
		if got := f.Wants(step, axis); got != want {
			t.Errorf("a shot at %d is wanted: %v", step, got)
		}
	}
}

// A thumb has the sample's colour where the sample is, the frame's at its edge, and the page's elsewhere.
func TestThumb(t *testing.T) {
	for _, th := range Themes {
		s, _ := ShotOf(scene(1, .2, .8))
		const side = 48
		pixels := Thumb(side, th, Small(Window{0, 0, 1, 1}, []float32{.5, .5}), &s)
		at := func(x, y int) Colour {
			p := pixels[4*(y*side+x):]
			return Colour{p[0], p[1], p[2]}
		}
		if len(pixels) != 4*side*side {
			t.Fatalf("%d bytes", len(pixels))
		}
		if got := at(9, 9); distance(got, th.Generated.Ink) > distance(got, th.Page) {
			t.Errorf("%s: the sample is %s", th.Key, got.Hex())
		}
		if got := at(24, 24); got == th.Page {
			t.Errorf("%s: the real point is not there", th.Key)
		}
		if at(38, 38) != th.Page || at(0, 20) != th.Rule {
			t.Errorf("%s: elsewhere it is %s, its edge %s", th.Key, at(38, 38).Hex(), at(0, 20).Hex())
		}
		if empty := Thumb(side, th, nil, nil); empty[4*(9*side+9)] != th.Page.R {
			t.Errorf("%s: an empty one is not", th.Key)
		}
	}
}

// distance is how far apart two colours are, in their components.
func distance(a, b Colour) int {
	d := func(x, y uint8) int { return (int(x) - int(y)) * (int(x) - int(y)) }
	return d(a.R, b.R) + d(a.G, b.G) + d(a.B, b.B)
}
