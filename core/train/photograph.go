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

// photograph fills the variables that a Snapshot shows. It changes nothing that training reads.
//
// Pictures are of the averaged weights. The latent points are always the same, so that a point can be followed from picture to
// picture.
func (b *builder) photograph() Procedure {
	zero := b.run.Variable("count.photo", nn.Constant(0), 2)
	z := b.noise(Key{Seed: b.seed, Count: zero}, "photo.noise", photoPoints)
	fake, real := b.g.average(z), Variable("photo.real", photoJudged, 2)
	judged := func(x *Node) *Node { return b.d.average(b.alone(x)) }
	field := b.game.Reading(judged(Variable("photo.grid", fieldSize*fieldSize, 2)), judged(real), judged(head(fake, photoJudged)))

	arrows := b.arrows(real, fake)
	updates := []Update{
		{Var: Variable("photo.generated", photoPoints, 2), Value: b.inDataUnits(fake)},
		{Var: Variable("photo.field", fieldSize*fieldSize), Value: Reshape(field, -1)},
		{Var: Variable("photo.arrows", arrows.Shape()...), Value: arrows},
	}
	if rows, cols := manifoldSize(b.spec); rows > 0 {
		sheet := b.g.average(Variable("photo.quantiles", rows*cols, b.spec.Latent))
		updates = append(updates, Update{Var: Variable("photo.manifold", rows*cols, 2), Value: b.inDataUnits(sheet)})
	}
	return Procedure{Name: "photograph", Updates: updates}
}

// arrows are the ways in which the first generated points would move: minus the gradient of the generator's loss, of which
// each point has its own share; where the discriminator judges packs, it moves in its pack's company.
func (b *builder) arrows(real, fake *Node) *Node {
	n := photoArrows / b.spec.Pack * b.spec.Pack
	points := head(fake, n)
	loss := b.game.Generator(b.d.average(b.packed(head(real, n))), b.d.average(b.packed(points)))
	slope := Grad(loss, points)[0]
	return b.stretched(Mul(Scalar(-float32(n/b.spec.Pack)), slope))
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
