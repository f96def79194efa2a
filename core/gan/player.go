package gan

import (
	"ganvas/core/experiment"
	"ganvas/core/family"
	"ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
)

// player is one of the two players: its network, its parameters and what its optimiser remembers. There are two of this one type.
type player struct {
	letter  string // "g" or "d", as in keys
	spec    experiment.Player
	network network

	params        *nn.Scope // "g/0/weight", ...
	state         *nn.Scope // "g.state/...": what layers keep beside them
	averages      *nn.Scope // "g.average/0/weight", ...: moving averages of the parameters
	averagedState *nn.Scope // "g.average.state/...": and of the states
	memory        *nn.Scope // "g.memory/...": the optimiser's
	count         *graph.Node

	pass   *nn.Pass      // of the move that is being built
	hidden []*graph.Node // what its hidden layers give there, one application after another, until gave takes it
}

// network is what a player applies to n inputs, and to the classes that it is told of, one-hot, or nil.
type network interface {
	Apply(p *nn.Pass, x, class *graph.Node) *graph.Node
}

func newPlayer(letter string, p experiment.Player, n network, counters *nn.Scope) *player {
	return &player{
		letter: letter, spec: p, network: n,
		params:        nn.NewScope(letter),
		state:         nn.NewScope(letter + ".state"),
		averages:      nn.NewScope(letter + ".average"),
		averagedState: nn.NewScope(letter + ".average.state"),
		memory:        nn.NewScope(letter + ".memory"),
		count:         counters.Variable("count."+letter, nn.Constant(0), 2),
	}
}

// begin starts a move: from here on, of notes what the layers keep of that move, and draws random numbers.
func (p *player) begin(random func(shape ...int) *graph.Node) {
	p.pass = &nn.Pass{Params: p.params, State: p.state, Training: true, Random: random, Hidden: func(y *graph.Node) { p.hidden = append(p.hidden, y) }}
	p.hidden = nil
}

// gave is what the hidden layers that learn have given since it was asked last, of the first of several networks.
func (p *player) gave() []*graph.Node {
	n := 0
	for _, h := range p.first().Hidden {
		if h.Learns {
			n++
		}
	}
	out := p.hidden[:n:n]
	p.hidden = nil
	return out
}

// of applies the network as it trains: to n inputs, and to their classes, one-hot, or nil.
func (p *player) of(x, class *graph.Node) *graph.Node { return p.network.Apply(p.pass, x, class) }

// average applies the network with its averaged weights and states, as pictures and measures do.
func (p *player) average(x, class *graph.Node) *graph.Node {
	return p.network.Apply(&nn.Pass{Params: p.averages, State: p.averagedState}, x, class)
}

// knob is a live field of this player, as a scalar variable.
func (p *player) knob(b *builder, name string) *graph.Node { return b.knob(p.letter + "." + name) }

// learn returns the updates of one step down a loss, and of what its layers keep: parameters and the layers' states, their averages, and
// the optimiser's memory.
func (p *player) learn(b *builder, loss *graph.Node, kept []graph.Update) []graph.Update {
	return p.keep(b, p.descend(b, graph.Grad(loss, p.params.Nodes()...)), kept)
}

// descend returns the updates of parameters and of the optimiser's memory for one step down these gradients.
func (p *player) descend(b *builder, grads []*graph.Node) []graph.Update {
	optimiser, _ := opt.Find(p.spec.Optimiser)
	schedule, _ := opt.FindSchedule(p.spec.Schedule)
	updates := optimiser.Descend(p.memory, opt.Hypers{
		Rate:     graph.Mul(p.knob(b, "lr"), schedule.At(b.time, p.knob(b, "final"))),
		Beta1:    p.knob(b, "beta1"),
		Beta2:    p.knob(b, "beta2"),
		Momentum: p.knob(b, "momentum"),
		Decay:    p.knob(b, "decay"),
		Epsilon:  p.knob(b, "eps"),
	}, grads, p.params)
	if p == b.d && b.spec.Clip > 0 {
		updates = opt.Clip(updates, p.params, b.knob("clip"))
	}
	return updates
}

// keep returns a step's updates, those of what layers keep, and those of both's averages.
func (p *player) keep(b *builder, step, kept []graph.Update) []graph.Update {
	updates := family.Join(step, kept)
	beta := p.knob(b, "ema")
	averages := family.Averages(p.averages, beta, b.step, p.params, updates)
	return family.Join(updates, averages, family.Averages(p.averagedState, beta, b.step, p.state, updates))
}

// remembered picks the updates of the optimiser's memory.
func (p *player) remembered(updates []graph.Update) []graph.Update {
	is := map[*graph.Node]bool{}
	for _, v := range p.memory.Nodes() {
		is[v] = true
	}
	var out []graph.Update
	for _, u := range updates {
		if is[u.Var] {
			out = append(out, u)
		}
	}
	return out
}

// key is what this player's random numbers are keyed by.
func (p *player) key(b *builder) graph.Key { return graph.Key{Seed: b.seed, Count: p.count} }

// advance moves on to the next random numbers.
func (p *player) advance(b *builder) graph.Update {
	return graph.Update{Var: p.count, Value: p.key(b).Next()}
}
