package gan

import (
	"ganvas/core/data"
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
	fieldSize   = family.FieldSize   // points along each side of the discriminator's field, and
	lineSize    = 128                // along a line
	sampleRows  = 2048
)

const (
	inTraining  = "probe.inner" // the slot of the samples in training's units
	noiseStream = "photo.noise" // a stream's name is what its numbers hang on
)

// probes are what can be looked at, and the procedures that compute it. They change nothing that training reads.
//
// All are of the averaged weights. The latent points are always the same, so that a point can be followed from picture to picture.
func (b *builder) probes(v view) (procedures []Procedure, probes []run.Probe) {
	add := func(p run.Probe, updates []Update, after ...string) {
		p.Slot = "probe." + p.Name
		p.Procedures = append(after, p.Slot)
		procedures = append(procedures, Procedure{Name: p.Slot, Updates: updates})
		probes = append(probes, p)
	}
	real := Variable("probe.real", probeJudged, b.size)
	class := b.oneHot(Variable("probe.class", probePoints))
	fake := Variable(inTraining, probePoints, b.size)

	add(run.Probe{Name: v.samples, Unit: "data", Shape: v.pointShape(probePoints), Doc: "Points of the generator."}, b.sampled(v, class))
	add(run.Probe{Name: v.field, Unit: "probability", Shape: v.fieldShape(), Doc: "D(x) on a grid over the window."},
		b.field(v, real, fake, class), "probe."+v.samples)
	arrows := b.descent(v, real, fake, class)
	add(run.Probe{Name: v.descent, Unit: "data", Shape: v.pointShape(arrows.Shape()[0]), Doc: "The way in which each of the first samples would move: minus the gradient of the generator's loss."},
		[]Update{{Var: Variable("probe."+v.descent, arrows.Shape()...), Value: arrows}}, "probe."+v.samples)
	if rows, cols := manifoldSize(b.spec); rows > 0 {
		add(run.Probe{Name: v.manifold, Unit: "data", Shape: v.pointShape(rows, cols), Doc: "G on a grid of equally likely latent points."}, b.manifold(v, rows*cols))
	}
	if b.classes > 0 {
		probes = append(probes, b.landed(v))
	} else {
		probes = append(probes, b.optimal(v))
	}
	if b.size > v.axes {
		probes = append(probes, b.whole(v))
	}
	probes = append(probes, b.weighed()...)
	ps, ms := b.machine(v)
	return append(procedures, ps...), append(probes, ms...)
}

// sampled fills the samples, in training's units and in the data's.
func (b *builder) sampled(v view, class *Node) []Update {
	still := Variable("probe.count", 2) // always 0
	z := b.noise(Key{Seed: b.seed, Count: still}, noiseStream, probePoints)
	fake := b.g.average(z, class)
	return []Update{
		{Var: Variable(inTraining, probePoints, b.size), Value: fake},
		{Var: Variable("probe."+v.samples, probePoints, v.axes), Value: b.pictured(v, fake)},
	}
}

// field fills D on the window's grid.
func (b *builder) field(v view, real, fake, class *Node) []Update {
	n := v.cells()
	judged := func(x, class *Node) *Node { return b.d.average(b.copies(x), b.copies(class)) }
	some := head(class, probeJudged)
	grid := judged(Variable("probe.grid", n, b.size), b.oneHot(Variable("probe.grid.class", n)))
	d := b.game.Reading(grid, judged(real, some), judged(head(fake, probeJudged), some))
	return []Update{{Var: Variable("probe."+v.field, n), Value: Reshape(d, -1)}}
}

// descent are the ways in which the first generated points would move: minus the gradient of the generator's loss, of which
// each point has its own share; where the discriminator judges packs, it moves in its pack's company.
func (b *builder) descent(v view, real, fake, class *Node) *Node {
	n := probeArrows / b.spec.Pack * b.spec.Pack
	points := head(fake, n)
	judged := func(x *Node) *Node { return b.d.average(b.packed(x), b.packed(head(class, n))) }
	loss := b.game.Generator(judged(head(real, n)), judged(points))
	slope := Grad(loss, points)[0]
	return b.picturedWay(v, Mul(Scalar(-float32(n/b.spec.Pack)), slope))
}

// manifold fills G at n latent quantiles.
func (b *builder) manifold(v view, n int) []Update {
	sheet := b.g.average(Variable("probe.quantiles", n, b.spec.Latent), nil)
	return []Update{{Var: Variable("probe."+v.manifold, n, v.axes), Value: b.pictured(v, sheet)}}
}

// landed is the classes of the samples, as the data's source tells them.
func (b *builder) landed(v view) run.Probe {
	return run.Probe{
		Name: probe.Landed, Shape: []int{probePoints}, Doc: "The class that the data take each sample for.", Procedures: []string{"probe." + v.samples},
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			points := a.Slots.Read(inTraining)
			b.data.frame.Out(points)
			return wire.Bytes(probe.Landed, bytesOf(b.data.classified(points)), probePoints), nil, nil
		},
	}
}

// scene is what never changes in a run.
func (d *dataset) scene(v view, classes int) []wire.Array {
	out := append(d.shownData(v), d.named()...)
	if classes > 0 {
		n := out[0].Dim(0)
		out = append(out, wire.Bytes(probe.RealClass, bytesOf(d.labels[:n]), n), wire.Bytes(probe.Asked, bytesOf(family.Cycle(d.labels, probePoints)), probePoints))
	}
	return out
}

// shownData is points of the data and the window; on a line, what is to be added to numbers to have them as they were given, the data's density
// where it is known, and the noise of the map.
func (d *dataset) shownData(v view) []wire.Array {
	if d.axes != nil {
		return d.manyScene()
	}
	if v.axes > 1 {
		return family.Scene(d.source, d.window, d.rows)
	}
	n := min(len(d.rows), probePoints)
	out := []wire.Array{
		wire.Floats(probe.LineReal, d.rows[:n], n),
		wire.Floats(probe.LineWindow, []float32{d.window.Low[0], d.window.High[0]}, 2),
	}
	if own, ok := d.source.(data.Finite); ok && own.Origin()[0] != 0 {
		parts := probe.Split([2]float64{own.Origin()[0]})
		out = append(out, wire.Floats(probe.LineOrigin, []float32{parts[0], parts[2]}, 2))
	}
	if dense, ok := d.source.(data.Dense); ok {
		p := make([]float32, v.side)
		for i, x := range v.grid(d.window) {
			p[i] = float32(dense.Density(float64(x)))
		}
		out = append(out, wire.Floats(probe.LineDensity, p, v.side))
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
