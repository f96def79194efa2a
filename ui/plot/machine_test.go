package plot

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/probe"
	"pgregory.net/rapid"
)

func (b Box) within(o Box) bool {
	return b.X >= o.X-1 && b.Y >= o.Y-1 && b.X+b.W <= o.X+o.W+1 && b.Y+b.H <= o.Y+o.H+1
}

func (b Box) meets(o Box) bool {
	return b.X < o.X+o.W && o.X < b.X+b.W && b.Y < o.Y+o.H && o.Y < b.Y+b.H
}

// Whatever the players are, the parts lie side by side in the picture, and each unit in its player, clear of all others.
func TestMachineHasNoOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		layers := rapid.SliceOfN(rapid.IntRange(1, probe.MachineUnits), 1, 6)
		w, h := rapid.Float64Range(960, 1900).Draw(t, "w"), rapid.Float64Range(400, 1000).Draw(t, "h")
		m := LayMachine(w, h, layers.Draw(t, "g"), layers.Draw(t, "d"))
		parts := []Box{m.Noise, m.Players[0].Box, m.Samples, m.Players[1].Box, m.Verdicts, m.Losses[0], m.Losses[1]}
		for i, a := range parts {
			if !a.within(Box{0, 0, w, h}) || a.W < 60 {
				t.Fatalf("part %d is at %v", i, a)
			}
			for j, b := range parts[:i] {
				if a.meets(b) {
					t.Fatalf("parts %d and %d lie on each other: %v, %v", j, i, b, a)
				}
			}
		}
		for _, p := range m.Players {
			var all []Box
			for _, layer := range p.Layers {
				all = append(all, layer...)
			}
			for i, a := range all {
				if a.W < 8 || a.W != a.H || !a.within(p.Box) {
					t.Fatalf("unit %d is at %v in %v", i, a, p.Box)
				}
				for _, b := range all[:i] {
					if a.meets(b) {
						t.Fatalf("units lie on each other: %v, %v", a, b)
					}
				}
			}
		}
	})
}

// The small machine's parts lie side by side in the picture too, in a row and in three.
func TestSmallMachineHasNoOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.Float64Range(300, 1400).Draw(t, "w")
		h := rapid.Float64Range(map[bool]float64{true: 200, false: 400}[w >= rowOfParts], 800).Draw(t, "h")
		m := LaySmall(w, h)
		parts := []Box{m.Noise, m.Players[0].Box, m.Samples, m.Players[1].Box, m.Losses[0], m.Losses[1]}
		for i, a := range parts {
			if !a.within(Box{0, 0, w, h}) || a.W < 40 {
				t.Fatalf("part %d is at %v", i, a)
			}
			for j, b := range parts[:i] {
				if a.meets(b) {
					t.Fatalf("parts %d and %d lie on each other: %v, %v", j, i, b, a)
				}
			}
		}
	})
}

// The grid is drawn where it lies in the window, and nothing is drawn of a grid that is not there, or not finite.
func TestSmallMachineDrawsTheGrid(t *testing.T) {
	s := goldenScene()
	bare := LaySmall(600, 300).SVG(Light, s)
	goldenSmall(&s)
	with := LaySmall(600, 300).SVG(Light, s)
	if len(with) < len(bare)+500 {
		t.Error("the grid and the line where D cannot tell are not drawn")
	}
	for i := range s.Bent {
		s.Bent[i] = float32(math.NaN())
	}
	for i := range s.Field.D {
		s.Field.D[i] = float32(math.NaN())
	}
	if strings.Contains(LaySmall(600, 300).SVG(Light, s), "NaN") {
		t.Error("numbers that are not finite are drawn")
	}
}

func TestEdgesAreTheLargestWeights(t *testing.T) {
	got := Edges([]float32{1, -5, 0, 3, float32(math.NaN()), -2}, 3, 3)
	want := []Edge{{0, 1, -5}, {1, 0, 3}, {1, 2, -2}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("edge %d is %v, want %v", i, got[i], want[i])
		}
	}
}

// A unit that grows upward is darkest at the top of its picture; a constant one is blank.
func TestResponsesStandUpright(t *testing.T) {
	const n = probe.MachineSide
	values := make([]float32, 2*n*n)
	for i := range n * n {
		values[i] = float32(i / n)
	}
	pixels := Responses(Light, values)
	if len(pixels) != 4*len(values) {
		t.Fatalf("%d bytes", len(pixels))
	}
	if top, bottom := pixels[0], pixels[4*n*(n-1)]; top >= bottom || bottom != Light.Page.R {
		t.Errorf("the top is %d, the bottom %d", top, bottom)
	}
	if c := pixels[4*n*n]; c != Light.Page.R {
		t.Errorf("a constant unit is %d", c)
	}
}

func TestBinnedCountsAll(t *testing.T) {
	got := binned([]float32{-1, 0, .24, .25, .5, 1, 2, float32(math.NaN())}, 0, 1, 4)
	if want := [4]int{3, 1, 1, 2}; [4]int(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}
