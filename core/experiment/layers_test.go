package experiment

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ganvas/core/nn"
)

// Text of layers, and what it prints as.
func TestLayersText(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"32,16:tanh":                   "32,16:tanh",
		"fc1568:relu":                  "1568:relu",
		"032,1e1":                      "32,10",
		"conv16k4s2p1:lrelu":           "conv16k4s2p1:lrelu",
		"conv16":                       "conv16k3",
		"conv16k3s1p0d1":               "conv16k3",
		"conv8k5p2":                    "conv8k5p2",
		"convt16k4s2p1,convt1k3s2p1o1": "convt16k4s2p1,convt1k3s2p1o1",
		"max2,max3s2p1,mean7,mean2s2":  "max2,max3s2p1,mean7,mean2",
		"nearest2,bilinear2":           "nearest2,bilinear2",
		"shape7x7x32,flat":             "shape7x7x32,flat",
		"batch:relu,layer,pixel":       "batch:relu,layer,pixel",
	} {
		l, err := ParseLayers(in)
		if err != nil || l.String() != want {
			t.Errorf("%q prints as %q (%v), want %q", in, l, err, want)
		}
	}
}

// What is not a list of layers is refused: the place, the text, and what is allowed.
func TestLayersErrors(t *testing.T) {
	for _, c := range []struct {
		text    string
		place   int
		part    string
		allowed string
	}{
		{"32,0", 1, "0", "units from 1 to 8192"},
		{"32,", 1, "", "units from 1"},
		{"conv", 0, "conv", "channels from 1 to 512, kernel from 1 to 32, stride from 1 to 8"},
		{"conv0", 0, "conv0", "channels from 1 to 512"},
		{"conv16k33", 0, "conv16k33", "kernel from 1 to 32"},
		{"32,conv16s0", 1, "conv16s0", "stride from 1 to 8"},
		{"conv16p1k3", 0, "conv16p1k3", "a layer such as conv16k3s1p0d1"},
		{"conv16x3", 0, "conv16x3", "a layer such as conv16k3s1p0d1"},
		{"conv99999999999999999999", 0, "conv99999999999999999999", "channels from 1"},
		{"conv-1", 0, "conv-1", "channels from 1"},
		{"max2:relu", 0, "max2:relu", "without an activation"},
		{"flat:tanh", 0, "flat:tanh", "without an activation"},
		{"conv16:wavy", 0, "conv16:wavy", "after the colon one of relu, lrelu"},
		{"conv16:", 0, "conv16:", "after the colon one of relu, lrelu"},
		{"dense16", 0, "dense16", "one of these kinds: a width alone, fc, conv, convt, max"},
		{"shape7x7", 0, "shape7x7", "shape16x16x16 with height from 1 to 512, width from 1 to 512, channels from 1 to 512"},
		{"nearest9", 0, "nearest9", "factor from 1 to 8"},
		{"flat2", 0, "flat2", "a layer such as flat"},
		{"Conv16", 0, "Conv16", "units from 1"},
		{strings.Repeat("flat,", 16) + "flat", 16, "flat", "at most 16 layers"},
	} {
		_, err := ParseLayers(c.text)
		var e *LayerError
		if !errors.As(err, &e) || e.Place != c.place || e.Text != c.part || !strings.Contains(e.Allowed, c.allowed) {
			t.Errorf("%q: got %v, want %q at %d: %q", c.text, err, c.part, c.place, c.allowed)
		}
		var f *FieldError
		s := Default()
		if err := Find("g").Set(&s, c.text); !errors.As(err, &f) || !strings.Contains(f.Allowed, c.allowed) {
			t.Errorf("g=%s: %v", c.text, err)
		}
	}
}

// layers draws lists of layers, each good by itself.
var layers = rapid.Custom(func(t *rapid.T) Layers { return drawLayers(t, "list") })

func TestParseLayersUndoesString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := layers.Draw(t, "layers")
		got, err := ParseLayers(want.String())
		if err != nil || got != want {
			t.Fatalf("%q parses as %q, %v", want, got, err)
		}
	})
}

func FuzzParseLayers(f *testing.F) {
	for _, text := range []string{"", "32,16:tanh", "conv16k4s2p1:lrelu,max2,flat,32", "shape7x7x32,convt16k4s2p1o1,nearest2,batch:relu", "conv16k", "conv:", "1e3", ",", "shape1x1x1x1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := ParseLayers(text)
		if err != nil {
			var e *LayerError
			if !errors.As(err, &e) || e.Allowed == "" || l != (Layers{}) {
				t.Fatalf("%q: %v, %v", text, l, err)
			}
			return
		}
		if again, err := ParseLayers(l.String()); err != nil || again != l || !l.valid() {
			t.Fatalf("%q prints as %q, which parses as %q, %v", text, l, again, err)
		}
	})
}

