package gan

import (
	"slices"

	"ganvas/core/anatomy"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// looks are the probes of single images, and of the latent plane. Their noise is the wall's, so that looking draws no random number.
type looks struct {
	m          *images
	b          *builder
	real, fake wall
	near       neighbour
}

func newLooks(m *images, b *builder, real, fake wall) *looks {
	return &looks{m: m, b: b, real: real, fake: fake}
}

// has says whether an extra is wanted.
func (b *builder) has(extra string) bool { return slices.Contains(b.extras, extra) }

// The slots of what they read and leave.
const (
	wallNoise  = "probe.images.noise"
	realLogits = "probe.images.real.logits"
	fakeLogits = "probe.images.logits"

	subjectZ     = "probe.subject.z"
	subjectClass = "probe.subject.class"
	subjectGiven = "probe.subject.given" // a real image in training's units,
	subjectReal  = "probe.subject.real"  // which is the subject where this is 1
	subjectMade  = "probe.subject.made"
	subjectShown = "probe.subject.shown" // between 0 and 255

	latentZ      = "probe.latent.z"
	latentClass  = "probe.latent.class"
	latentImages = "probe.latent.images"

	nearestRow     = "probe.nearest.row"
	nearestVerdict = "probe.nearest.verdict"
)

// latentRows is how many images of latent points are made at a time.
const latentRows = 64

// The procedures' names are those of what they leave.
const (
	subjectProcedure = "probe." + probe.InsideG
	judgedProcedure  = "probe." + probe.InsideD
)

// probes are they, with their procedures where they are wanted. before are procedures that fill the verdicts on both walls.
func (k *looks) probes(before ...string) (procedures []Procedure, probes []run.Probe) {
	k.b.aim = k.aim
	if k.b.has(run.Aimed) {
		procedures = []Procedure{
			{Name: wallNoise, Updates: k.noise()}, {Name: subjectProcedure, Updates: k.made()}, {Name: judgedProcedure, Updates: k.judged()},
			{Name: latentImages, Updates: k.latentImages()}, {Name: nearestVerdict, Updates: k.nearestJudged()},
		}
	}
	before = append(before, subjectProcedure, judgedProcedure)
	image := k.m.shape
	add := func(p run.Probe) {
		p.Extra, p.Aimed, p.Procedures = true, true, before
		probes = append(probes, p)
	}
	numbers := func(name, doc string) {
		slot := "probe." + name
		add(run.Probe{Name: name, Doc: doc, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			values := a.Slots.Read(slot)
			return wire.Floats(name, values, len(values)), nil, nil
		}})
	}
	add(run.Probe{Name: probe.Subject, Doc: "The image that is looked at.", Shape: image, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
		return wire.Bytes(probe.Subject, rounded(a.Slots.Read(subjectShown)), image...), nil, nil
	}})
	add(run.Probe{Name: probe.SubjectVerdict, Unit: "probability", Doc: "D(x) of it.", Shape: []int{1}, Slot: "probe." + probe.SubjectVerdict})
	add(run.Probe{Name: probe.Nearest, Doc: "The image of training that is nearest to it by its pixels.", Shape: image, Compute: k.nearestImage})
	add(run.Probe{Name: probe.NearestTold, Doc: "How far that is, and what D says of it.", Shape: []int{probe.NearestNumbers}, Compute: k.nearestTold})
	numbers(probe.InsideG, "All numbers of the generator as it makes the image.")
	numbers(probe.InsideD, "All numbers of the discriminator as it judges the image.")
	numbers(probe.InsideWeightsG, "The generator's weights as they are applied.")
	numbers(probe.InsideWeightsD, "The discriminator's weights as they are applied.")
	return procedures, append(probes, k.latentProbes()...)
}

// noise leaves the latent points of the wall of generated images.
func (k *looks) noise() []Update {
	n := k.fake.len()
	if k.fake.classes != nil {
		n = k.fake.across
	}
	z := k.b.noise(Key{Seed: k.b.seed, Count: Variable("probe.count", 2)}, noiseStream, n) // the count is always 0
	return []Update{{Var: Variable(wallNoise, z.Shape()...), Value: z}}
}

