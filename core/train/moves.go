package train

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/penalty"
)

// moves are the procedures in which players learn, and those that only look.
func (b *builder) moves() []Procedure {
	b.begin()
	dLoss, dFigures := b.discriminatorLoss()
	d := b.d.learn(b, dLoss)
	b.begin()
	gLoss, gFigures := b.generatorLoss()
	g := b.g.learn(b, gLoss)
	dLook := []Update{{Var: b.figuresOf("d", 4), Value: dFigures}, b.d.advance(b)}
	gLook := []Update{{Var: b.figuresOf("g", 1), Value: gFigures}, b.g.advance(b)}
	d, g = append(d, dLook...), append(g, gLook...)
	procs := []Procedure{{Name: "d.look", Updates: dLook}, {Name: "g.look", Updates: gLook}}
	if b.spec.Order == "simultaneous" {
		procs = append(procs, Procedure{Name: "both", Updates: append(append([]Update{}, d...), g...)})
	}
	return append(procs, Procedure{Name: "d", Updates: d}, Procedure{Name: "g", Updates: g})
}

// begin starts a move: both networks are applied anew, and note what they keep.
func (b *builder) begin() {
	b.d.begin()
	b.g.begin()
}

// discriminatorLoss is what the discriminator minimises on a fresh minibatch, and its figures: the game's loss, the weighted
// penalties, and the mean of D over real and over generated samples.
func (b *builder) discriminatorLoss() (total, figures *Node) {
	k := b.d.key(b)
	real := b.packed(b.minibatch(k, "d.rows"))
	fake := b.packed(Stop(b.g.of(b.noise(k, "d.noise", b.spec.Batch))))
	onReal, onFake := b.d.of(real), b.d.of(fake)
	loss := b.game.Discriminator(onReal, onFake)
	penalties := b.penalties(penalty.Minibatch{Real: real, Fake: fake, Mix: Uniform(k, "d.mix", real.Shape()[0], 1)})

	judge := func(a *Node) *Node { return Mean(b.game.Reading(a, onReal, onFake)) }
	return Add(loss, penalties), vector(loss, penalties, judge(onReal), judge(onFake))
}

// penalties is the sum of the Spec's penalties by their weights at this step.
func (b *builder) penalties(m penalty.Minibatch) *Node {
	sum := Scalar(0)
	fade := opt.Exponential(b.time, b.knob("penalty.decay"))
	for _, p := range penalty.All {
		if *b.spec.Weight(p.Key) > 0 {
			sum = Add(sum, Mul(Mul(b.knob(p.Key), fade), p.Against(b.spec.Ensemble).Of(b.d.of, m)))
		}
	}
	return sum
}

// generatorLoss is what the generator minimises on a fresh minibatch, and its figure.
func (b *builder) generatorLoss() (loss, figures *Node) {
	k := b.g.key(b)
	onReal := b.d.of(b.packed(b.minibatch(k, "g.rows")))
	onFake := b.d.of(b.packed(b.g.of(b.noise(k, "g.noise", b.spec.Batch))))
	loss = b.game.Generator(onReal, onFake)
	return loss, vector(loss)
}

// figuresOf is where a player leaves the figures of its last move.
func (b *builder) figuresOf(letter string, n int) *Node {
	return b.run.Variable("figures."+letter, nn.Constant(0), n)
}

// vector joins scalars.
func vector(xs ...*Node) *Node {
	out := make([]*Node, len(xs))
	for i, x := range xs {
		out[i] = Reshape(x, 1)
	}
	return Concat(0, out...)
}
