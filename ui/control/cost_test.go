package control

import (
	"testing"

	"ganvas/core/experiment"
)

func TestCostsAreSaidInFewFigures(t *testing.T) {
	for _, c := range []struct {
		cost experiment.Cost
		want string
	}{
		{experiment.Cost{MultiplyAdds: 12.34e6, Work: 4.2e-3 * experiment.Speed, Bytes: 8.19e6}, "about 12 million multiply-adds and 4.2 ms a step; up to 8.2 MB"},
		{experiment.Cost{MultiplyAdds: 1.46e11, Work: 77.4 * experiment.Speed, Bytes: 368e6}, "about 150 billion multiply-adds and 77 s a step; up to 370 MB"},
		{experiment.Cost{MultiplyAdds: 996, Work: 1, Bytes: 1e5}, "about 1000 multiply-adds and less than 1 ms a step; up to 1 MB"},
		{experiment.Cost{MultiplyAdds: 2e12, Work: 150 * experiment.Speed, Bytes: 2e9}, "about 2 trillion multiply-adds and 2.5 minutes a step; up to 2 thousand MB"},
	} {
		if got := CostText(c.cost); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
