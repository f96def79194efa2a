package train

import (
	"slices"

	"ganvas/core/data"
	"ganvas/core/wire"
)

// Snapshot photographs the run. It does not change the run.
func (t *Trainer) Snapshot() *wire.Snapshot {
	s := &wire.Snapshot{
		Step:     t.step,
		Window:   wire.Window(t.window),
		Real:     cycle(t.rows, min(len(t.rows), 2*photoPoints)),
		Orbit:    t.orbit.wire(),
		Trace:    t.trace.wire(),
		Measures: slices.Concat(t.measures, t.survey.done),
		Pending:  t.survey.pending,
		Fault:    t.fault,
	}
	if err := t.slots.machine.Run(t.slots.program.Entry("photograph"), 1); err != nil {
		s.Fault = err.Error()
		return s
	}
	s.Generated = t.slots.read("photo.generated")
	s.Arrows = t.slots.read("photo.arrows")
	s.FieldSize, s.Field = fieldSize, t.slots.read("photo.field")
	s.ManifoldRows, s.ManifoldCols = manifoldSize(t.spec)
	s.Manifold = t.slots.read("photo.manifold")
	if classesOf(t.spec, t.source) > 0 {
		s.RealClasses, s.Asked = bytesOf(cycle(t.labels, len(s.Real)/2)), bytesOf(cycle(t.labels, photoPoints))
		s.Landed = bytesOf(t.classified(s.Generated))
	}
	return s
}

// grid is the points of a square grid over a window, size rows from y0 up, each from x0 to x1 inclusive.
func grid(w data.Window, size int) []float32 {
	along := func(lo, hi float32, i int) float32 {
		share := float32(i) / float32(size-1)
		return lo + float32(share*(hi-lo))
	}
	out := make([]float32, 0, 2*size*size)
	for row := range size {
		for col := range size {
			out = append(out, along(w.X0, w.X1, col), along(w.Y0, w.Y1, row))
		}
	}
	return out
}

// Sample returns n fresh points of the averaged generator, in the data's units: always the same for the same state and n.
func (t *Trainer) Sample(n int) ([]float32, error) {
	points, _, err := t.SampleLabelled(n)
	return points, err
}

// SampleLabelled returns what Sample does, and which class each point was asked for, n numbers; nil where the players are told nothing
// of classes.
func (t *Trainer) SampleLabelled(n int) (points, classes []float32, err error) {
	t.slots.write("run/count.sample", []float32{0, 0})
	for len(points) < 2*n {
		if err := t.slots.machine.Run(t.slots.program.Entry("sample"), 1); err != nil {
			return nil, nil, err
		}
		points = append(points, t.slots.read("sample")...)
		classes = append(classes, t.slots.read("sample.class")...)
	}
	if classes != nil {
		classes = classes[:n]
	}
	return points[:2*n], classes, nil
}
