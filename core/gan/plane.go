package gan

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// plane is data of points of the plane. Training sees them in the data's Frame.
type plane struct{ *dataset }

func (p plane) gathered(row *Node) *Node { return Gather(Variable("data", p.count, 2), row) }

func (p plane) shown(x *Node) *Node { return p.inDataUnits(x) }

func (p plane) probes(b *builder) ([]Procedure, []run.Probe) { return b.probes() }

func (p plane) scene(classes int) []wire.Array { return p.dataset.scene(classes) }

func (p plane) look(s *run.Slots, rest func()) ([]run.Measure, error) { return p.dataset.look(s, rest) }

func (plane) sampled() int { return sampleRows }

func (p plane) constants(b *builder) []run.Constant {
	d := p.dataset
	list := []run.Constant{
		{Name: "data", Values: func() []float32 { return d.inner }},
		{Name: "probe.real", Values: func() []float32 { return family.Cycle(d.inner, 2*probeJudged) }},
		{Name: "probe.grid", Values: func() []float32 { return d.inTraining(family.Grid(d.window, fieldSize)) }},
		{Name: "probe.quantiles", Values: func() []float32 { return quantiles(b.spec) }},
	}
	if b.classes > 0 {
		list = append(list,
			run.Constant{Name: "probe.class", Values: func() []float32 { return family.Cycle(d.labels, probePoints) }},
			run.Constant{Name: "probe.grid.class", Values: func() []float32 { return d.classified(family.Grid(d.window, fieldSize)) }})
	}
	return list
}

// inTraining returns points of the data's units in training's.
func (d *dataset) inTraining(points []float32) []float32 { return family.InTraining(d.frame, points) }

// inDataUnits takes points from training's units to the data's.
func (d *dataset) inDataUnits(x *Node) *Node { return family.InDataUnits(d.frame, x) }

// stretched takes vectors from training's units to the data's.
func (d *dataset) stretched(v *Node) *Node { return family.Stretched(d.frame, v) }
