package run

import (
	"math"

	"ganvas/core/graph"
)

// ringRows is how many steps can be run before their records must be read.
const ringRows = 256

// The run's own variables. All but the ring are state.
const (
	stepName = "run/step"
	rowName  = "run/row"
	ringName = "run/ring"
)

// StepNode is the number of steps done, a scalar that stays at 2^24 when it gets there.
func StepNode() *graph.Node { return graph.Variable(stepName) }

// own are the run's variables that training changes.
func own() []Variable {
	zero := func() []float32 { return []float32{0} }
	return []Variable{{stepName, graph.Variable(stepName), zero}, {rowName, graph.Variable(rowName), zero}}
}

// recorder is the name of the procedure that closes a step.
const recorder = "record"

// record closes a step: it writes the model's figures into a ring and counts the step.
func (m *Model) record() graph.Procedure {
	var vectors []*graph.Node
	for _, f := range m.Record {
		vectors = append(vectors, f.Node)
	}
	width, one := m.width(), graph.Scalar(1)
	ring, row, step := graph.Variable(ringName, ringRows, width), graph.Variable(rowName), StepNode()
	here := graph.Equal(graph.Reshape(graph.Iota(ringRows), ringRows, 1), row)
	line := graph.Reshape(graph.Concat(0, vectors...), 1, width)
	next := graph.Add(row, one)
	return graph.Procedure{Name: recorder, Updates: []graph.Update{
		{Var: ring, Value: graph.Select(here, line, ring)},
		{Var: row, Value: graph.Select(graph.Less(next, graph.Scalar(ringRows)), next, graph.Scalar(0))},
		{Var: step, Value: graph.Add(step, one)},
	}}
}

// width is the number of the record's columns.
func (m *Model) width() int { return len(m.columns()) }

// columns are the record's.
func (m *Model) columns() (out []Column) {
	for _, f := range m.Record {
		out = append(out, f.Columns...)
	}
	return out
}

// broken returns the first figure that is not finite, or -1.
func broken(row []float32) int {
	for i, x := range row {
		if !(math.Abs(float64(x)) <= math.MaxFloat32) {
			return i
		}
	}
	return -1
}
