package experiment

import (
	"errors"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// heavy draws Specs that may cost too much, by what is bounded together with others: networks, minibatches, ensembles, unrolling, pairs.
var heavy = rapid.Custom(func(t *rapid.T) Spec {
	s := DefaultFor(rapid.SampledFrom([]string{"ring8", "digits", "signs"}).Draw(t, "data"))
	s.Batch = rapid.SampledFrom([]int{64, 256, 1024, 4096}).Draw(t, "batch")
	s.Ensemble = rapid.IntRange(1, 4).Draw(t, "ensemble")
	s.Kernels = rapid.SampledFrom([]int{0, 0, 3, 64}).Draw(t, "mbd")
	s.Pack = rapid.SampledFrom([]int{1, 1, 2}).Draw(t, "pac")
	s.Unroll = rapid.SampledFrom([]int{0, 1, 10}).Draw(t, "unroll")
	s.Order = rapid.SampledFrom([]string{"alternating", "extragradient"}).Draw(t, "order")
	s.Consensus = rapid.SampledFrom([]float64{0, 0, .1}).Draw(t, "consensus")
	s.Rows = rapid.SampledFrom([]int{1000, 131072}).Draw(t, "rows")
	for _, p := range []*Player{&s.Generator, &s.Discriminator} {
		if width := rapid.SampledFrom([]int{0, 64, 512}).Draw(t, "width"); width > 0 {
			p.Hidden = Layers{}
			for range rapid.IntRange(1, MaxLayers).Draw(t, "layers") {
				p.Hidden = p.Hidden.Append(Layer{Width: width})
			}
		}
	}
	return s
})

var atMost = regexp.MustCompile(`^at most (\d+)\b`)

// refusal is what Check has against a Spec, and the most that it says would be allowed of a field, or -1 where it says no such number.
func refusal(t *rapid.T, s Spec) (key string, most int) {
	err := s.Check()
	var e *FieldError
	if err == nil {
		return "", -1
	}
	if !errors.As(err, &e) {
		t.Fatalf("%s: %v", s, err)
	}
	m := atMost.FindStringSubmatch(e.Allowed)
	if m == nil {
		return e.Field, -1
	}
	most, err = strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return e.Field, most
}

// What is said to be the most is the most: it is not refused, unless for another reason, and one more is (of minibatches, the nearest that packs fill).
func TestTheMostThatIsSaidIsTheMost(t *testing.T) {
	said := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := heavy.Draw(t, "spec")
		key, most := refusal(t, s)
		if most < 0 {
			return
		}
		f := Find(key)
		if f == nil || float64(most) < f.Min {
			t.Fatalf("%s: at most %d of %q is no advice", s, most, key)
		}
		said[key]++
		set := func(n int) Spec {
			changed := s
			if err := f.Set(&changed, strconv.Itoa(n)); err != nil {
				t.Fatalf("%s: %v", s, err)
			}
			return changed
		}
		unit := 1
		if key == "batch" {
			unit = s.Pack
		}
		if again, less := refusal(t, set(most-most%unit)); again == key && less >= most {
			t.Fatalf("%s: at most %d of %q, and of that at most %d", s, most, key, less)
		}
		if again, _ := refusal(t, set(most-most%unit+unit)); again != key {
			t.Fatalf("%s: more than %d of %q is refused by %q", s, most, key, again)
		}
	})
	t.Log(said)
	if said["mbd"] == 0 || len(said) < 2 {
		t.Errorf("too few Specs were refused to tell: %v", said)
	}
}