// told is a slot of the classes of n images, one-hot, or nil where the players are told none.
func (k *looks) told(slot string, n int) *Node {
	if k.b.classes == 0 {
		return nil
	}
	return Variable(slot, n, k.b.classes)
}

// made has the generator make an image of a latent point, and leaves all that it computes there.
func (k *looks) made() []Update {
	x, seen := k.b.g.watched(Variable(subjectZ, 1, k.b.spec.Latent), k.told(subjectClass, 1))
	return append(leave(seen, probe.InsideG, probe.InsideWeightsG), Update{Var: Variable(subjectMade, x.Shape()...), Value: x})
}

// judged has the discriminator judge it, or a real image, and leaves all that it computes there.
func (k *looks) judged() []Update {
	shape := append([]int{1}, k.m.shape...)
	x := Choose(Scalar(0), Variable(subjectReal), Variable(subjectGiven, shape...), Variable(subjectMade, shape...))
	class := k.b.copies(k.told(subjectClass, 1))
	out := []Update{
		{Var: Variable(subjectShown, shape...), Value: k.m.shown(x)},
		{Var: Variable("probe."+probe.SubjectVerdict, 1), Value: k.reading(k.b.d.average(k.b.copies(x), class))},
	}
	if len(k.b.d.first().Minibatch) > 0 {
		return out
	}
	_, seen := k.b.d.watched(k.b.copies(x), class)
	return append(out, leave(seen, probe.InsideD, probe.InsideWeightsD)...)
}

// reading is D's verdict by its logits, beside those on the walls: [n].
func (k *looks) reading(logits *Node) *Node {
	members := logits.Shape()[1]
	return Reshape(k.b.game.Reading(logits, Variable(realLogits, k.real.len(), members), Variable(fakeLogits, k.fake.len(), members)), -1)
}

// leave leaves what has been seen in slots.
func leave(seen *anatomy.Seen, values, weights string) (out []Update) {
	x := seen.Values()
	out = append(out, Update{Var: Variable("probe."+values, x.Shape()...), Value: x})
	if w := seen.Weights(); w != nil {
		out = append(out, Update{Var: Variable("probe."+weights, w.Shape()...), Value: w})
	}
	return out
}

// watched applies the player's first network with its averages, and says what it lets see.
func (p *player) watched(x, class *Node) (*Node, *anatomy.Seen) {
	pass := &nn.Pass{Params: p.averages, State: p.averagedState}
	seen := anatomy.Watch(pass)
	e := p.network.(ensemble)
	e.members = e.members[:1]
	return e.Apply(pass, x, class), seen
}

// aim writes what probes are to look at.
func (k *looks) aim(a run.Ask) error {
	if err := a.Slots.Call(wallNoise); err != nil {
		return err
	}
	aim := probe.ParseAim(a.Aim).Within(k.fake.len(), k.real.len())
	real, l := float32(0), latent{}
	switch aim.Kind {
	case probe.OfReal:
		real = 1
		a.Slots.Write(subjectGiven, k.pixels(aim.At))
		l = k.of(a.Slots, 0)
		if k.real.classes != nil {
			l.class = k.oneHot(float32(k.real.classes[aim.At/k.real.across]))
		}
	case probe.OfMap:
		l = k.point(k.three(a.Slots, aim), aim.U, aim.V)
	default:
		l = k.of(a.Slots, aim.At)
	}
	a.Slots.Write(subjectReal, []float32{real})
	a.Slots.Write(subjectZ, l.z)
	if l.class != nil {
		a.Slots.Write(subjectClass, l.class)
	}
	return nil
}

// pixels are those of a place of the wall of real images, in training's units.
func (k *looks) pixels(cell int) []float32 {
	size := elements(k.m.shape)
	out := make([]float32, size)
	row := k.m.rowOf(k.real, cell)
	for i := range out {
		byte := float32(0)
		if row >= 0 {
			byte = float32(k.m.pixels[row*size+i])
		}
		out[i] = float32(byte*k.m.step()) + k.m.span.Low
	}
	return out
}
