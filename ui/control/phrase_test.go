package control

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
)

// The sentence says what runs, in words.
func TestSentenceSaysWhatRuns(t *testing.T) {
	for _, c := range []struct{ spec, want string }{
		{"", "3 layers of 32 | Ring of 8, soft | normal noise | 3 layers of 32 | relativistic pairing game | R1 0.1 and R2 0.1 | 0.006 and 0.006"},
		{"data=moons&loss=wgan&gp=0.1&r1=0&r2=0&g=64,32:tanh&noise=uniform", "layers of 64, 32 tanh | Two moons | uniform noise | layers of 96 fourier, 96 | Wasserstein game | Gradient penalty 0.1 | 0.001 and 0.004"},
		{"loss=ns&r1=0&r2=0&g=8&d=&d.lr=0.02", "1 layer of 8 | Ring of 8, soft | normal noise | no hidden layer | non-saturating game | no penalty | 0.006 and 0.02"},
		{"data=digits-8&g=256,shape4x4x16,nearest2,conv1p1&d=conv32k4s2p1,conv16k4s2p1:lrelu&loss=ns&r1=0&r2=0", "1 upward convolution | Small digits, class by class | normal noise | 2 convolutions | non-saturating game | no penalty | 0.018 and 0.0072"},
		{"clip=1&instance.noise=0.1", "3 layers of 32 | Ring of 8, soft | normal noise | 3 layers of 32 | relativistic pairing game | R1 0.1, R2 0.1 and 2 more | 0.006 and 0.006"},
		{"data=dirac", "no hidden layer | One point (Dirac-GAN) | no noise | no hidden layer | minimax game | no penalty | 0.2 and 0.2"},
	} {
		s, err := experiment.Parse(c.spec)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, p := range Sentence {
			said = append(said, p.Text(&s))
		}
		if got := strings.Join(said, " | "); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.spec, got, c.want)
		}
	}
}

// Every phrase edits fields that there are, and no field is in two.
func TestPhrasesHaveTheirFields(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Sentence {
		for _, key := range p.Keys {
			if experiment.Find(key) == nil || seen[key] {
				t.Errorf("%s edits %s, which is none, or another's", p.Key, key)
			}
			seen[key] = true
			if got, ok := PhraseOf(key); !ok || got.Key != p.Key {
				t.Errorf("%s is found in %s", key, got.Key)
			}
		}
		if got, ok := FindPhrase(&players, p.Key); !ok || got.Title != p.Title {
			t.Errorf("%s is not found", p.Key)
		}
	}
	for field, want := range map[string]string{"beta": "model", "sampling": "model", "lr": "rates", "rows": "data"} { // of rivals
		if got, ok := PhraseOf(field); !ok || got.Key != want {
			t.Errorf("%s is found in %q, want %s", field, got.Key, want)
		}
	}
	if _, ok := PhraseOf("batch"); ok {
		t.Error("the minibatch is in the sentence")
	}
}

// Every field has a note, no note is left over, and what is usual is allowed.
func TestNotesAreTheFields(t *testing.T) {
	used := map[string]bool{}
	for i := range experiment.Fields {
		c := Of(&experiment.Fields[i])
		n, ok := notes[c.bare()]
		used[c.bare()] = true
		if !ok || n.Also == "" {
			t.Errorf("%s has no note", c.Key)
		}
		if n.Usual == [2]float64{} {
			continue
		}
		s := experiment.Default()
		for _, x := range n.Usual {
			if err := c.Set(&s, Text(x)); err != nil {
				t.Errorf("%s: %v is usual, but %v", c.Key, x, err)
			}
		}
		if n.Usual[0] >= n.Usual[1] {
			t.Errorf("%s is usually from %g to %g", c.Key, n.Usual[0], n.Usual[1])
		}
	}
	for key := range notes {
		if !used[key] {
			t.Errorf("the note %q is of no field", key)
		}
	}
}

// A setting is found by its name, its symbol, its key and what else people call it.
func TestSearch(t *testing.T) {
	s := experiment.Default()
	keys := func(text string, f Filter, changed ...*experiment.Field) (keys []string) {
		for _, c := range Search(text, f, &s, changed) {
			keys = append(keys, c.Key)
		}
		return keys
	}
	rates := []string{"g.lr", "d.lr"}
	for _, text := range []string{"lr", "η", "learning rate", "Learning  RATE"} {
		if got := keys(text, Every); !slices.Equal(got, rates) {
			t.Errorf("%q finds %v", text, got)
		}
	}
	for text, want := range map[string]string{"d.lr": "d.lr", "γ₁": "r1", "gulrajani": "", "wgan-gp": "gp", "minibatch size": "batch", "lr d": "d.lr", "pacgan": "pac"} {
		if got := strings.Join(keys(text, Every), " "); got != want {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
	if got := keys("momentum", Every); slices.Contains(got, "g.momentum") {
		t.Errorf("momentum is offered under Adam: %v", got)
	}
	if got := keys("", Changed, experiment.Find("batch")); !slices.Equal(got, []string{"batch"}) {
		t.Errorf("changed are %v", got)
	}
	if live, restart, every := keys("", Live), keys("", Restart), keys("", Every); len(live)+len(restart) != len(every) || len(live) < 10 || len(restart) < 10 {
		t.Errorf("%d live and %d that restart of %d", len(live), len(restart), len(every))
	}
}
