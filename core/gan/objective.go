package gan

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/penalty"
	"ganvas/core/stepping"
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
	seen    seen
	ahead   []Update // after which the gradient is looked for in a step-through of the extragradient's order

	move []Update // what updates has returned
}

// seen is what a move comes by on its way to the loss: nodes that a step-through reads, see stepping.go. Nothing is computed for it alone.
type seen struct {
	z, class *Node    // the noise, and the classes, one-hot, or nil
	drawn    [2]*Node // real and generated samples [batch, ...], as they were drawn and made
	judged   [2]*Node // the same as D sees them, blurred and packed
	logits   [2]*Node // [packs, members]
	loss     *Node    // the game's alone
	parts    []part   // what is added to it

	unitsG []*Node    // what hidden layers give, of the first of several discriminators: of G's
	unitsD [2][]*Node // and of D's on either sort of samples
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
		own := part{key: stepping.ConsensusKey, weight: b.knob("consensus"), value: c}
		d.seen.parts, g.seen.parts = append(d.seen.parts, own), append(g.seen.parts, own)
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

// shown makes a fresh minibatch for a player's move, whose streams of random numbers begin with by, and has both networks see it. Its loss and parts are
// for the objective to fill in.
func (b *builder) shown(k Key, by string) (s seen, critic func(*Node) *Node) {
	points, class := b.minibatch(k, by+".rows")
	real := b.augmented(k, by+".blur.real", points)
	z := b.noise(k, by+".noise", b.spec.Batch)
	samples := b.g.of(z, class)
	fake := b.augmented(k, by+".blur.fake", samples)
	critic = func(x *Node) *Node { return b.d.of(x, b.packed(class)) }
	s = seen{z: z, class: class, drawn: [2]*Node{points, samples}, judged: [2]*Node{real, fake}, unitsG: b.g.gave()}
	for i, x := range s.judged {
		s.logits[i] = critic(x)
		s.unitsD[i] = b.d.gave()
	}
	return s, critic
}

// discriminatorObjective is on a fresh minibatch. Its figures are the game's loss, the weighted penalties, and the mean of D over real and
// over generated samples.
func (b *builder) discriminatorObjective() *objective {
	k := b.d.key(b)
	s, critic := b.shown(k, "d")
	real, fake := s.judged[stepping.Real], s.judged[stepping.Made]
	onReal, onFake := s.logits[stepping.Real], s.logits[stepping.Made]
	s.loss = b.game.Discriminator(onReal, onFake)
	penalties, parts := b.penalties(critic, penalty.Minibatch{Real: real, Fake: fake, Mix: Uniform(k, "d.mix", real.Shape()[0], 1)})
	s.parts = parts

	judge := func(a *Node) *Node { return Mean(b.game.Reading(a, onReal, onFake)) }
	figures := family.Vector(s.loss, penalties, judge(onReal), judge(onFake))
	o := b.objective(b.d, Add(s.loss, penalties), b.d.pass.Updates(), figures)
	o.seen = s
	return o
}

// generatorObjective is on a fresh minibatch. Its figure is the game's loss.
func (b *builder) generatorObjective() *objective {
	k := b.g.key(b)
	s, _ := b.shown(k, "g")
	s.loss = b.game.Generator(s.logits[stepping.Real], s.logits[stepping.Made])
	extra, parts, kept := b.regularisers(k, s.z, s.class, s.drawn[stepping.Made])
	s.parts = parts
	o := b.objective(b.g, Add(s.loss, extra), family.Join(b.g.pass.Updates(), kept), family.Vector(s.loss))
	o.seen = s
	return o
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
