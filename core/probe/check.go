package probe

import (
	"fmt"
	"strconv"

	"ganvas/core/wire"
)

// shapes are what panels rely on: of each name its axes. A letter is a length that is the same wherever it stands, a number is that length. The
// descent is of the first samples, so that its length is its own.
var shapes = []struct {
	name string
	axes []string
}{
	{Real, []string{"n", "2"}},
	{RealClass, []string{"n"}},
	{Window, []string{"4"}},
	{Origin, []string{"4"}},
	{Samples, []string{"m", "2"}},
	{Asked, []string{"m"}},
	{Landed, []string{"m"}},
	{Descent, []string{"k", "2"}},
	{Field, []string{"f", "f"}},
	{Optimal, []string{"f", "f"}},
	{Density, []string{"f", "f"}},
	{Score, []string{"v", "v", "2"}},
	{Posterior, []string{"p", "6"}},
	{Components, []string{"g", "6"}},
	{Restored, []string{"p", "2"}},
	{Manifold, []string{"r", "c", "2"}},
	{Trajectory, []string{"t", "2"}},
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
