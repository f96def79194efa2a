package gan

import (
	"ganvas/core/dirac"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// The columns of a step's record.
var (
	columnLossD   = run.Column{Key: probe.LossD, Label: "the discriminator's loss", Role: run.Loss}
	columnPenalty = run.Column{Key: probe.Penalty, Label: "the discriminator's gradient penalty", Role: run.Term}
	columnReal    = run.Column{Key: probe.DReal, Label: "the discriminator's loss", Role: run.Gauge, Unit: "probability"}
	columnFake    = run.Column{Key: probe.DFake, Label: "the discriminator's loss", Role: run.Gauge, Unit: "probability"}
	columnLossG   = run.Column{Key: probe.LossG, Label: "the generator's loss", Role: run.Loss}
	// A sum of absolute values is not finite where one of them is not. A square that is infinite holds its weight still for ever.
	columnSizeD   = run.Column{Key: "size.d", Label: "a weight of the discriminator", Role: run.Guard}
	columnSizeG   = run.Column{Key: "size.g", Label: "a weight of the generator", Role: run.Guard}
	columnMemoryD = run.Column{Key: "memory.d", Label: "what the discriminator's optimiser and layers remember", Role: run.Guard}
	columnMemoryG = run.Column{Key: "memory.g", Label: "what the generator's optimiser and layers remember", Role: run.Guard}
	columnTheta   = run.Column{Key: "theta", Label: "a weight of the generator", Role: run.Guard}
	columnPsi     = run.Column{Key: "psi", Label: "a weight of the discriminator", Role: run.Guard}
)

// record is the figures of each step.
func (b *builder) record() []run.Figures {
	list := []run.Figures{
		{Node: b.figuresOf("d", 4), Columns: []run.Column{columnLossD, columnPenalty, columnReal, columnFake}},
		{Node: b.figuresOf("g", 1), Columns: []run.Column{columnLossG}},
		{Node: family.Vector(family.Size(b.d.params), family.Size(b.g.params), family.Size(b.d.memory, b.d.state), family.Size(b.g.memory, b.g.state)),
			Columns: []run.Column{columnSizeD, columnSizeG, columnMemoryD, columnMemoryG}},
	}
	if dirac.Plane(b.spec) {
		list = append(list, run.Figures{
			Node:    Concat(0, b.weightAlongX(b.g), b.weightAlongX(b.d)),
			Columns: []run.Column{columnTheta, columnPsi}})
	}
	return list
}

// weightAlongX is a bare player's one weight that is not 0: θ of a generator whose noise is 1, and ψ of D(x) = ψx.
func (b *builder) weightAlongX(p *player) *Node {
	w := p.params.Nodes()[0]
	return Slice(Reshape(w, w.Shape().Len()), []int{0}, []int{1})
}

// trajectory is the way of a Dirac-GAN through the plane of (θ, ψ), θ before ψ.
func (b *builder) trajectory() run.Trajectory {
	theta, psi := b.g.params.Variables()[0].Name, b.d.params.Variables()[0].Name
	return run.Trajectory{Columns: 2, Start: func(s *run.Slots) []float32 {
		return []float32{s.Read(theta)[0], s.Read(psi)[0]}
	}}
}
