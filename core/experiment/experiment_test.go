package experiment

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDefaultIsValidAndEmptyText(t *testing.T) {
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
	if got := Default().String(); got != "" {
		t.Errorf("default prints as %q", got)
	}
	if got, err := Parse(""); err != nil || got != Default() {
		t.Errorf("empty text parses as %v, %v", got, err)
	}
}

func TestParseUndoesString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := specs.Draw(t, "spec")
		text := want.String()
		got, err := Parse(text)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if got != want {
			t.Fatalf("%q parses as\n%+v, want\n%+v", text, got, want)
		}
	})
}

func TestTextIsPlainAndInOrder(t *testing.T) {
	s := Default()
	s.Batch, s.Seed, s.Generator.Rate = 64, 7, 1e-5
	s.Discriminator.Hidden = LayersOf(8).Append(Layer{Width: 16, Activation: "tanh"})
	if got, want := s.String(), "seed=7&g.lr=1e-5&d=8,16:tanh&batch=64"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumbersBecomeCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"g.lr=1E-3":       "g.lr=0.001",
		"g.lr=0.0010":     "g.lr=0.001",
		"g.lr=.5":         "g.lr=0.5",
		"g.lr=0.00000100": "g.lr=1e-6",
		"g.lr=-0":         "g.lr=0",
		"steps=5e3":       "steps=5000",
		"seed=007":        "seed=7",
		"g=032,8%3Atanh":  "g=32,8:tanh",
		"g=":              "g=",
		"?seed=3&":        "seed=3",
		"g.lr=0.006":      "",
	} {
		s, err := Parse(in)
		if err != nil || s.String() != want {
			t.Errorf("%q prints as %q (%v), want %q", in, s, err, want)
		}
	}
}

