package control

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
)

func layersOf(t *testing.T, text string) experiment.Layers {
	t.Helper()
	l, err := experiment.ParseLayers(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLayersAreEdited(t *testing.T) {
	l := layersOf(t, "conv8k5p2,max2,flat,32")
	for _, c := range []struct {
		what, got, want string
	}{
		{"one more", Grown(l).String(), "conv8k5p2,max2,flat,32,32"},
		{"the first of all", Grown(experiment.Layers{}).String(), "16"},
		{"down", Moved(l, 0, 1).String(), "max2,conv8k5p2,flat,32"},
		{"up", Moved(l, 3, -1).String(), "conv8k5p2,max2,32,flat"},
		{"no higher", Moved(l, 0, -1).String(), l.String()},
		{"no lower", Moved(l, 3, 1).String(), l.String()},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

// A layer of another kind keeps what both kinds have, and is good.
func TestKindsChange(t *testing.T) {
	for _, c := range []struct{ was, kind, want string }{
		{"conv8k5s2p2:tanh", "convt", "convt8k5s2p2:tanh"},
		{"conv8k5p2:tanh", "fc", "8:tanh"},
		{"64", "conv", "conv64k3"},
		{"conv8k5", "flat", "flat"},
		{"nearest2", "bilinear", "bilinear2"},
	} {
		k, _ := experiment.FindLayerKind(c.kind)
		if got := OfKind(layersOf(t, c.was).At(0), k).String(); got != c.want {
			t.Errorf("%s as %s is %q, want %q", c.was, c.kind, got, c.want)
		}
	}
	for _, from := range experiment.LayerKinds {
		for _, to := range experiment.LayerKinds {
			text := OfKind(from.New(), to).String()
			if l, err := experiment.ParseLayers(text); err != nil || l.String() != text {
				t.Errorf("%s as %s is %q: %v", from.Key, to.Key, text, err)
			}
		}
	}
	if n := len(Kinds([]int{2}, experiment.Layer{Width: 3})); n != 4 {
		t.Errorf("%d kinds for points, want the fully connected one and three normalisations", n)
	}
	if n := len(Kinds([]int{28, 28, 1}, experiment.Layer{Width: 3})); n != len(experiment.LayerKinds) {
		t.Errorf("%d kinds for images, want all", n)
	}
}

// The first exercise of a lecture: shapes, weights and multiply-adds follow from the windows.
func TestPlanOfAnExercise(t *testing.T) {
	p, _ := experiment.FindPreset("exercise")
	s, err := experiment.Parse(p.Query)
	if err != nil {
		t.Fatal(err)
	}
	d := PlanOf(s, "d", s.Discriminator.Hidden, []int{28, 28, 1}, 10)
	want := []string{"gives 28 × 28 × 8 · 208 weights · 156,800 multiply-adds", "gives 14 × 14 × 8", "gives 14 × 14 × 16 · 3,216 weights · 627,200 multiply-adds", "gives 7 × 7 × 16", "gives 784"}
	if !slices.Equal(d.Sizes, want) || d.Stuck != -1 {
		t.Errorf("%q, stuck at %d", d.Sizes, d.Stuck)
	}
	g := PlanOf(s, "g", s.Generator.Hidden, []int{28, 28, 1}, 10)
	if len(g.Sizes) != 4 || !strings.HasPrefix(g.Sizes[0], "gives 784 · 79,184 weights") || g.Stuck != -1 {
		t.Errorf("%q, stuck at %d", g.Sizes, g.Stuck)
	}
}

// Where shapes do not flow the place is told, and what mends it does.
func TestBrokenPlanIsMended(t *testing.T) {
	s, _ := experiment.Parse("data=digits")
	shape := []int{28, 28, 1}
	for _, c := range []struct {
		player, layers string
		stuck          int
	}{
		{"g", "3136,shape7x7x32,nearest2,conv8k3p1,nearest2,conv1k3p1", 1},
		{"g", "3136,shape7x7x64,nearest2,conv8k3p1,conv1k3p1", 4},
		{"d", "conv32k4s2p1,conv16k4s2p1,max9", 2},
	} {
		p := PlanOf(s, c.player, layersOf(t, c.layers), shape, 10)
		if p.Stuck != c.stuck || p.Why == "" || len(p.Mends) == 0 {
			t.Errorf("%s: stuck at %d, want %d: %q, %d mends", c.layers, p.Stuck, c.stuck, p.Why, len(p.Mends))
			continue
		}
		if mended := PlanOf(s, c.player, p.Mends[0].Layers, shape, 10); mended.Stuck != -1 {
			t.Errorf("%s: mended it is stuck at %d: %s", c.layers, mended.Stuck, mended.Why)
		}
	}
}
