package experiment

import (
	"testing"

	"pgregory.net/rapid"
)

// The first mend of common slips, and what the list then is.
func TestMends(t *testing.T) {
	for _, c := range []struct{ player, text, want, says string }{
		{"d", "conv16k4s2p1,32", "conv16k4s2p1,flat,32", "Flatten before it"},
		{"d", "max4,conv8k9", "max4,conv8k7", "A window of 7"},
		{"d", "flat,conv8k3", "flat,392,shape7x7x8,conv8k3", "Make an image of 7 x 7 x 8 before it"},
		{"d", "32,shape7x7x1,conv4k3", "49,shape7x7x1,conv4k3", "Give the layer before it 49 units"},
		{"d", "conv8k3,shape7x7x8", "conv8k3", "Remove it"},
		{"g", "196,shape14x14x1,conv1k3p1", "196,shape14x14x1,nearest2,conv1k3p1", "Enlarge the image 2 times before the last layer"},
		{"g", "784,shape28x28x1,conv3k3p1", "784,shape28x28x1,conv1k3p1", "Give 1 channels in the last layer"},
		{"g", "3136,shape56x56x1,conv2k3p1", "3136,shape56x56x1,mean2,conv1k3p1", "Pool windows of 2 before the last layer"},
	} {
		s := DefaultFor("digits")
		if err := Find(c.player).Set(&s, c.text); err != nil {
			t.Fatal(err)
		}
		if err := s.Check(); err == nil {
			t.Errorf("%s=%s fits", c.player, c.text)
		}
		m := s.Mends(c.player, []int{28, 28, 1}, 10)
		if len(m) == 0 || m[0].Layers.String() != c.want || m[0].Text != c.says {
			t.Errorf("%s=%s: got %v, want %q: %q", c.player, c.text, m, c.says, c.want)
		}
	}
	if m := DefaultFor("digits").Mends("d", []int{28, 28, 1}, 10); m != nil {
		t.Errorf("what fits is mended: %v", m)
	}
}

// Mending again and again ends, in layers that fit or where no mend is known; each list is good text.
func TestMendingEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, player := DefaultFor("digits"), rapid.SampledFrom([]string{"g", "d"}).Draw(t, "player")
		list := &s.Generator.Hidden
		if player == "d" {
			list = &s.Discriminator.Hidden
		}
		*list = layers.Draw(t, "layers")
		for range 3 * MaxLayers {
			m := s.Mends(player, []int{28, 28, 1}, 10)
			if len(m) == 0 {
				return
			}
			pick := m[rapid.IntRange(0, len(m)-1).Draw(t, "mend")].Layers
			if got, err := ParseLayers(pick.String()); err != nil || got != pick {
				t.Fatalf("%q parses as %q, %v", pick, got, err)
			}
			*list = pick
		}
		t.Fatalf("still mending %q", *list)
	})
}
