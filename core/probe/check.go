package probe

import (
	"fmt"
	"strconv"

	"ganvas/core/wire"
)

// shapes are what panels rely on: of each name its axes. A name is a length that is the same wherever it stands, a number is that length. The
// descent is of the first samples, so that its length is its own.
var shapes = []struct {
	name  string
	axes  []string
	bytes bool // the elements are bytes, not float32s
}{
	{Real, []string{"n", "2"}, false},
	{RealClass, []string{"n"}, true},
	{Window, []string{"4"}, false},
	{Origin, []string{"4"}, false},
	{Samples, []string{"m", "2"}, false},
	{Asked, []string{"m"}, true},
	{Landed, []string{"m"}, true},
	{Descent, []string{"k", "2"}, false},
	{Field, []string{"f", "f"}, false},
	{Optimal, []string{"f", "f"}, false},
	{Density, []string{"f", "f"}, false},
	{Score, []string{"v", "v", "2"}, false},
	{Posterior, []string{"p", "6"}, false},
	{Components, []string{"g", "6"}, false},
	{Restored, []string{"p", "2"}, false},
	{Path, []string{"w", "wt", "2"}, false},
	{Offers, []string{"offers"}, true},
	{Names, []string{"names"}, true},
	{RealWhole, []string{"rn", "columns"}, false},
	{Frame, []string{"frame"}, false},
	{Origins, []string{"origins"}, false},
	{Whole, []string{"m", "columns"}, false},
	{Weights, []string{"weights"}, false},
	{WeightNames, []string{"weightnames"}, true},
	{Manifold, []string{"r", "c", "2"}, false},
	{Trajectory, []string{"t", "2"}, false},
	{MachineNoise, []string{"mk", "mz"}, false},
	{MachineVerdicts, []string{"2", "mk"}, false},
	{ResponsesG, []string{"mg", "16", "16"}, false},
	{ResponsesD, []string{"md", "16", "16"}, false},
	{WeightsG, []string{"mgw"}, false},
	{WeightsD, []string{"mdw"}, false},
	{BiasesG, []string{"mgb"}, false},
	{BiasesD, []string{"mdb"}, false},
	{Stepping, []string{"step"}, false},
	{LineReal, []string{"ln"}, false},
	{LineWindow, []string{"2"}, false},
	{LineOrigin, []string{"2"}, false},
	{LineDensity, []string{"lf"}, false},
	{LineSamples, []string{"m"}, false},
	{LineDescent, []string{"lk"}, false},
	{LineField, []string{"lf"}, false},
	{LineOptimal, []string{"lf"}, false},
	{LineMap, []string{"lr", "lc"}, false},
	{RealImages, []string{"ir", "ic", "height", "width", "channels"}, true},
	{RealImagesClass, []string{"ir"}, true},
	{RealVerdict, []string{"ir", "ic"}, false},
	{Images, []string{"is", "id", "height", "width", "channels"}, true},
	{ImagesAsked, []string{"is"}, true},
	{ImagesVerdict, []string{"is", "id"}, false},
	{Subject, []string{"height", "width", "channels"}, true},
	{SubjectVerdict, []string{"1"}, false},
	{Nearest, []string{"height", "width", "channels"}, true},
	{NearestTold, []string{"5"}, false},
	{InsideG, []string{"vg"}, false},
	{InsideD, []string{"vd"}, false},
	{InsideWeightsG, []string{"wg"}, false},
	{InsideWeightsD, []string{"wd"}, false},
	{LatentMap, []string{"13", "13", "height", "width", "channels"}, true},
	{LatentPath, []string{"2", "9", "height", "width", "channels"}, true},
	{LatentSum, []string{"height", "width", "channels"}, true},
	{LatentPlaces, []string{"3", "2"}, false},
}

// Check reports whether the arrays that have names of this package fit what panels rely on, and one another. What has another name is not
// looked at.
func Check(s *wire.Snapshot) error {
	lengths := map[string]int{}
	for _, rule := range shapes {
		a := s.Array(rule.name)
		if a.Name == "" {
			continue
		}
		if a.Len() > 0 && rule.bytes != (a.Bytes != nil) {
			return fmt.Errorf("the trainer's %s has elements of another type; bytes: %v", rule.name, rule.bytes)
		}
		if len(a.Shape) != len(rule.axes) {
			return fmt.Errorf("the trainer's %s has the shape %v; allowed: %v", rule.name, a.Shape, rule.axes)
		}
		for i, axis := range rule.axes {
			want, err := strconv.Atoi(axis)
			if err != nil {
				known, ok := lengths[axis]
				if !ok {
					lengths[axis] = a.Shape[i]
					continue
				}
				want = known
			}
			if a.Shape[i] != want {
				return fmt.Errorf("the trainer's %s has the shape %v; allowed: %v, with %s = %d", rule.name, a.Shape, rule.axes, axis, want)
			}
		}
	}
	if k, m := s.Array(Descent).Dim(0), s.Array(Samples); m.Name != "" && k > m.Dim(0) {
		return fmt.Errorf("the trainer's %s has %d rows at %d samples", Descent, k, m.Dim(0))
	}
	return nil
}
