package gan

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// What probes look at.
const (
	probePoints = family.ProbePoints // real points, and generated points
	probeJudged = 512                // of these, whose mean logits tell where D is undecided
	probeArrows = 256                // of the generated points
	fieldSize   = family.FieldSize   // points along each side of the discriminator's field
	sampleRows  = 2048
)

const (
	inTraining  = "probe.inner" // the slot of the samples in training's units
	noiseStream = "photo.noise" // a stream's name is what its numbers hang on
)

// probes are what can be looked at, and the procedures that compute it. They change nothing that training reads.
//
// All are of the averaged weights. The latent points are always the same, so that a point can be followed from picture to picture.
func (b *builder) probes() (procedures []Procedure, probes []run.Probe) {
	add := func(p run.Probe, updates []Update, after ...string) {
		p.Slot = "probe." + p.Name
		p.Procedures = append(after, p.Slot)
		procedures = append(procedures, Procedure{Name: p.Slot, Updates: updates})
		probes = append(probes, p)
	}
	real := Variable("probe.real", probeJudged, b.size)
	class := b.oneHot(Variable("probe.class", probePoints))
	fake := Variable(inTraining, probePoints, b.size)

	add(run.Probe{Name: probe.Samples, Unit: "data", Shape: []int{probePoints, b.size}, Doc: "Points of the generator."}, b.sampled(class))
	add(run.Probe{Name: probe.Field, Unit: "probability", Shape: []int{fieldSize, fieldSize}, Doc: "D(x) on a grid over the window."},
		b.field(real, fake, class), "probe."+probe.Samples)
	arrows := b.descent(real, fake, class)
	add(run.Probe{Name: probe.Descent, Unit: "data", Shape: arrows.Shape(), Doc: "The way in which each of the first samples would move: minus the gradient of the generator's loss."},
		[]Update{{Var: Variable("probe."+probe.Descent, arrows.Shape()...), Value: arrows}}, "probe."+probe.Samples)
	if rows, cols := manifoldSize(b.spec); rows > 0 {
		add(run.Probe{Name: probe.Manifold, Unit: "data", Shape: []int{rows, cols, b.size}, Doc: "G on a grid of equally likely latent points."}, b.manifold(rows*cols))
	}
	if b.classes > 0 {
		probes = append(probes, b.landed())
	} else {
		probes = append(probes, b.optimal())
	}
	return procedures, probes
}

// sampled fills the samples, in training's units and in the data's.
func (b *builder) sampled(class *Node) []Update {
	still := Variable("probe.count", 2) // always 0
	z := b.noise(Key{Seed: b.seed, Count: still}, noiseStream, probePoints)
	fake := b.g.average(z, class)
	return []Update{
		{Var: Variable(inTraining, probePoints, b.size), Value: fake},
		{Var: Variable("probe."+probe.Samples, probePoints, b.size), Value: b.data.inDataUnits(fake)},
	}
}

// field fills D on the window's grid.
func (b *builder) field(real, fake, class *Node) []Update {
	const n = fieldSize * fieldSize
	judged := func(x, class *Node) *Node { return b.d.average(b.copies(x), b.copies(class)) }
	some := head(class, probeJudged)
	grid := judged(Variable("probe.grid", n, b.size), b.oneHot(Variable("probe.grid.class", n)))
	d := b.game.Reading(grid, judged(real, some), judged(head(fake, probeJudged), some))
	return []Update{{Var: Variable("probe."+probe.Field, n), Value: Reshape(d, -1)}}
}

// descent are the ways in which the first generated points would move: minus the gradient of the generator's loss, of which
// each point has its own share; where the discriminator judges packs, it moves in its pack's company.
func (b *builder) descent(real, fake, class *Node) *Node {
	n := probeArrows / b.spec.Pack * b.spec.Pack
	points := head(fake, n)
	judged := func(x *Node) *Node { return b.d.average(b.packed(x), b.packed(head(class, n))) }
	loss := b.game.Generator(judged(head(real, n)), judged(points))
	slope := Grad(loss, points)[0]
	return b.data.stretched(Mul(Scalar(-float32(n/b.spec.Pack)), slope))
}

// manifold fills G at n latent quantiles.
func (b *builder) manifold(n int) []Update {
	sheet := b.g.average(Variable("probe.quantiles", n, b.spec.Latent), nil)
	return []Update{{Var: Variable("probe."+probe.Manifold, n, b.size), Value: b.data.inDataUnits(sheet)}}
}

// landed is the classes of the samples, as the data's source tells them.
func (b *builder) landed() run.Probe {
	return run.Probe{
		Name: probe.Landed, Shape: []int{probePoints}, Doc: "The class that the data take each sample for.", Procedures: []string{"probe." + probe.Samples},
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			return wire.Bytes(probe.Landed, bytesOf(b.data.classified(a.Slots.Read("probe."+probe.Samples))), probePoints), nil, nil
		},
	}
}

// scene is what never changes in a run.
func (d *dataset) scene(classes int) []wire.Array {
	out := family.Scene(d.source, d.window, d.rows)
	if classes > 0 {
		n := out[0].Dim(0)
		out = append(out, wire.Bytes(probe.RealClass, bytesOf(d.labels[:n]), n), wire.Bytes(probe.Asked, bytesOf(family.Cycle(d.labels, probePoints)), probePoints))
	}
	return out
}

// head is the first n rows of x. Nil stays nil.
func head(x *Node, n int) *Node {
	if x == nil {
		return nil
	}
	return Slice(x, []int{0, 0}, []int{n, x.Shape()[1]})
}
