package experiment

import (
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/query"
)

func TestWeightsAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string, least int) int { return rapid.IntRange(least, 512).Draw(t, name) }
		w := Weight{rapid.SampledFrom([]string{"g", "d"}).Draw(t, "player"), n("layer", 1), n("to", 1), n("from", 0)}
		if got, ok := ParseWeight(w.Key()); !ok || got != w {
			t.Fatalf("%q is read as %+v", w.Key(), got)
		}
	})
	for _, key := range []string{"", "g", "g.lr", "g.w", "g.w.1.1", "g.w.1.1.1.1", "x.w.1.1.1", "g.w.0.1.1", "g.w.1.0.1", "g.w.01.1.1", "g.w.1.1.-1", "g.w.1.1.1e3", "g.v.1.1.1", "g.w.1.1.99999"} {
		if w, ok := ParseWeight(key); ok {
			t.Errorf("%q is read as %+v", key, w)
		}
	}
	for value, ok := range map[string]bool{"0": true, "-3.5": true, "1000": true, "1001": false, "-1e9": false, "NaN": false, "Inf": false, "": false, "much": false} {
		if _, err := WeightValue(query.Pair{Key: "g.w.1.1.1", Value: value}); (err == nil) != ok {
			t.Errorf("the value %q: %v", value, err)
		}
	}
}

// A player has the weights of its fully connected layers, the output among them, and biases where they are on.
func TestWeightsArePlayers(t *testing.T) {
	for _, c := range []struct {
		spec, key string
		there     bool
	}{
		{"g=8,4&d=5", "g.w.1.8.2", true}, {"g=8,4&d=5", "g.w.1.8.3", false}, {"g=8,4&d=5", "g.w.1.9.1", false}, {"g=8,4&d=5", "g.w.2.4.8", true},
		{"g=8,4&d=5", "g.w.3.2.4", true}, {"g=8,4&d=5", "g.w.3.3.4", false}, {"g=8,4&d=5", "g.w.4.1.1", false}, {"g=8,4&d=5", "g.w.1.1.0", true},
		{"g=8,4&d=5", "d.w.2.1.5", true}, {"g=8,4&d=5", "d.w.2.2.5", false}, {"g=8&d=5&pac=2", "d.w.1.1.4", true}, {"g=8&d=5&pac=2", "d.w.1.1.5", false},
		{"g=8&d=5&condition=concat&data=moons", "g.w.1.1.4", true}, {"data=digits", "d.w.1.1.1", false}, {"g.bias=off", "g.w.1.1.0", false}, {"g.bias=off", "g.w.1.1.1", true},
	} {
		s, err := Parse(c.spec)
		if err != nil {
			t.Fatalf("%s: %v", c.spec, err)
		}
		w, _ := ParseWeight(c.key)
		if err := s.CheckWeight(w); (err == nil) != c.there {
			t.Errorf("%s: %s: %v", c.spec, c.key, err)
		}
	}
}
