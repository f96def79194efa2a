package gan

import (
	"slices"

	"ganvas/core/data"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

const machinePoints = 256 // latent points, real points and samples that the machine shows

// machine are the probes of how the players work. Runs whose players or planes cannot be shown so have none.
func (b *builder) machine(v view) (procedures []Procedure, probes []run.Probe) {
	if !b.shownAsMachine(v) {
		return nil, nil
	}
	add := func(name, doc string, shape []int, value func() *Node, after ...string) {
		slot := "probe." + name
		probes = append(probes, run.Probe{Name: name, Doc: doc, Shape: shape, Extra: true, Slot: slot, Procedures: append(after, slot)})
		if slices.Contains(b.extras, name) {
			procedures = append(procedures, Procedure{Name: slot, Updates: []Update{{Var: Variable(slot, shape...), Value: Reshape(value(), shape...)}}})
		}
	}
	still := Variable("probe.count", 2) // always 0
	add(probe.MachineNoise, "Latent points.", []int{machinePoints, b.spec.Latent}, func() *Node {
		return head(b.noise(Key{Seed: b.seed, Count: still}, noiseStream, probePoints), machinePoints)
	})
	add(probe.MachineVerdicts, "D(x) of real points, and of samples.", []int{2, machinePoints}, b.verdicts, "probe."+v.samples)
	const side = probe.MachineSide
	for _, p := range []struct {
		*player
		name, weights, biases, of, in string
		dims, copies                  int
	}{
		{b.g, probe.ResponsesG, probe.WeightsG, probe.BiasesG, "The generator", "probe.machine.z", b.spec.Latent, 1},
		{b.d, probe.ResponsesD, probe.WeightsD, probe.BiasesD, "The discriminator", "probe.machine.x", b.size, b.spec.Pack},
	} {
		add(p.name, p.of+"'s units, each over a plane or a line of what the player is given.", []int{p.units(), side, side}, func() *Node {
			x := Variable(p.in, side*side, p.dims)
			if p.copies > 1 {
				x = b.copies(x)
			}
			return p.responses(x)
		})
		probes = append(probes, run.Probe{Name: p.weights, Extra: true, Doc: p.of + "'s weights between the units that are shown.", Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			w, _ := p.shownWeights(a.Slots)
			return wire.Floats(p.weights, w, len(w)), nil, nil
		}}, run.Probe{Name: p.biases, Extra: true, Doc: p.of + "'s biases of the units that are shown.", Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			_, b := p.shownWeights(a.Slots)
			return wire.Floats(p.biases, b, len(b)), nil, nil
		}})
	}
	return procedures, probes
}

// shownAsMachine reports whether both players are fully connected, and the noise and the data are lines or planes on which a unit is one function.
func (b *builder) shownAsMachine(v view) bool {
	return v.axes == b.size && b.spec.Latent <= 2 && b.spec.Noise != "constant" && b.classes == 0 && b.g.isDense() && b.d.isDense()
}

// verdicts are what D says of the first real points, and then of the first samples.
func (b *builder) verdicts() *Node {
	real, fake := Variable("probe.real", probeJudged, b.size), head(Variable(inTraining, probePoints, b.size), probeJudged)
	judged := func(x *Node) *Node { return b.d.average(b.copies(x), nil) }
	return b.game.Reading(judged(Concat(0, head(real, machinePoints), head(fake, machinePoints))), judged(real), judged(fake))
}

// first is the player's network, or the first of several.
func (p *player) first() nn.Network { return p.network.(ensemble).members[0] }

// isDense reports whether all of a player's layers are fully connected, and some are hidden.
func (p *player) isDense() bool {
	n := p.first()
	if _, ok := n.Output.(nn.Full); !ok || len(n.Hidden) == 0 {
		return false
	}
	for _, h := range n.Hidden {
		if _, ok := h.Layer.(nn.Full); !ok || !h.Learns {
			return false
		}
	}
	return true
}

// units is how many units of a dense player are shown.
func (p *player) units() (n int) {
	for _, h := range p.first().Hidden {
		n += len(probe.Chosen(h.Layer.(nn.Full).Out))
	}
	return n
}

// responses are what the shown units of a dense player give for inputs [n, features]: [units, n].
func (p *player) responses(x *Node) *Node {
	var shown []*Node
	pass := &nn.Pass{Params: p.averages, State: p.averagedState, Hidden: func(y *Node) {
		units := probe.Chosen(y.Shape()[1])
		index := make([]float32, len(units))
		for i, u := range units {
			index[i] = float32(u)
		}
		shown = append(shown, Gather(Transpose(y, 1, 0), Const(Shape{len(index)}, index)))
	}}
	p.first().Apply(pass, x, nil)
	return Concat(0, shown...)
}

// shownWeights are a dense player's weights between the units that are shown, and the biases of these.
func (p *player) shownWeights(s *run.Slots) (out, biases []float32) {
	n := p.first()
	layers := make([]int, 0, len(n.Hidden)+1)
	for _, h := range n.Hidden {
		layers = append(layers, h.Layer.(nn.Full).Out)
	}
	layers = append(layers, n.Output.(nn.Full).Out)
	for i := range layers {
		w := s.Read(p.averages.Name(n.Path(i) + "/weight"))
		width := layers[i]
		in := len(w) / width
		if i > 0 {
			in = layers[i-1] // what looks at minibatches joins the last features, and is not a unit
		}
		bias := s.Read(p.averages.Name(n.Path(i) + "/bias"))
		if bias == nil { // the layer adds none
			bias = make([]float32, width)
		}
		for _, col := range probe.Chosen(width) {
			biases = append(biases, bias[col])
		}
		for _, row := range probe.Chosen(in) {
			for _, col := range probe.Chosen(width) {
				out = append(out, w[row*width+col])
			}
		}
	}
	return out, biases
}

// machinePlanes are the points over which units are shown.
func (b *builder) machinePlanes(v view) []run.Constant {
	if !b.shownAsMachine(v) {
		return nil
	}
	reach := probe.NoiseReach(b.spec.Noise)
	z := b.data.window
	z.Low, z.High = []float32{-reach, -reach}[:b.spec.Latent], []float32{reach, reach}[:b.spec.Latent]
	return []run.Constant{
		{Name: "probe.machine.z", Values: func() []float32 { return machineGrid(z) }},
		{Name: "probe.machine.x", Values: func() []float32 { return b.data.inTraining(machineGrid(b.data.window)) }},
	}
}

// machineGrid is a grid over a window of two dimensions, and of one its points once in every row.
func machineGrid(w data.Window) []float32 {
	if len(w.Low) == 2 {
		return family.Grid(w, probe.MachineSide)
	}
	return slices.Repeat(family.Along(w, probe.MachineSide), probe.MachineSide)
}
