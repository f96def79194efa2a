package gan

import (
	. "ganvas/core/graph"
	"ganvas/core/plan"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// wallDown and wallAcross are the rows and columns of walls of images, at most: where there are classes, a row shows one.
const wallDown, wallAcross = 10, 10

// wall is images side by side, row by row.
type wall struct {
	down, across int
	classes      []uint8 // of each row; nil where there are none
}

// wallOf is the wall of images of so many classes, 0 for none.
func wallOf(classes int) wall {
	w := wall{wallDown, wallAcross, nil}
	if classes > 0 {
		w.down = min(classes, wallDown)
		for i := range w.down {
			w.classes = append(w.classes, uint8(i))
		}
	}
	return w
}

func (w wall) len() int { return w.down * w.across }

// cells is the class of each image.
func (w wall) cells() []float32 {
	var out []float32
	for _, c := range w.classes {
		for range w.across {
			out = append(out, float32(c))
		}
	}
	return out
}

// shape is the wall's, of images of a shape.
func (w wall) shape(image []int) []int { return append([]int{w.down, w.across}, image...) }

// real is the wall of the data's first images, of each class where they have some.
func (m *images) real() (w wall, pixels []uint8) {
	w = wallOf(m.classes)
	size := elements(m.shape)
	pixels = make([]uint8, w.len()*size)
	for cell := range w.len() {
		if row := m.rowOf(w, cell); row >= 0 {
			copy(pixels[cell*size:][:size], m.pixels[row*size:])
		}
	}
	return w, pixels
}

// rowOf is which image of the data a place of the wall of real ones shows, or -1 where there is none of its class.
func (m *images) rowOf(w wall, cell int) int {
	if w.classes == nil {
		return cell % m.count
	}
	found := m.of(float32(w.classes[cell/w.across]), w.across)
	if len(found) == 0 {
		return -1
	}
	return found[cell%w.across%len(found)]
}

// of is the first rows of a class, n at most.
func (m *images) of(class float32, n int) (rows []int) {
	for row, c := range m.labels {
		if c == class && len(rows) < n {
			rows = append(rows, row)
		}
	}
	return rows
}

// scene is the wall of real images and the classes of its rows, and those that the rows of generated ones are asked for.
func (m *images) scene(told int) []wire.Array {
	w, pixels := m.real()
	list := []wire.Array{wire.Bytes(probe.RealImages, pixels, w.shape(m.shape)...)}
	if w.classes != nil {
		list = append(list, wire.Bytes(probe.RealImagesClass, w.classes, w.down))
	}
	if asked := wallOf(told); asked.classes != nil {
		list = append(list, wire.Bytes(probe.ImagesAsked, asked.classes, asked.down))
	}
	return list
}

// The slots of what the walls' procedures read and leave.
const (
	wallPixels = "probe." + probe.RealImages // bytes
	wallInner  = "probe.images.inner"        // generated images in training's units
)

// probes are the wall of generated images, of noise that stays the same, and the discriminator's verdict on each image of both walls. All
// are of the averaged weights.
func (m *images) probes(b *builder) ([]Procedure, []run.Probe) {
	real, fake := wallOf(m.classes), wallOf(b.classes)
	made, judged := probe.MakesImages, probe.JudgesImages
	procedures := []Procedure{{Name: made, Updates: m.made(b, fake)}, {Name: judged, Updates: m.judged(b, real, fake)}}
	if m.reading != nil {
		procedures = append(procedures, m.reading.procedure(m.sampled()))
	}
	looked, looks := newLooks(m, b, real, fake).probes(made, judged)
	procedures = append(procedures, looked...)
	verdict := func(name, doc string, w wall) run.Probe {
		return run.Probe{Name: name, Unit: "probability", Shape: []int{w.down, w.across}, Doc: doc, Procedures: []string{made, judged}, Slot: "probe." + name}
	}
	return procedures, append([]run.Probe{
		{Name: probe.Images, Shape: fake.shape(m.shape), Doc: "Images of the generator, of noise that stays the same: a row for each class that it is told of, whose images are of the same noise as those above and below.",
			Procedures: []string{made}, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
				return wire.Bytes(probe.Images, rounded(a.Slots.Read(made)), fake.shape(m.shape)...), nil, nil
			}},
		verdict(probe.ImagesVerdict, "D(x) of each generated image.", fake),
		verdict(probe.RealVerdict, "D(x) of each real image.", real),
	}, looks...)
}

// made fills the wall of generated images.
func (m *images) made(b *builder, w wall) []Update {
	k := Key{Seed: b.seed, Count: Variable("probe.count", 2)} // always 0
	n, size := w.len(), elements(m.shape)
	var z *Node
	if w.classes == nil {
		z = b.noise(k, noiseStream, n)
	} else {
		row := b.noise(k, noiseStream, w.across)
		z = Reshape(Broadcast(Reshape(row, 1, w.across, b.spec.Latent), Shape{w.down, w.across, b.spec.Latent}), n, b.spec.Latent)
	}
	x := b.g.average(z, m.told(b, w))
	return []Update{
		{Var: Variable(wallInner, n, size), Value: Reshape(x, n, size)},
		{Var: Variable("probe."+probe.Images, n, size), Value: Reshape(m.shown(x), n, size)},
	}
}

// told is the classes of a wall's images, one-hot, where the players are told of them.
func (m *images) told(b *builder, w wall) *Node {
	if b.classes == 0 {
		return nil
	}
	return b.oneHot(Const(Shape{w.len()}, w.cells()))
}

// judged fills the verdicts on both walls.
func (m *images) judged(b *builder, real, fake wall) []Update {
	size := elements(m.shape)
	table := ByteTable(wallPixels, real.len(), size)
	x := m.inTraining(Gather(table, Iota(real.len())))
	y := Reshape(Variable(wallInner, fake.len(), size), append([]int{fake.len()}, m.shape...)...)
	logits := func(x *Node, w wall) *Node { return b.d.average(b.copies(x), b.copies(m.told(b, w))) }
	onReal, onFake := logits(x, real), logits(y, fake)
	leave := func(name string, w wall, a *Node) Update {
		return Update{Var: Variable("probe."+name, w.len()), Value: Reshape(b.game.Reading(a, onReal, onFake), -1)}
	}
	out := []Update{leave(probe.RealVerdict, real, onReal), leave(probe.ImagesVerdict, fake, onFake)}
	if b.has(run.Aimed) { // single images are judged beside the walls
		out = append(out, Update{Var: Variable(realLogits, onReal.Shape()...), Value: onReal}, Update{Var: Variable(fakeLogits, onFake.Shape()...), Value: onFake})
	}
	return out
}

// wallConstants are what the verdicts read.
func (m *images) wallConstants() run.Constant {
	return run.Constant{Name: wallPixels, Values: func() []float32 {
		_, pixels := m.real()
		return plan.Pack(pixels)
	}}
}

// rounded is numbers from 0 to 255 as bytes.
func rounded(x []float32) []uint8 {
	out := make([]uint8, len(x))
	for i, v := range x {
		out[i] = uint8(v + .5)
	}
	return out
}

func elements(shape []int) int { return Shape(shape).Len() }