func TestBadTextNamesFieldValueAndWhatIsAllowed(t *testing.T) {
	for _, c := range []struct{ text, field, value, allowed string }{
		{"g.lr=fast", "g.lr", "fast", "a number from 0 to 10"},
		{"g.lr=NaN", "g.lr", "NaN", "a number from 0 to 10"},
		{"g.lr=Inf", "g.lr", "Inf", "a number from 0 to 10"},
		{"g.lr=0x1p-2", "g.lr", "0x1p-2", "a number from 0 to 10"},
		{"g.lr=1e999", "g.lr", "1e999", "a number from 0 to 10"},
		{"d.lr=-1", "d.lr", "-1", "a number from 0 to 10"},
		{"batch=0", "batch", "0", "a whole number from 1 to 4096"},
		{"batch=12.5", "batch", "12.5", "a whole number from 1 to 4096"},
		{"batch=", "batch", "", "a whole number from 1 to 4096"},
		{"batch", "batch", "", "a whole number from 1 to 4096"},
		{"seed=4294967296", "seed", "4294967296", "a whole number from 0 to 4294967295"},
		{"seed=1_000", "seed", "1_000", "a whole number"},
		{"z=257", "z", "257", "a whole number from 1 to 256"},
		{"loss=best", "loss", "best", "one of rp, ns"},
		{"data=moon%20", "data", "moon ", "one of ring8"},
		{"g=32,0", "g", "32,0", "widths from 1 to 8192"},
		{"g=8193", "g", "8193", "widths from 1 to 8192"},
		{"g=32,", "g", "32,", "up to 16 layers"},
		{"g=32:wavy", "g", "32:wavy", "the activations are relu"},
		{"g=32:", "g", "32:", "up to 16 layers"},
		{"g=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "g", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "up to 16 layers"},
		{"g.residual=yes", "g.residual", "yes", "on or off"},
		{"d.norm=group", "d.norm", "group", "one of none, batch, layer, pixel"},
		{"d.norm=batch", "d.norm", "batch", "or turn the penalties off"},
		{"d.norm=batch&r1=0&r2=0&pac=4&batch=4", "d.norm", "batch", "none, layer or pixel where a minibatch is a single sample"},
		{"g.norm=batch&batch=1", "g.norm", "batch", "none, layer or pixel where a minibatch is a single sample"},
		{"g.norm=layer&g=8,1,8", "g.norm", "layer", "hidden layer of one unit"},
		{"noise=constant", "noise", "constant", "normal, uniform, sphere or mixture with data of more than one point"},
		{"noise=constant&data=csv", "noise", "constant", "with data of more than one point"},
		{"data=dirac&modeseek=1", "modeseek", "1", "0 without noise"},
		{"data=dirac&g=4&g.norm=batch&batch=8", "g.norm", "batch", "none, layer or pixel without noise"},
		{"data=dirac&condition=concat", "condition", "concat", "none with data that has no classes"},
		{"data=dirac&pac=2", "pac", "2", "a number that divides the minibatch of 1"},
		{"g.bias=no", "g.bias", "no", "on or off"},
		{"pac=3", "pac", "3", "a number that divides the minibatch of 128"},
		{"pac=9", "pac", "9", "a whole number from 1 to 8"},
		{"ensemble=0", "ensemble", "0", "a whole number from 1 to 4"},
		{"mbstd=on&batch=1", "mbstd", "on", "off where the discriminator judges a single sample"},
		{"mbd=8&pac=8&batch=8", "mbd", "8", "0 where the discriminator judges a single sample or pack"},
		{"mbd=16&batch=512", "mbd", "16", "at most 2 kernels"},
		{"noise=sphere&z=1", "noise", "sphere", "where a sphere is two points"},
		{"smooth=0.1", "smooth", "0.1", "0 with this game, whose discriminator has no label to smooth; games with labels are ns, mm"},
		{"smooth=0.6&loss=ns", "smooth", "0.6", "a number from 0 to 0.5"},
		{"path=1&g.norm=batch", "path", "1", "0 where the generator has batch normalisation"},
		{"g.dropout=1", "g.dropout", "1", "a number from 0 to 0.9"},
		{"penalty.every=0", "penalty.every", "0", "a whole number from 1 to 16"},
		{"unroll=11", "unroll", "11", "a whole number from 0 to 10"},
		{"unroll=1&order=extragradient", "unroll", "1", "0 with extragradient"},
		{"consensus=1&order=extragradient", "consensus", "1", "0 with extragradient"},
		{"consensus=1&unroll=1", "consensus", "1", "0 with an unrolled discriminator"},
		{"consensus=1&g=512,512,512&d=512,512,512", "consensus", "1", "0 with networks this large"},
		{"unroll=10&d=256,256", "unroll", "10", "at most 7 with a discriminator this large"},
		{"batch=2048&unroll=5&d=256", "batch", "2048", "players that look ahead"},
		{"condition=concat&data=swissroll", "condition", "concat", "none with data that has no classes; those with classes are ring8,"},
		{"condition=projection&pac=2", "condition", "projection", "none or concat where samples are judged together"},
		{"condition=label", "condition", "label", "one of none, concat, projection"},
		{"speed=3", "speed", "3", "only these fields: data, rows, seed"},
		{"=3", "", "3", "only these fields"},
		{"seed=1&seed=1", "seed", "1", "each field once"},
		{"seed=%zz", "spec", "seed=%zz", "two hexadecimal digits"},
		{"batch=4096&g=512,512&d=512,512", "batch", "4096", "at most 1024 with networks this large (together they have 2048"},
		{strings.Repeat("&", 9000), "spec", strings.Repeat("&", 9000), "8192 characters"},
	} {
		_, err := Parse(c.text)
		var f *FieldError
		if !errors.As(err, &f) {
			t.Errorf("%.40q: got %v, want a FieldError", c.text, err)
			continue
		}
		if f.Field != c.field || f.Value != c.value || !strings.Contains(f.Allowed, c.allowed) {
			t.Errorf("%.40q: got %+v, want %+v", c.text, f, c)
		}
		if m := err.Error(); len(m) > 1000 || !strings.Contains(m, strings.TrimSuffix(shorten(c.field), "...")) {
			t.Errorf("%.40q: message %q", c.text, m)
		}
	}
}

func TestCheckFindsEveryFieldOutOfRange(t *testing.T) {
	for i := range Fields {
		f, s := &Fields[i], Default()
		switch p := f.place(&s).(type) {
		case *float64:
			*p = math.NaN()
		case *int:
			*p = int(f.Max) + 1
		case *uint32, *bool:
			continue // every uint32 is a seed, and every bool good
		case *string:
			*p = "no such"
		case *Layers:
			*p = LayersOf(MaxWidth + 1)
		case *Given:
			*p = "1,x"
		}
		var e *FieldError
		if !errors.As(s.Check(), &e) || e.Field != f.Key {
			t.Errorf("%s: got %v", f.Key, s.Check())
		}
	}
}

func TestSetLeavesTheSpecWhereItFails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := specs.Draw(t, "spec")
		was := s
		f := &Fields[rapid.IntRange(0, len(Fields)-1).Draw(t, "field")]
		text := rapid.String().Draw(t, "text")
		if err := f.Set(&s, text); err != nil && s != was {
			t.Fatalf("%s=%q changed the Spec and failed with %v", f.Key, text, err)
		}
	})
}

