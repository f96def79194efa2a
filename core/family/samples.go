package family

import (
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// Photo is the stream of the samples that are shown: of others, draws may be told apart.
const Photo = "photo"

// Samples adds what draws points [n, 2] of the model, in training's units: the probe of the samples, whose random numbers are always the
// same so that a point can be followed from picture to picture, and fresh ones for measures.
func (b *Builder) Samples(draw func(k Key, stream string, n int) *Node) {
	still := Key{Seed: b.Seed, Count: Variable("probe.count", 2)} // always 0
	b.Show(probe.Samples, "data", "Points of the model.", InDataUnits(b.Data.Frame, draw(still, Photo, ProbePoints)))
	fresh := Key{Seed: b.Seed, Count: Variable("sample.count", 2)}
	b.Procedure("sample",
		Update{Var: Variable("sample", ProbePoints, 2), Value: InDataUnits(b.Data.Frame, draw(fresh, "sample", ProbePoints))},
		Update{Var: fresh.Count, Value: fresh.Next()})
	b.drawnBy(func(s *run.Slots) ([]float32, error) {
		err := s.Call("sample")
		return s.Read("sample"), err
	})
}

// SamplesBy is Samples of a model that takes many calls for one set of points. draw returns ProbePoints of them in the data's units, by the
// numbers that the slot "sample.count" stands for and goes on from.
func (b *Builder) SamplesBy(draw func(s *run.Slots) ([]float32, error)) {
	b.Probe(run.Probe{
		Name: probe.Samples, Unit: "data", Doc: "Points of the model.", Shape: []int{ProbePoints, 2},
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			a.Slots.Write("sample.count", []float32{0, 0})
			points, err := draw(a.Slots)
			return wire.Floats(probe.Samples, points, ProbePoints, 2), nil, err
		},
	})
	b.drawnBy(draw)
}

// drawnBy says what draws some more fresh samples for measures.
func (b *Builder) drawnBy(draw func(s *run.Slots) ([]float32, error)) {
	b.m.Draw = func(s *run.Slots, n int) (points []float32, err error) {
		s.Write("sample.count", []float32{0, 0})
		for len(points) < 2*n {
			some, err := draw(s)
			if err != nil {
				return nil, err
			}
			points = append(points, some...)
		}
		return points[:2*n], nil
	}
}

// Sheet adds a probe of what a model makes of a latent space of normal coordinates: draw at equally likely latent points [n, dims], as SheetSize has
// them; none where that has none.
func (b *Builder) Sheet(name string, dims int, draw func(z *Node) *Node) {
	rows, cols := SheetSize(dims)
	if rows == 0 {
		return
	}
	b.Constant("probe.quantiles", func() []float32 { return NormalSheet(dims) })
	sheet := draw(Variable("probe.quantiles", rows*cols, dims))
	b.Show(name, "data", "The model on a grid of equally likely latent points: a cell's density is 1 over its area.",
		Reshape(InDataUnits(b.Data.Frame, sheet), rows, cols, 2))
}
