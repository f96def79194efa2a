package stepping

import (
	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/loss"
	"ganvas/core/penalty"
)

// Formula is what one pair of samples comes to, written from the graph that trains.
type Formula struct {
	Symbols  string // TeX, in logits
	Verdicts string // TeX, in D(x); empty where the game has no such form
	Numbers  string // TeX, the numbers in their places; empty where nothing depends on one
	// Terms are the summands, as Numbers has them, by their values.
	Terms []float64
	Value float64
}

// symbols of the leaves.
const (
	logitReal = `a(x)`
	logitMade = `a(G(z))`
)

// Pair is what a loss is given: the logits of a real and of a generated sample.
type Pair struct{ Real, Made float64 }

// pair is a game of one pair: its leaves, and their values.
type pair struct {
	game       loss.Game
	real, made *graph.Node
	smooth     *graph.Node
	env        exact.Env
}

func newPair(g loss.Game, smooth float64, p Pair) pair {
	out := pair{game: g, real: graph.Variable("real", 1, 1), made: graph.Variable("made", 1, 1), smooth: graph.Variable("smooth")}
	out.env = exact.Env{"variable real": {p.Real}, "variable made": {p.Made}, "variable smooth": {smooth}}
	if smooth > 0 {
		out.game = g.Smoothed(out.smooth)
	}
	return out
}

func (p pair) loss(player int) *graph.Node {
	if player == D {
		return p.game.Discriminator(p.real, p.made)
	}
	return p.game.Generator(p.real, p.made)
}

// formula writes a node of the pair.
func (p pair) formula(n *graph.Node, verdicts bool) Formula {
	w := newWriter(p.env, n)
	w.name(p.real, logitReal)
	w.name(p.made, logitMade)
	w.name(p.smooth, "s")
	if verdicts && p.logistic() {
		w.verdicts = map[*graph.Node]string{p.real: `D(x)`, p.made: `D(G(z))`}
	}
	return w.formula(n)
}

// logistic reports whether the game reads a logit by the logistic function, so that a loss can be said in D(x).
func (p pair) logistic() bool {
	n := p.game.Judge(p.real, p.real, p.made)
	return fnOf(n) == "sigmoid" && n.Args()[0] == p.real
}

// Loss is a player's loss of one pair, whose minibatch's mean is the loss. Smooth is the share by which labels are smoothed.
func Loss(g loss.Game, smooth float64, player int, at Pair) Formula {
	p := newPair(g, smooth, at)
	return p.formula(p.loss(player), true)
}

// LossSlope is the derivative of a player's loss of one pair by the logit of its real or its generated sample.
func LossSlope(g loss.Game, smooth float64, player, sort int, at Pair) Formula {
	p := newPair(g, smooth, at)
	return p.formula(graph.Grad(p.loss(player), []*graph.Node{p.real, p.made}[sort])[0], false)
}

// Penalty is one of the discriminator's penalties of weight 1, of one pair: slope is ∇a where it looks.
func Penalty(p penalty.Penalty, slope []float64) Formula {
	const size = 3 // what is written does not hang on it: a vector of the same length stands for any
	batch := penalty.Minibatch{Real: graph.Variable("x", 1, size), Fake: graph.Variable("g", 1, size), Mix: graph.Variable("u", 1, 1)}
	nabla := graph.Variable("nabla", 1, size)
	at := `\hat x`
	critic := func(x *graph.Node) *graph.Node { // linear, so that its slope is nabla everywhere
		switch x {
		case batch.Real:
			at = "x"
		case batch.Fake:
			at = "G(z)"
		}
		return graph.MatMul(x, nabla, false, true)
	}
	n := p.Of(critic, batch)
	w := newWriter(exact.Env{"variable x": {0, 0, 0}, "variable g": {0, 0, 0}, "variable u": {0}, "variable nabla": {length(slope), 0, 0}}, n)
	w.name(nabla, `\nabla a(`+at+`)`)
	return w.formula(n)
}

// Looks is where a penalty of the discriminator looks: at real samples, at generated ones, or, in no array, between.
func Looks(p penalty.Penalty) (sort int, one bool) {
	batch := penalty.Minibatch{Real: graph.Variable("x", 1, 1), Fake: graph.Variable("g", 1, 1), Mix: graph.Variable("u", 1, 1)}
	p.Of(func(x *graph.Node) *graph.Node {
		switch x {
		case batch.Real:
			sort, one = Real, true
		case batch.Fake:
			sort, one = Made, true
		}
		return graph.Sum(x, 1)
	}, batch)
	return sort, one
}

// Regulariser is one of the generator's, or the players' consensus, in symbols alone: it is a mean of the whole minibatch.
func Regulariser(key string) (symbols string, ok bool) {
	w := newWriter(nil)
	leaf := func(tex string, shape ...int) *graph.Node {
		n := graph.Variable(tex, shape...)
		w.name(n, tex)
		return n
	}
	switch key {
	case penalty.ModeSeeking.Key:
		return w.symbols(penalty.Seek(leaf("z", 1, 2), leaf("z'", 1, 2), leaf("G(z)", 1, 2), leaf("G(z')", 1, 2))), true
	case penalty.PathLength.Key:
		value, mean := penalty.PathPenalty(leaf(`\ell`, 1), leaf("m"))
		w.name(mean, `\bar \ell`)
		return w.symbols(value), true
	case ConsensusKey:
		d, g := leaf(`\nabla L_D`, 3), leaf(`\nabla L_G`, 3)
		phi, theta := graph.Variable("phi", 3), graph.Variable("theta", 3)
		return w.symbols(penalty.Consensus(graph.Sum(graph.Mul(phi, d)), []*graph.Node{phi}, graph.Sum(graph.Mul(theta, g)), []*graph.Node{theta})), true
	}
	return "", false
}

// ConsensusKey is the key of the players' common regulariser, as Specs have it.
const ConsensusKey = "consensus"
