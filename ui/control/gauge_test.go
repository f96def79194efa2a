package control

import (
	"math"
	"testing"
)

func TestGaugesRead(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		key          string
		value, floor float64
		want         Read
	}{
		{"modes", 3, 8, Read{Value: "3", Of: " of 8", Bar: .375, Mark: 1}},
		{"modes", 9, nan, Read{Value: "9"}},
		{"high_quality", .956, .9889, Read{Value: "96 %", Floor: "perfect: 99 %", Bar: .956, Mark: .9889}},
		{"spread", .78, 1, Read{Value: "0.78", Floor: "perfect: 1.00", Bar: .78 / 1.25, Mark: .8}},
		{"spread", 2.6, nan, Read{Value: "2.60", Bar: 1, Mark: .8}},
		{"spread", nan, 1, Read{Value: "–"}},
		{"js", .0571, .0018, Read{Value: "0.0571", Floor: "perfect: 0.00180"}},
	} {
		for _, g := range Gauges {
			if g.Key == c.key {
				if got := g.Reads(c.value, c.floor); got != c.want {
					t.Errorf("%s %v of %v reads %+v, want %+v", c.key, c.value, c.floor, got, c.want)
				}
			}
		}
	}
	for _, g := range Gauges {
		if m := ImageMeasureOf(g.Key); m.Doc == "" {
			t.Errorf("%s is no measure", g.Key)
		}
	}
}
