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
	// Of each class there are as many generated points as real ones.
	class, gridClass := b.oneHot(Variable("photo.class", photoPoints)), b.oneHot(Variable("photo.grid.class", fieldSize*fieldSize))
	fake, real := b.g.average(with(z, class)), Variable("photo.real", photoJudged, 2)
	judged := func(x, class *Node) *Node { return b.d.average(with(b.alone(x), b.alone(class))) }
	some := head(class, photoJudged)
	field := b.game.Reading(judged(Variable("photo.grid", fieldSize*fieldSize, 2), gridClass), judged(real, some), judged(head(fake, photoJudged), some))

	arrows := b.arrows(real, fake, class)
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
func (b *builder) arrows(real, fake, class *Node) *Node {
	n := photoArrows / b.spec.Pack * b.spec.Pack
	points := head(fake, n)
	judged := func(x *Node) *Node { return b.d.average(with(b.packed(x), b.packed(head(class, n)))) }
	loss := b.game.Generator(judged(head(real, n)), judged(points))
	slope := Grad(loss, points)[0]
	return b.stretched(Mul(Scalar(-float32(n/b.spec.Pack)), slope))
}

// head is the first n rows of x. Nil stays nil.
func head(x *Node, n int) *Node {
	if x == nil {
		return nil
	}
	return Slice(x, []int{0, 0}, []int{n, x.Shape()[1]})
}

// sampler fills the variable "sample" with fresh points of the averaged generator, and where players are told of classes,
// "sample.class" with those that were asked for: as often as the data has them.
func (b *builder) sampler() Procedure {
	k := Key{Seed: b.seed, Count: b.run.Variable("count.sample", nn.Constant(0), 2)}
	var updates []Update
	var class *Node
	if b.classes > 0 {
		class = b.rowClasses(b.randomRows(k, "sample.rows", sampleRows))
		number := Sum(Mul(class, Iota(b.classes)), 1)
		updates = append(updates, Update{Var: Variable("sample.class", sampleRows), Value: number})
	}
	points := b.g.average(with(b.noise(k, "sample.noise", sampleRows), class))
	return Procedure{Name: "sample", Updates: append(updates,
		Update{Var: Variable("sample", sampleRows, 2), Value: b.inDataUnits(points)},
		Update{Var: k.Count, Value: k.Next()},
	)}
}

// inDataUnits takes points from training's units to the data's.
func (b *builder) inDataUnits(x *Node) *Node {
	return Add(b.stretched(x), Const(Shape{2}, b.frame.Centre[:]))
}

// stretched takes vectors from training's units to the data's.
func (b *builder) stretched(v *Node) *Node { return Mul(v, Const(Shape{2}, b.frame.Scale[:])) }
