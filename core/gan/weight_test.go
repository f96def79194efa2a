package gan

import (
	"errors"
	"math"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/run"
)

// A weight that is set by hand is that number at once, in the picture's average too; a link brings it back bit for bit, from any step; and no other number
// changes.
func TestWeightsAreSetByHand(t *testing.T) {
	for _, c := range []struct {
		spec, key, in string
		at            int
	}{
		{small, "g.w.1.3.2", "g/0/weight", 1*8 + 2},
		{small, "d.w.2.1.0", "d/1/bias", 0},
		{small + "g.ema=0.9", "g.w.2.2.5", "g/1/weight", 4*2 + 1},
	} {
		r := open(t, c.spec)
		train(t, r, 30)
		before := state(r)
		if err := r.Set(query.Pair{Key: c.key, Value: "0.75"}); err != nil {
			t.Fatalf("%s: %v", c.key, err)
		}
		for name, now := range state(r) {
			averaged := c.in[:1] + ".average" + c.in[1:]
			for i, x := range now {
				want := before[name][i]
				if (name == c.in || name == averaged) && i == c.at {
					want = .75
				}
				if math.Float32bits(x) != math.Float32bits(want) {
					t.Fatalf("%s: %s[%d] is %g, want %g", c.key, name, i, x, want)
				}
			}
		}
		train(t, r, 40)
		there, script := state(r), r.Script().String()
		for _, step := range []uint64{10, 30, 0, 31, 70} {
			if err := r.At(step); err != nil {
				t.Fatal(err)
			}
		}
		again := open(t, script)
		if err := again.At(70); err != nil {
			t.Fatal(err)
		}
		for which, now := range map[string]map[string][]float32{"after going about": state(r), "from " + script: state(again)} {
			for name, want := range there {
				for i, x := range want {
					if math.Float32bits(now[name][i]) != math.Float32bits(x) {
						t.Fatalf("%s: %s[%d] is not the same %s", c.key, name, i, which)
					}
				}
			}
		}
	}
}

// What is not a weight of the run is refused, by name, and nothing changes.
func TestWrongWeightsAreRefused(t *testing.T) {
	r := open(t, small)
	for key, value := range map[string]string{"g.w.9.1.1": "1", "g.w.1.99.1": "1", "g.w.1.1.3": "1", "d.w.1.1.1": "much", "g.w.1.1.1": "NaN", "g.w.2.1.1": "1e9"} {
		var wrong *experiment.FieldError
		if err := r.Set(query.Pair{Key: key, Value: value}); !errors.As(err, &wrong) || wrong.Allowed == "" {
			t.Errorf("%s = %s: %v", key, value, err)
		}
	}
	if _, err := Open("data=digits&turns="+query.Format(query.Pair{Key: "x", Value: "0:d.w.1.1.1:1"})[2:], run.Options{}); err == nil {
		t.Error("a weight of a player that is not fully connected is set")
	}
}
