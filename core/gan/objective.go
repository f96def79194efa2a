package gan

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/penalty"
)

// bare is what a procedure's name ends in that goes without lazy penalties.
const bare = ".bare"

// moves are the procedures in which players learn, and those in which they only watch. Where penalties are lazy, each comes twice: with
// them, and bare.
func (b *builder) moves() []Procedure {
	b.penalised = true
	procs := b.turn("")
	if b.spec.Lazy() > 1 {
		b.penalised = false
		procs = append(procs, b.turn(bare)...)
	}
	return procs
}

// turn is the procedures of one step, whose names end in the suffix.
func (b *builder) turn(suffix string) []Procedure {
	d, g := b.objectives()
	var procs []Procedure
	if b.alone {
		procs = append(procs, Procedure{Name: "d.watch" + suffix, Updates: d.watch()}, Procedure{Name: "g.watch" + suffix, Updates: g.watch()})
	}
	if b.alone || b.spec.Order == "alternating" {
		procs = append(procs, Procedure{Name: "d" + suffix, Updates: d.updates(b)}, Procedure{Name: "g" + suffix, Updates: g.updates(b)})
	}
	switch b.spec.Order {
	case "simultaneous":
		procs = append(procs, Procedure{Name: "both" + suffix, Updates: family.Join(d.updates(b), g.updates(b))})
	case "extragradient":
		procs = append(procs, Procedure{Name: "both" + suffix, Updates: b.extragradient(d, g)})
	}
	return procs
}

// objective is what a player minimises in a step, and what it leaves behind.
type objective struct {
	player  *player
	loss    *Node    // what it minimises
	kept    []Update // the states that its layers keep, and its regularisers
	figures Update   // the record of this move
	next    Update   // of the count of its random numbers

	move []Update // what updates has returned
}

// updates are all that a move down the loss changes.
func (o *objective) updates(b *builder) []Update {
	if o.move == nil {
		o.move = family.Join(o.player.learn(b, o.loss, o.kept), o.watch())
	}
	return o.move
}

// watch is a move in which nothing is learnt.
func (o *objective) watch() []Update { return []Update{o.figures, o.next} }

// objectives are both players'. The generator's loss is of the discriminator as it will be, where that is unrolled.
func (b *builder) objectives() (d, g *objective) {
	b.begin(b.d)
	d = b.discriminatorObjective()
	b.begin(b.g)
	g = b.generatorObjective()
	if b.spec.Consensus > 0 {
		c := penalty.Consensus(d.loss, b.d.params.Nodes(), g.loss, b.g.params.Nodes())
		c = Mul(b.knob("consensus"), c)
		d.loss, g.loss = Add(d.loss, c), Add(g.loss, c)
	}
	g.loss = b.unrolled(d, g.loss)
	return d, g
}

// begin starts the move of a player: both networks are applied anew, note what they keep, and draw by that player's random numbers.
func (b *builder) begin(mover *player) {
	chance := b.chance(mover)
	b.d.begin(chance)
	b.g.begin(chance)
}

// discriminatorObjective is on a fresh minibatch. Its figures are the game's loss, the weighted penalties, and the mean of D over real and
// over generated samples.
func (b *builder) discriminatorObjective() *objective {
	k := b.d.key(b)
	points, class := b.minibatch(k, "d.rows")
	real := b.augmented(k, "d.blur.real", points)
	fake := b.augmented(k, "d.blur.fake", b.g.of(b.noise(k, "d.noise", b.spec.Batch), class))
	critic := func(x *Node) *Node { return b.d.of(x, b.packed(class)) }
	onReal, onFake := critic(real), critic(fake)
	loss := b.game.Discriminator(onReal, onFake)
	penalties := b.penalties(critic, penalty.Minibatch{Real: real, Fake: fake, Mix: Uniform(k, "d.mix", real.Shape()[0], 1)})

	judge := func(a *Node) *Node { return Mean(b.game.Reading(a, onReal, onFake)) }
	figures := family.Vector(loss, penalties, judge(onReal), judge(onFake))
	return b.objective(b.d, Add(loss, penalties), b.d.pass.Updates(), figures)
}

// generatorObjective is on a fresh minibatch. Its figure is the game's loss.
func (b *builder) generatorObjective() *objective {
	k := b.g.key(b)
	points, class := b.minibatch(k, "g.rows")
	real := b.augmented(k, "g.blur.real", points)
	z := b.noise(k, "g.noise", b.spec.Batch)
	samples := b.g.of(z, class)
	fake := b.augmented(k, "g.blur.fake", samples)
	critic := func(x *Node) *Node { return b.d.of(x, b.packed(class)) }
	loss := b.game.Generator(critic(real), critic(fake))
	extra, kept := b.regularisers(k, z, class, samples)
	return b.objective(b.g, Add(loss, extra), family.Join(b.g.pass.Updates(), kept), family.Vector(loss))
}

// objective leaves the figures of a player's move where the record finds them, and moves on to its next random numbers.
func (b *builder) objective(p *player, loss *Node, kept []Update, figures *Node) *objective {
	record := Update{Var: b.figuresOf(p.letter, figures.Shape()[0]), Value: figures}
	return &objective{player: p, loss: loss, kept: kept, figures: record, next: p.advance(b)}
}

// figuresOf is where a player leaves the figures of its last move.
func (b *builder) figuresOf(letter string, n int) *Node {
	return b.counters.Variable("figures."+letter, nn.Constant(0), n)
}
