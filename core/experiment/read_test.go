package experiment

import (
	"math/bits"
	"strings"
	"testing"

	"ganvas/core/query"

	"pgregory.net/rapid"
)

// What Parse takes Read takes too, and to the same Spec.
func TestReadIsParseOfGoodText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := specs.Draw(t, "spec")
		for _, escape := range []func(string) string{func(s string) string { return s }, strings.ToUpper} {
			pairs, err := query.Parse(want.String())
			if err != nil {
				t.Fatal(err)
			}
			for i := range pairs {
				pairs[i].Value = escape(pairs[i].Value)
			}
			if got, wrong := Read(pairs); got != want || len(wrong) > 0 {
				t.Fatalf("%q is read as %q: %v", want.String(), got.String(), wrong)
			}
		}
	})
}

// quarrelsome are fields that rules of sense are about.
var quarrelsome = []string{"noise", "z", "g.norm", "d.norm", "d", "condition", "pac", "ensemble", "mbstd", "mbd", "smooth", "path", "modeseek", "consensus",
	"loss", "r1", "r2", "batch", "order", "unroll"}

// Where fields make no sense together, as few of them fall back as can be: all ways to leave some out are the oracle.
func TestAsFewAsCanBeFallBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := DefaultFor(rapid.SampledFrom(Find(dataKey).Choices).Draw(t, "data").Key)
		s := base
		for range rapid.IntRange(1, 6).Draw(t, "fields") {
			f := Find(rapid.SampledFrom(quarrelsome).Draw(t, "field"))
			if f.Kind == List {
				_ = f.Set(&s, "") // draw adds layers
			}
			draw(t, f, &s)
		}
		fields := s.given(&base)
		fewest := len(fields)
		for left := range 1 << len(fields) {
			next := s
			for i, f := range fields {
				if left>>i&1 != 0 {
					_ = f.Set(&next, f.Get(&base))
				}
			}
			if next.Check() == nil {
				fewest = min(fewest, bits.OnesCount(uint(left)))
			}
		}
		got, fallen := s.settle()
		if err := got.Check(); err != nil || len(fallen) != fewest {
			t.Fatalf("%q settles at %q (%v) without %d fields, want %d", s.String(), got.String(), err, len(fallen), fewest)
		}
		for _, e := range fallen {
			if f := Find(e.Field); e.Allowed == "" || e.Value != f.Get(&s) || f.Get(&got) != f.Get(&base) {
				t.Errorf("%v is told, and %s is %s", e, e.Field, f.Get(&got))
			}
		}
	})
}

// Whatever comes, what Read makes of it can run, and is found in bounded time.
func TestReadOfContradictions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s Spec
		for i := range Fields {
			draw(t, &Fields[i], &s)
		}
		var pairs []query.Pair
		for i := range Fields {
			pairs = append(pairs, query.Pair{Key: Fields[i].Key, Value: Fields[i].Get(&s)})
		}
		got, _ := Read(pairs)
		if err := got.Check(); err != nil || got.Data != s.Data {
			t.Fatalf("%q is read as %q: %v", s.String(), got.String(), err)
		}
	})
}

// A field's keys and choices are in small letters and without spaces, so that Plain takes nothing from them.
func TestPlainKeepsWhatIsGood(t *testing.T) {
	for i := range Fields {
		f := &Fields[i]
		if Plain(f.Key) != f.Key {
			t.Errorf("the key %q", f.Key)
		}
		for _, c := range f.Choices {
			if Plain(c.Key) != c.Key {
				t.Errorf("%s: the choice %q", f.Key, c.Key)
			}
		}
	}
}
