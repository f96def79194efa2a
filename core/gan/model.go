package gan

import (
	"slices"

	"ganvas/core/dirac"
	"ganvas/core/family"
	"ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// Model traces the experiment; see run.Experiment.
func (e *Experiment) Model(extras []string) (*run.Model, error) {
	var m *run.Model
	err := graph.Build(func() { m = e.trace(extras) })
	return m, err
}

func (e *Experiment) trace(extras []string) *run.Model {
	b := newBuilder(e.spec, e.data)
	b.extras = extras
	b.alone = slices.Contains(extras, onlyD) || slices.Contains(extras, onlyG)
	m := &run.Model{
		Procedures: b.moves(),
		Ways:       b.ways(),
		Apart:      slices.Contains(extras, probe.Stepping),
		Record:     b.record(),
		Scene:      e.data.space.scene(b.classes),
		Look:       e.data.space.look,
		Along:      e.data.space.along(b.classes),
	}
	procedures, probes := e.data.space.probes(b)
	steps, step := b.stepping()
	norms, norm := b.norms()
	m.Probes, m.Aim = append(probes, step, norm), b.aim
	m.Procedures = slices.Concat(m.Procedures, procedures, []graph.Procedure{b.sampler()}, steps, norms)
	m.State, m.Constants = b.state(), b.constants()
	m.Draw = func(s *run.Slots, n int) ([]float32, error) {
		points, _, err := sample(s, n, b.size)
		return points, err
	}
	if dirac.Plane(e.spec) {
		m.Trajectory = b.trajectory()
	}
	return m
}

// state is what training changes: both players' parameters, what their layers keep, the averages of both, what their optimisers remember,
// and the game's counters.
func (b *builder) state() (out []run.Variable) {
	add := func(stream string, v nn.Variable) {
		first := func() []float32 { return family.First(v, b.spec.Seed, stream) }
		if given := b.given(v.Path); stream == "g" && given != nil {
			first = func() []float32 { return given }
		}
		out = append(out, run.Variable{Name: v.Name, Node: v.Node, First: first})
	}
	for _, p := range []*player{b.g, b.d} {
		for _, v := range p.params.Variables() {
			add(p.letter, v)
		}
		for _, v := range p.state.Variables() {
			add(p.letter+".state", v)
		}
		// The averages start where what they are of does.
		for _, v := range p.averages.Variables() {
			add(p.letter, v)
		}
		for _, v := range p.averagedState.Variables() {
			add(p.letter+".state", v)
		}
		for _, v := range p.memory.Variables() {
			add(p.letter+".memory", v)
		}
	}
	for _, v := range b.counters.Variables() {
		add("run", v)
	}
	return out
}

// constants are what procedures read and nothing changes: the seed, the data, and what probes look at.
func (b *builder) constants() []run.Constant {
	d := b.data
	list := append(d.space.constants(b), run.Constant{Name: "seed", Values: func() []float32 { return family.Halves(d.seed) }})
	if b.classes > 0 {
		list = append(list, run.Constant{Name: "data.class", Values: func() []float32 { return d.labels }})
	}
	return list
}
