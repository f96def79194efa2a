package gan

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	. "ganvas/core/graph"
	"ganvas/core/imageset"
	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// images is data of images. A machine holds them as bytes, read where they lie; training sees them in the range of the Spec's pixels, and
// their own units are those of bytes, 0 to 255.
type images struct {
	*dataset
	shape   []int // height, width, channels
	classes int   // of the data; 0 where they have none
	pixels  []uint8
	span    experiment.PixelRange
	reading *reading // nil without a judge that can read them
}

func newImages(d *dataset, s data.Imaged, span experiment.PixelRange, r *random.Source) *images {
	m := &images{dataset: d, shape: s.Shape(), classes: data.ClassesOf(s), span: span}
	if given, ok := s.(*data.Given); ok && d.count >= given.Set().Len() {
		m.whole(given.Set())
		return m
	}
	m.pixels, d.labels = make([]uint8, d.count*data.Size(s)), make([]float32, d.count)
	s.SampleBytes(r, m.pixels, d.labels)
	return m
}

// whole takes a set as it is: nothing is drawn, and nothing copied.
func (m *images) whole(set *imageset.Set) {
	m.count, m.pixels, m.labels = set.Len(), set.Pixels, make([]float32, set.Len())
	for i, l := range set.Labels {
		m.labels[i] = float32(l)
	}
}

// step is what one byte more is, in training's units.
func (m *images) step() float32 { return (m.span.High - m.span.Low) / 255 }

func (m *images) gathered(row *Node) *Node {
	return m.inTraining(Gather(ByteTable("data", m.count, elements(m.shape)), row))
}

// inTraining takes images' bytes, [n, size], to training's units, [n, height, width, channels].
func (m *images) inTraining(bytes *Node) *Node {
	x := Add(Mul(bytes, Scalar(m.step())), Scalar(m.span.Low))
	return Reshape(x, append([]int{bytes.Shape()[0]}, m.shape...)...)
}

// shown is where images lie between the bytes 0 and 255, not rounded.
func (m *images) shown(x *Node) *Node {
	bytes := Div(Sub(x, Scalar(m.span.Low)), Scalar(m.step()))
	return Min(Max(bytes, Scalar(0)), Scalar(255))
}

func (*images) along(int) func(*run.Slots, string) []wire.Array { return nil }

func (*images) sampled() int { return imagesAtOnce }

// imagesAtOnce is how many images are made at a time where many are asked for.
const imagesAtOnce = 128

func (m *images) constants(*builder) []run.Constant {
	list := []run.Constant{{Name: "data", Values: func() []float32 { return plan.Pack(m.pixels) }}, m.wallConstants()}
	if m.reading != nil {
		list = append(list, m.reading.constants()...)
	}
	return list
}
