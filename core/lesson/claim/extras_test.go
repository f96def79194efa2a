package claim

import (
	"math"
	"slices"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// extras are what promises read of a run that no lesson asks for.
var extras = map[string]func(*run.Run) float64{
	"top_share": func(r *run.Run) float64 { _, share := dominant(r); return share },
	"top_mode":  func(r *run.Run) float64 { mode, _ := dominant(r); return float64(mode) },
	"on_bound":  onBound,
	"value": func(r *run.Run) float64 {
		for _, m := range r.Snapshot([]string{probe.Optimal}, false, true).Measures {
			if m.Key == "value" {
				return m.Value
			}
		}
		return math.NaN()
	},
}

// dominant is the mode that most generated points are nearest to, and their share.
func dominant(r *run.Run) (mode int, share float64) {
	source := r.Experiment().(family.Experiment).Source().(data.Labelled)
	points := r.Snapshot([]string{probe.Samples}, false, false).Floats(probe.Samples)
	counts := make([]int, source.Classes())
	for i := 0; i < len(points); i += 2 {
		counts[source.Class(float64(points[i]), float64(points[i+1]))]++
	}
	mode = slices.Index(counts, slices.Max(counts))
	return mode, float64(counts[mode]) / float64(len(points)/2)
}

// onBound is the share of the discriminator's weights that lie where clipping cuts them.
func onBound(r *run.Run) float64 {
	s, err := experiment.Parse(r.Spec())
	if err != nil {
		return math.NaN()
	}
	on, all := 0, 0
	for _, v := range r.Model().State {
		if strings.HasPrefix(v.Name, "d/") {
			for _, x := range r.Slots().Read(v.Name) {
				all++
				if float32(math.Abs(float64(x))) >= float32(s.Clip) {
					on++
				}
			}
		}
	}
	return float64(on) / float64(all)
}
