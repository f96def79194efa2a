package experiment

import "ganvas/core/data"

// outline is what the cost of a network hangs on, for one sample: numbers that go in, multiply-adds of its products, numbers that its layers
// give, its weights, the most numbers of a layer, and the first layer's multiply-adds.
type outline struct{ in, products, units, weights, most, first float64 }

// all are the numbers that a pass of one sample holds.
func (x outline) all() float64 { return x.in + x.units }

func outlineOf(d Design) outline {
	x := outline{in: float64(elements(d.In))}
	x.most = x.in
	sizes, _ := d.Sizes() // what Check has passed has them all
	for i, size := range sizes {
		n := float64(elements(size.Out))
		if i == 0 {
			x.first = float64(size.Multiplications)
		}
		x.products += float64(size.Multiplications)
		x.weights += float64(size.Parameters)
		x.units += n
		x.most = max(x.most, n)
	}
	return x
}

// outlines are both players', and the shape of an example.
type outlines struct {
	g, d  outline
	shape []int
}

// outlines are those of the catalogue's data; the reader's own are taken for points of the plane.
func (s Spec) outlines() outlines {
	shape, classes := []int{2}, 0
	if e, ok := data.Find(s.Data); ok {
		shape = data.ShapeOf(e.Source)
		if s.Condition != "none" {
			classes = data.ClassesOf(e.Source)
		}
	}
	o := outlines{outlineOf(s.DesignG(shape, classes)), outlineOf(s.DesignD(shape, classes)), shape}
	if s.Kernels > 0 { // what minibatch discrimination reads the last features by
		last := o.d.in
		if n := s.Discriminator.Hidden.Len(); n > 0 {
			last = float64(s.Discriminator.Hidden.At(n - 1).Width)
		}
		numbers := float64(kernelNumbers * s.Kernels)
		o.d.products += numbers * (last + 1)
		o.d.weights += numbers * (last + 1)
		o.d.units += numbers
	}
	return o
}

// kernelNumbers are the numbers of a sample that each kernel of minibatch discrimination compares.
const kernelNumbers = 4

// data are the numbers of so many examples: an image has four bytes in each.
func (o outlines) data(rows int) float64 {
	n := float64(rows * elements(o.shape))
	if pictorial(o.shape) {
		return n / 4
	}
	return n
}

// blurred are the numbers of an example that are drawn anew at each step, of real and of generated ones.
func (o outlines) blurred(on bool) int {
	if !on {
		return 0
	}
	return 2 * elements(o.shape)
}

// picture are the numbers that the largest picture holds at a time: of some thousand points, or of some hundred images.
func (o outlines) picture() float64 {
	at := 4096.
	if pictorial(o.shape) {
		at = 256
	}
	return at * 6 * (max(o.g.most, o.d.most) + 16)
}