// The networks of the lectures' first exercise: at every layer its shape, parameters and multiply-adds, counted by hand.
func TestSizesOfExerciseOne(t *testing.T) {
	s, err := Parse("data=digits&z=100&condition=none&d=conv8k5p2:relu,max2,conv16k5p2:relu,max2,flat&g=784:relu,shape28x28x1,conv10k3p1:relu,conv1k3p1&g.norm=none")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		design Design
		want   []nn.Size
	}{
		{"D", s.DesignD([]int{28, 28, 1}, 0), []nn.Size{
			{Out: []int{28, 28, 8}, Parameters: 208, Multiplications: 156_800}, {Out: []int{14, 14, 8}},
			{Out: []int{14, 14, 16}, Parameters: 3216, Multiplications: 627_200}, {Out: []int{7, 7, 16}}, {Out: []int{784}},
			{Out: []int{1}, Parameters: 785, Multiplications: 784},
		}},
		{"G", s.DesignG([]int{28, 28, 1}, 0), []nn.Size{
			{Out: []int{784}, Parameters: 79_184, Multiplications: 78_400}, {Out: []int{28, 28, 1}},
			{Out: []int{28, 28, 10}, Parameters: 100, Multiplications: 28 * 28 * 90}, {Out: []int{28, 28, 1}, Parameters: 91, Multiplications: 28 * 28 * 90},
		}},
	} {
		got, err := c.design.Sizes()
		if err != nil || cmp.Diff(got, c.want) != "" {
			t.Errorf("%s: %v\n%s", c.name, err, cmp.Diff(got, c.want))
		}
	}
}

// Where shapes do not flow, the message has the place, the reason and what would fit.
func TestShapesThatDoNotFlow(t *testing.T) {
	for text, want := range map[string]string{
		"data=digits&d=conv16k4s2p1,32":                 "layer 2, fully connected: it wants features in one row: it is given [14 14 16]; a flatten before it would fit",
		"data=digits&d=max4,conv8k9":                    "a kernel of at most 7 by 7 would fit",
		"data=digits&d=flat,conv8":                      "it wants an image [height, width, channels]: it is given [784]",
		"data=digits&d=conv8,shape7x7x8":                "holds 392 numbers, not 5408",
		"data=digits&g=conv8":                           "layer 1",
		"data=digits&g=196:relu,shape14x14x1,conv1k3p1": "14 x 14 x 1 comes out, and not the data's 28 x 28 x 1",
		"data=digits&g=784,shape28x28x1,nearest2":       "56 x 56 x 1 comes out",
		"data=ring8&g=conv8":                            "layer 1, ",
		"data=ring8&g=49,shape7x7x1,conv1k3p1":          "7 x 7 x 1 comes out, and not the data's 2",
		"data=ring8&d=conv8":                            "it wants an image",
		"data=digits&d=4096,4096":                       "layers of at most 2097152 weights",
	} {
		_, err := Parse(text)
		var f *FieldError
		if !errors.As(err, &f) || f.Field != strings.Split(strings.Split(text, "&")[1], "=")[0] || !strings.Contains(f.Allowed, want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// Any list of layers that Fit takes has sizes that end in what is wanted, and what a step holds of it is bounded.
func TestSizesBoundImages(t *testing.T) {
	shape := []int{12, 12, 2}
	fit := 0
	rapid.Check(t, func(t *rapid.T) {
		s := Default()
		s.Discriminator.Hidden = layers.Draw(t, "d")
		s.Condition = rapid.SampledFrom(Conditions).Draw(t, "condition").Key
		err := s.Fit(shape, 3)
		sizes, wrong := s.DesignD(shape, 3).Sizes()
		if wrong != nil && err == nil {
			t.Fatalf("%q fits, and has no sizes: %v", s.Discriminator.Hidden, wrong)
		}
		if err != nil {
			return
		}
		fit++
		held, weights := 0, 0
		for _, x := range sizes[:len(sizes)-1] {
			held += elements(x.Out)
			weights += x.Parameters
		}
		if last := sizes[len(sizes)-1].Out; !slices.Equal(last, []int{1}) || len(sizes) != s.Discriminator.Hidden.Len()+1 {
			t.Fatalf("%q ends in %v after %d layers", s.Discriminator.Hidden, last, len(sizes))
		}
		if weights > MaxWeights || held*s.Batch > MaxLayers*MaxImageUnits {
			t.Fatalf("%q holds %d numbers and %d weights", s.Discriminator.Hidden, held*s.Batch, weights)
		}
	})
	if fit == 0 {
		t.Error("no list fits: the test says nothing")
	}
}
