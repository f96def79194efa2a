package gan

import (
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
)

// Every preset of images, and every set of images with its defaults, trains, and shows its walls. How well is for slower tests.
func TestImagePresetsTrain(t *testing.T) {
	queries := map[string]string{"small": "data=digits-8", "signs": "data=signs", "figures": "data=figures", "colour": "data=figures-colour"}
	for _, p := range experiment.ImagePresets {
		queries[p.Key] = p.Query
	}
	for name, query := range queries {
		r := open(t, query+"&rows=64")
		train(t, r, 2)
		s := r.Snapshot([]string{probe.Images, probe.ImagesVerdict}, true, false)
		if r.Fault() != "" || r.Step() != 2 {
			t.Errorf("%s: %q at step %d", name, r.Fault(), r.Step())
		}
		if err := probe.Check(s); err != nil || s.Array(probe.Images).Len() == 0 {
			t.Errorf("%s: no wall: %v", name, err)
		}
	}
}
