package control

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// UnitLines say what training makes of the data's units: how each column comes to it, and what penalties and distances are in the data's units, where all
// columns have one scale.
func UnitLines(s *wire.Snapshot, spec *experiment.Spec) (lines []string) {
	frame := s.Floats(probe.Frame)
	size := len(frame) / 2
	if size == 0 {
		return nil
	}
	names := columnNames(s, size)
	origins := s.Floats(probe.Origins)
	text := "Training sees "
	for k, name := range names {
		centre := float64(frame[k])
		if len(origins) == 2*size {
			centre += float64(origins[k])
		}
		if k < mostPairs {
			text += map[bool]string{true: "", false: ", "}[k == 0] + "(" + name + " − " + plot.Number(centre) + ") / " + plot.Number(float64(frame[size+k]))
		}
	}
	if size > mostPairs {
		text += " and " + strconv.Itoa(size-mostPairs) + " more"
	}
	lines = append(lines, text+".")
	scale := oneScale(frame)
	if scale == 0 {
		return append(lines, "Columns have scales of their own: penalties and distances have no unit of the data’s.")
	}
	for _, key := range []string{"r1", "r2"} {
		if f := spec.Find(key); f != nil && f.Number(spec) > 0 && scale != 1 {
			lines = append(lines, f.Label+" is "+plot.Number(f.Number(spec))+" there, "+plot.Number(f.Number(spec)*scale*scale)+" in the data’s units.")
		}
	}
	for _, x := range s.Measures {
		if (x.Key == "w1" || x.Key == "w1_marginals" && size == 1) && scale != 1 {
			lines = append(lines, "The Wasserstein distance W₁ is "+plot.Number(x.Value)+" there, "+plot.Number(x.Value*scale)+" in the data’s units.")
		}
	}
	return lines
}

// oneScale is the scale that all columns of a frame have; 0 where they have several.
func oneScale(frame []float32) float64 {
	scales := frame[len(frame)/2:]
	for _, s := range scales {
		if s != scales[0] {
			return 0
		}
	}
	if len(scales) == 0 {
		return 0
	}
	return float64(scales[0])
}

// InUnits says what a penalty's weight or a distance of training's units is in the data's; empty where that is the same, or has no such unit.
func InUnits(s *wire.Snapshot, key string, value float64) string {
	if s == nil {
		return ""
	}
	scale := oneScale(s.Floats(probe.Frame))
	switch key {
	case "r1", "r2":
		value *= scale * scale
	case "w1", "w1_marginals", "w1_sliced":
		value *= scale
	default:
		return ""
	}
	if scale == 0 || scale == 1 || !(value > 0) {
		return ""
	}
	return "In the data’s units it is " + plot.Number(value) + "."
}
