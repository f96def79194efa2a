package gan

import (
	"math"
	"testing"
)

// Each player has its own rate and schedule: where its rate is 0 it stands, and along a line from 1 to ½ over 10 steps its sixth step
// is ¾ of one at the full rate.
func TestEachPlayerHasItsOwnRateAndSchedule(t *testing.T) {
	for who, other := range map[string]string{"g": "d", "d": "g"} {
		moved := func(schedule string) (own, others float64) {
			tr := open(t, small+"order=simultaneous&steps=10&g.opt=sgd&d.opt=sgd&g.lr=0&d.lr=0&"+other+".schedule=exponential&"+
				who+".schedule="+schedule+"&"+who+".final=0.5")
			train(t, tr, 5)
			before := state(tr)
			if err := set(tr, who+".lr", "1"); err != nil {
				t.Fatal(err)
			}
			train(t, tr, 1)
			now := state(tr)
			distance := func(letter string) (sum float64) {
				for i, x := range now[letter+"/0/weight"] {
					sum += math.Abs(float64(x) - float64(before[letter+"/0/weight"][i]))
				}
				return sum
			}
			return distance(who), distance(other)
		}
		full, others := moved("constant")
		linear, _ := moved("linear")
		if others != 0 || full < 1e-3 {
			t.Errorf("with %s.lr=1 alone, %s moves by %g and %s by %g", who, who, full, other, others)
		}
		if math.Abs(linear/full-.75) > 1e-4 {
			t.Errorf("%s moves by %.6f of the full step, want 0.75", who, linear/full)
		}
	}
}
