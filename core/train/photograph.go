package train

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// What a photograph holds.
const (
	photoPoints = 2048 // real points, and generated points
	photoJudged = 512  // of these, whose mean logits tell where D is undecided
	photoArrows = 256  // of the generated points
	fieldSize   = 64   // points along each side of the discriminator's field
	sampleRows  = 2048
)

// manifoldSize is the number of vertices along each side of the manifold, by the latent's dimensions; without rows there is none: a
// latent of three and more dimensions does not map to a sheet in the plane.
func manifoldSize(latent int) (rows, cols int) {
	switch latent {
	case 1:
		return 1, 513
	case 2:
		return 33, 33
	}
	return 0, 0
}

// photograph fills the variables that a Snapshot shows. It changes nothing that training reads.
//
// Pictures are of the averaged weights. The latent points are always the same, so that a point can be followed from picture to
// picture.
func (b *builder) photograph() Procedure {
	zero := b.run.Variable("count.photo", nn.Constant(0), 2)
	z := b.noise(Key{Seed: b.seed, Count: zero}, "photo.noise", photoPoints)
	fake, real := b.g.average(z), Variable("photo.real", photoJudged, 2)
	onReal, onFake := b.d.average(real), b.d.average(head(fake, photoJudged))
	field := b.game.Judge(b.d.average(Variable("photo.grid", fieldSize*fieldSize, 2)), Mean(onReal), Mean(onFake))

	updates := []Update{
		{Var: Variable("photo.generated", photoPoints, 2), Value: b.inDataUnits(fake)},
		{Var: Variable("photo.field", fieldSize*fieldSize), Value: Reshape(field, -1)},
		{Var: Variable("photo.arrows", photoArrows, 2), Value: b.arrows(real, fake)},
	}
	if rows, cols := manifoldSize(b.spec.Latent); rows > 0 {
		sheet := b.g.average(Variable("photo.quantiles", rows*cols, b.spec.Latent))
		updates = append(updates, Update{Var: Variable("photo.manifold", rows*cols, 2), Value: b.inDataUnits(sheet)})
	}
	return Procedure{Name: "photograph", Updates: updates}
}

// arrows are the ways in which the first generated points would move: minus the gradient of the generator's loss, of which
// each point has its own share.
func (b *builder) arrows(real, fake *Node) *Node {
	points := head(fake, photoArrows)
	loss := b.game.Generator(b.d.average(head(real, photoArrows)), b.d.average(points))
	slope := Grad(loss, points)[0]
	return b.stretched(Mul(Scalar(-photoArrows), slope))
}

// head is the first n points of x.
func head(x *Node, n int) *Node { return Slice(x, []int{0, 0}, []int{n, 2}) }

// sampler fills the variable "sample" with fresh points of the averaged generator.
func (b *builder) sampler() Procedure {
	k := Key{Seed: b.seed, Count: b.run.Variable("count.sample", nn.Constant(0), 2)}
	points := b.g.average(b.noise(k, "sample.noise", sampleRows))
	return Procedure{Name: "sample", Updates: []Update{
		{Var: Variable("sample", sampleRows, 2), Value: b.inDataUnits(points)},
		{Var: k.Count, Value: k.Next()},
	}}
}

// inDataUnits takes points from training's units to the data's.
func (b *builder) inDataUnits(x *Node) *Node {
	return Add(b.stretched(x), Const(Shape{2}, b.frame.Centre[:]))
}

// stretched takes vectors from training's units to the data's.
func (b *builder) stretched(v *Node) *Node { return Mul(v, Const(Shape{2}, b.frame.Scale[:])) }
