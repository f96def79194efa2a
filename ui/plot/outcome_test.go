package plot

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestOutcomesComeBack(t *testing.T) {
	field := make([]int8, shotSide*shotSide)
	field[3], field[4] = -127, 127
	all := []Outcome{
		{Key: "works", Says: "8 of 8 modes", Real: []uint8{1, 2}, Shot: Shot{Samples: []uint8{3, 4, 5, 6}, Field: field}},
		{Key: "works-not", Says: "1 of 8 modes", Real: []uint8{7, 8}, Shot: Shot{Samples: []uint8{9, 10}}, Cured: &Shot{Samples: []uint8{11, 12}, Field: field}},
		{Key: "line", Says: "½ everywhere", Shot: Shot{Line: &LineShot{Made: []uint8{1}, Field: []uint8{2}, Best: []uint8{3}, Map: []uint8{4}, From: []uint8{5}}}},
	}
	back, err := DecodeOutcomes(EncodeOutcomes(all))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(all, back, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
	if _, err := DecodeOutcomes([]byte("<html>")); err == nil {
		t.Error("a page is read as outcomes")
	}
}
