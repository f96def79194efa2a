package gan

import (
	"slices"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// vectors is data of points of any number of dimensions. Training sees them in the data's Frame.
type vectors struct {
	*dataset
	view view
}

func (p vectors) gathered(row *Node) *Node { return Gather(Variable("data", p.count, p.size()), row) }

func (p vectors) shown(x *Node) *Node { return p.inDataUnits(x) }

func (p vectors) probes(b *builder) ([]Procedure, []run.Probe) { return b.probes(p.view) }

func (p vectors) scene(classes int) []wire.Array { return p.dataset.scene(p.view, classes) }

func (p vectors) look(s *run.Slots, rest func()) ([]run.Measure, error) {
	return p.dataset.look(s, rest)
}

func (p vectors) along(classes int) func(*run.Slots, string) []wire.Array {
	return p.dataset.along(p.view, classes)
}

func (vectors) sampled() int { return sampleRows }

func (p vectors) constants(b *builder) []run.Constant {
	d := p.dataset
	list := []run.Constant{
		{Name: "data", Values: func() []float32 { return d.inner }},
		{Name: "probe.real", Values: func() []float32 { return family.Cycle(d.inner, d.size()*probeJudged) }},
		{Name: "probe.grid", Values: func() []float32 { return d.gridOf(p.view) }},
		{Name: "probe.quantiles", Values: func() []float32 { return quantiles(b.spec) }},
	}
	if b.classes > 0 {
		list = append(list,
			run.Constant{Name: "probe.class", Values: func() []float32 { return family.Cycle(d.labels, probePoints) }},
			run.Constant{Name: "probe.grid.class", Values: func() []float32 { return d.gridClasses(p.view) }})
	}
	return slices.Concat(list, d.axesConstants(), b.machinePlanes(p.view))
}

// size is how many numbers a point has.
func (d *dataset) size() int { return d.frame.Size() }

// inTraining returns points of the data's units in training's.
func (d *dataset) inTraining(points []float32) []float32 { return family.InTraining(d.frame, points) }

// inDataUnits takes points from training's units to the data's.
func (d *dataset) inDataUnits(x *Node) *Node { return family.InDataUnits(d.frame, x) }

// stretched takes vectors from training's units to the data's.
func (d *dataset) stretched(v *Node) *Node { return family.Stretched(d.frame, v) }
