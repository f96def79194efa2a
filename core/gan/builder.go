package gan

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/loss"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/run"
)

// builder holds what the procedures of one experiment share.
type builder struct {
	spec  experiment.Spec
	data  *dataset
	shape []int // of one example
	size  int   // numbers of one example
	game  loss.Game
	g, d  *player
	// classes is how many classes the players are told of; 0 where they are told nothing.
	classes int
	// alone says that the program can train one player alone: most runs never do, and start sooner without.
	alone bool
	// extras are the ways and probes that are wanted beside what always is there.
	extras []string
	// aim is the model's Aim: what probes are of that have set it.
	aim func(run.Ask) error
	// penalised says that what is being built has the penalties that may be lazy.
	penalised bool

	counters *nn.Scope // counts of random numbers, figures of moves, running means
	knobs    map[string]*graph.Node
	seed     *graph.Node // [2]: the seed's halves
	step     *graph.Node // steps done, a scalar that stays at 2^24 when it gets there
	time     *graph.Node // min(step/horizon, 1)
}

func newBuilder(s experiment.Spec, d *dataset) *builder {
	counters := nn.NewScope("game")
	b := &builder{
		spec: s, data: d, shape: data.ShapeOf(d.source), size: data.Size(d.source), counters: counters,
		classes: classesOf(s, d.source),
		knobs:   map[string]*graph.Node{},
		seed:    graph.Variable("seed", 2),
		step:    run.StepNode(),
	}
	b.time = opt.Time(b.step, b.knob("steps"))
	b.game = b.gameOf()
	b.g = newPlayer("g", s.Generator, b.generator(), counters)
	b.d = newPlayer("d", s.Discriminator, b.discriminator(), counters)
	return b
}

// gameOf is the Spec's game, with smoothed labels, against all discriminators.
func (b *builder) gameOf() loss.Game {
	game, _ := loss.Find(b.spec.Loss)
	if b.spec.Smooth > 0 {
		game = game.Smoothed(b.knob("smooth"))
	}
	return game.Against(b.spec.Ensemble)
}

// knob is a live field as a scalar variable, named by the field's key.
func (b *builder) knob(key string) *graph.Node {
	n, ok := b.knobs[key]
	if !ok {
		n = graph.Variable(key)
		b.knobs[key] = n
	}
	return n
}

// minibatch returns random examples of the data [batch, ...], and their classes, one-hot, where the players are told of them.
func (b *builder) minibatch(k graph.Key, stream string) (points, classes *graph.Node) {
	row := b.randomRows(k, stream, b.spec.Batch)
	return b.data.space.gathered(row), b.rowClasses(row)
}

// randomRows returns n numbers of rows of the data.
func (b *builder) randomRows(k graph.Key, stream string, n int) *graph.Node {
	return graph.Floor(graph.Mul(graph.Uniform(k, stream, n), graph.Scalar(float32(b.data.count))))
}

// ways are the ways to train. Where penalties are lazy, the steps between go without. Where one player moves alone, the other's figures
// are looked up without a move, so that the record stays honest.
func (b *builder) ways() []run.Way {
	list := []run.Way{b.way(both, b.usual)}
	if b.alone {
		list = append(list, b.way(onlyD, b.discriminatorAlone), b.way(onlyG, b.generatorAlone))
	}
	return list
}

// way is a way to train by procedures whose names end in a suffix.
func (b *builder) way(key string, calls func(suffix string) []string) run.Way {
	w := run.Way{Key: key, Calls: calls(""), Every: b.spec.Lazy()}
	if w.Every > 1 {
		w.Between = calls(bare)
	}
	return w
}

func (b *builder) usual(suffix string) []string {
	if b.spec.Order != "alternating" {
		return []string{"both" + suffix}
	}
	return append(b.updates("d", suffix), b.updates("g", suffix)...)
}

func (b *builder) discriminatorAlone(suffix string) []string {
	return append(b.updates("d", suffix), "g.watch"+suffix)
}

func (b *builder) generatorAlone(suffix string) []string {
	return append([]string{"d.watch" + suffix}, b.updates("g", suffix)...)
}

// updates is a player's move, as often as it has updates in a step.
func (b *builder) updates(player, suffix string) []string {
	n := b.spec.Generator.Updates
	if player == "d" {
		n = b.spec.Discriminator.Updates
	}
	out := make([]string, n)
	for i := range out {
		out[i] = player + suffix
	}
	return out
}
