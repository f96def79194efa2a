package dom

import (
	"fmt"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/run"
)

// Each of a unit's weights that can be set by hand is the number that the machine shows in its place, and the run takes it; and together the units have all
// numbers that are shown.
func TestUnitsHaveTheWeightsThatAreShown(t *testing.T) {
	for _, text := range []string{"g=3,20&d=18,4&rows=64&batch=16", "data=two1&z=1&g=6,4&d=5,3&rows=64&batch=16", "g=4&d=5&pac=2&rows=64&batch=16"} {
		spec, err := experiment.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := gan.Open(text, run.Options{})
		if err != nil {
			t.Fatal(err)
		}
		dims := 2
		if len(r.Snapshot(nil, true, false).Floats(probe.LineWindow)) > 0 {
			dims = 1
		}
		names := map[bool][2]string{false: {probe.WeightsG, probe.WeightsD}, true: {probe.BiasesG, probe.BiasesD}}
		for i, p := range denseOf(&spec, dims) {
			seen := map[string]bool{}
			for layer, width := range p.widths {
				for shown := range probe.Chosen(width) {
					for n, w := range p.weights(layer, shown) {
						seen[fmt.Sprint(w.bias, w.at)] = true
						if n > 2 && n != len(p.weights(layer, shown))-1 {
							continue // each kind
						}
						value := float32(i+1) + float32(len(seen))/64
						if err := r.Set(query.Pair{Key: w.Key(), Value: fmt.Sprint(value)}); err != nil {
							t.Fatalf("%s: %s of %s: %v", text, w.label, unitName(p.player, layer, shown, width), err)
						}
						all := r.Snapshot(probe.Machine, false, false).Floats(names[w.bias][i])
						if w.at >= len(all) || all[w.at] != value {
							t.Fatalf("%s: %s of %s, %s, is not what is shown in place %d", text, w.label, unitName(p.player, layer, shown, width), w.Key(), w.at)
						}
					}
				}
			}
			s := r.Snapshot(probe.Machine, false, false)
			outputs := len(probe.Chosen(p.out)) // whose biases are of no unit that is shown
			if want := len(s.Floats(names[false][i])) + len(s.Floats(names[true][i])) - outputs; len(seen) != want {
				t.Errorf("%s: the units of %s have %d numbers, and %d are shown", text, p.player, len(seen), want)
			}
		}
		r.Close()
	}
}
