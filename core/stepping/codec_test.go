package stepping

import (
	"reflect"
	"testing"
)

// example is a step of two moves with something in all of its fields.
func example() Step {
	j := Judged{Logits: []float32{.5, -.25}, Says: []float32{.6, .4}, Slopes: []float32{.1, .2}}
	d := Move{
		Player: D, Figures: Figures{1.2, 1.3, .5}, Batch: 64, Size: 2, Plain: true,
		Change: Change{Length: .1, Weights: 33, Path: "1/weight", Place: []int{3, 0}, Before: .5, Gradient: -.1, After: .51, Rate: .006,
			Hypers: []float32{.006, .5, .9, 0, 0, 1e-8}, Clip: .01, Remembered: []Remembered{{"mean", .1}, {"square", .2}}},
		Noise: []float32{1, 2, 3, 4}, Real: []float32{1, 0, 0, 1}, Made: []float32{2, 0, 0, 2}, Class: []float32{3, 7},
		Judged: [2]Judged{j, j}, JudgedAfter: [2]Judged{j, j},
		Parts:  []Part{{Key: "r1", Weight: .1, Value: 2, Slopes: []float32{1, 1, 2, 2}}, {Key: "consensus", Weight: 1, Value: 3}},
		UnitsG: [][]float32{{1, 2, 3, 4}}, UnitsD: [2][][]float32{{{1, 2}}, {{0, 2}}},
	}
	g := d
	g.Player, g.Slope, g.Push, g.Rise, g.MadeAfter = G, []float32{1, 2, 3, 4}, []float32{4, 3, 2, 1}, []float32{5, 6, 7, 8}, []float32{9, 9, 9, 9}
	return Step{Moves: []Move{d, {Player: D, Figures: Figures{1, 1, 1}, Batch: 64, Size: 2, Change: Change{Length: 1}}, g}}
}

// A step comes out as it went in.
func TestStepTravels(t *testing.T) {
	want := example()
	got, err := Decode(want.Encode())
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v: %+v, want %+v", err, got, want)
	}
	if phases := got.Phases(); len(phases) != 8+5 {
		t.Errorf("%d phases: %v", len(phases), phases)
	}
	if m := got.Moves[0]; m.Pack() != 1 || m.Members() != 1 || m.Rows() != 2 {
		t.Errorf("pack %d, members %d, rows %d", m.Pack(), m.Members(), m.Rows())
	}
}

// An array that is no step is refused, whatever is wrong with it, and what is read of others can be looked at.
func FuzzDecode(f *testing.F) {
	good := example().Encode()
	f.Add(0, float32(0), len(good))
	f.Add(2, float32(1e9), len(good))
	f.Add(9, float32(-1), 12)
	f.Fuzz(func(t *testing.T, at int, value float32, n int) {
		values := append([]float32(nil), good...)
		if at >= 0 && at < len(values) {
			values[at] = value
		}
		s, err := Decode(values[:min(max(n, 0), len(values))])
		if err != nil {
			return
		}
		for _, m := range s.Moves {
			for i := range m.Rows() {
				m.Row(m.Noise, i)
				m.Pair(m.Judged[Made].Logits, i)
				m.Pair(m.Judged[Real].Says, i)
			}
		}
	})
}