func TestFieldsAreComplete(t *testing.T) {
	groups := []string{"data", "noise", "generator", "discriminator", "game", "training"}
	at, seen, labels := 0, map[string]bool{}, map[string]bool{}
	for i := range Fields {
		f := &Fields[i]
		if seen[f.Key] || labels[f.Group+f.Label] {
			t.Errorf("%s: repeated key or label", f.Key)
		}
		seen[f.Key], labels[f.Group+f.Label] = true, true
		for at < len(groups) && groups[at] != f.Group {
			at++
		}
		if at == len(groups) {
			t.Fatalf("%s: group %q is unknown or out of order", f.Key, f.Group)
		}
		if f.Label == "" || !strings.HasSuffix(f.Doc, ".") {
			t.Errorf("%s: label %q, doc %q", f.Key, f.Label, f.Doc)
		}
		if Find(f.Key) != f {
			t.Errorf("%s cannot be found", f.Key)
		}
		for _, c := range f.Choices {
			if c.Key == "" || c.Label == "" || slices.ContainsFunc([]byte(c.Key), func(b byte) bool { return b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') }) {
				t.Errorf("%s: choice %+v", f.Key, c)
			}
		}
	}
}

// The two players have the same knobs, in the same order, and each touches its own player alone. The generator's weights may be typed beside.
func TestPlayersAreOneTypeTwice(t *testing.T) {
	var g, d []string
	for i := range Fields {
		f := &Fields[i]
		switch {
		case f.Kind == Numbers:
		case f.Group == "generator":
			g = append(g, strings.TrimPrefix(f.Key, "g"))
		case f.Group == "discriminator":
			d = append(d, strings.TrimPrefix(f.Key, "d"))
		}
	}
	if !slices.Equal(g, d) {
		t.Errorf("generator has %v, discriminator %v", g, d)
	}
	s := Default()
	if err := Find("d.lr").Set(&s, "0.5"); err != nil || s.Generator != Default().Generator || s.Discriminator.Rate != 0.5 {
		t.Errorf("d.lr=0.5 gave %+v, %v", s, err)
	}
}

func TestEveryFieldReachesItsOwnPlace(t *testing.T) {
	s := Default()
	places := map[any]string{}
	for i := range Fields {
		p := Fields[i].place(&s)
		if other := places[p]; other != "" {
			t.Errorf("%s and %s share a place", other, Fields[i].Key)
		}
		places[p] = Fields[i].Key
	}
}

func TestUsedFollowsTheChoices(t *testing.T) {
	s := Default()
	for key, want := range map[string]bool{"g.beta1": true, "g.momentum": false, "g.decay": false, "penalty.decay": true, "seed": true, "d.updates": true, "blobs": false} {
		if got := Find(key).Used(&s); got != want {
			t.Errorf("by default %s is used: %v", key, got)
		}
	}
	s.Generator.Optimiser, s.R1, s.R2, s.Order, s.Generator.Schedule, s.Noise = "momentum", 0, 0, "simultaneous", "constant", "mixture"
	for key, want := range map[string]bool{"g.beta1": false, "g.momentum": true, "g.final": false, "penalty.decay": false, "d.updates": false, "d.momentum": false, "blobs": true} {
		if got := Find(key).Used(&s); got != want {
			t.Errorf("%s is used: %v", key, got)
		}
	}
}

// What a Spec may ask for is bounded, whatever its text: the arrays of a step and the parameters.
func TestLimitsBoundMemory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := specs.Draw(t, "spec")
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		if s.pictures() || !s.Generator.Hidden.Plain() || !s.Discriminator.Hidden.Plain() {
			return // Fit bounds these, where the shape of the data is known: see TestSizesBoundImages
		}
		for _, p := range []Player{s.Generator, s.Discriminator} {
			in, weights := s.Latent, 0
			for i := range p.Hidden.Len() {
				weights += in * p.Hidden.At(i).Width
				in = p.Hidden.At(i).Width
			}
			if weights > 2<<20 || s.Batch*p.Hidden.Widths() > MaxUnits {
				t.Fatalf("%q has %d weights and %d activations", s, weights, s.Batch*p.Hidden.Widths())
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "?seed=1", "g=32,32:tanh&d=", "g.lr=1e-3&batch=4096", "seed=%31", "a=b", "=&=", "g.lr=1e-999999999"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		if err != nil {
			var e *FieldError
			if !errors.As(err, &e) || e.Allowed == "" || s != Default() {
				t.Fatalf("%q: %v, %v", text, s, err)
			}
			if len(err.Error()) > 2000 || !strings.HasPrefix(err.Error(), quoteKey(e.Field)+": "+strconv.Quote(shorten(e.Value))) {
				t.Fatalf("%q: message %q", text, err)
			}
			return
		}
		if err := s.Check(); err != nil {
			t.Fatalf("%q parses and is refused: %v", text, err)
		}
		again, err := Parse(s.String())
		if err != nil || again != s || again.String() != s.String() {
			t.Fatalf("%q prints as %q, which parses as %q, %v", text, s, again, err)
		}
	})
}

func TestWithChangesOnlyWhatItNames(t *testing.T) {
	base := Default()
	base.Seed, base.Batch = 9, 64
	got, err := base.With("seed=3&g.lr=0")
	want := base
	want.Seed, want.Generator.Rate = 3, 0
	if err != nil || got != want {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"x=1", "seed=1&seed=2", "g.lr=fast", "seed=%z", "batch=4096&g=512,512,512&d=512,512"} {
		var f *FieldError
		if got, err := base.With(bad); !errors.As(err, &f) || got != Default() {
			t.Errorf("%q gives %v, %v", bad, got, err)
		}
	}
}
