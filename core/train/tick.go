package train

import (
	"math"

	"ganvas/core/dirac"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// ringRows is how many steps can be run before their records must be read.
const ringRows = 256

// The columns of the ring of records.
const (
	columnLossD = iota
	columnPenalty
	columnReal
	columnFake
	columnLossG
	columnSizeD // the sum of absolute parameters, which is not finite where one of them is not
	columnSizeG
	columns // from here on, θ and ψ of a Dirac-GAN
)

// columns is the length of a record.
func (b *builder) columns() int {
	if dirac.Plane(b.spec) {
		return columns + 2
	}
	return columns
}

// tick closes a step: it records the moves' figures in a ring and counts the step.
func (b *builder) tick() Procedure {
	ring := b.run.Variable("ring", nn.Constant(0), ringRows, b.columns())
	row := b.run.Variable("row", nn.Constant(0))
	record := Concat(0, b.figuresOf("d", 4), b.figuresOf("g", 1), vector(size(b.d.params), size(b.g.params)))
	if dirac.Plane(b.spec) {
		record = Concat(0, record, b.weightAlongX(b.g), b.weightAlongX(b.d))
	}
	here := Equal(Reshape(Iota(ringRows), ringRows, 1), row)
	next := Add(row, Scalar(1))
	return Procedure{Name: "tick", Updates: []Update{
		{Var: ring, Value: Select(here, Reshape(record, 1, b.columns()), ring)},
		{Var: row, Value: Select(Less(next, Scalar(ringRows)), next, Scalar(0))},
		{Var: b.step, Value: Add(b.step, Scalar(1))},
	}}
}

// size is the sum of absolute parameters.
func size(s *nn.Scope) *Node {
	sum := Scalar(0)
	for _, p := range s.Nodes() {
		sum = Add(sum, Sum(Abs(p)))
	}
	return sum
}

// finite says whether a figure is a number.
func finite(x float32) bool { return math.Abs(float64(x)) <= math.MaxFloat32 }
