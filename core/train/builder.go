package train

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/graph"
	"ganvas/core/loss"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/plan"
)

// builder holds what the procedures of one experiment share.
type builder struct {
	spec  experiment.Spec
	frame data.Frame // between the data's units and training's
	game  loss.Game
	g, d  *player
	// classes is how many classes the players are told of; 0 where they are told nothing.
	classes int
	// solo says that the program can train one player alone: most runs never do, and start sooner without.
	solo bool
	// penalised says that what is being built has the penalties that may be lazy.
	penalised bool

	run   *nn.Scope // counters and records
	knobs map[string]*graph.Node
	seed  *graph.Node // [2]: the seed's halves
	data  *graph.Node // [rows, 2], in training's units
	step  *graph.Node // steps done, a scalar that stays at 2^24 when it gets there
	time  *graph.Node // min(step/horizon, 1)
}

func newBuilder(s experiment.Spec, source data.Source) *builder {
	run := nn.NewScope("run")
	b := &builder{
		spec: s, frame: data.FrameOf(source), run: run,
		classes: classesOf(s, source),
		knobs:   map[string]*graph.Node{},
		seed:    graph.Variable("seed", 2),
		data:    graph.Variable("data", s.Rows, 2),
		step:    run.Variable("step", nn.Constant(0)),
	}
	b.time = opt.Time(b.step, b.knob("steps"))
	b.game = b.gameOf()
	b.g = newPlayer("g", s.Generator, b.generator(), run)
	b.d = newPlayer("d", s.Discriminator, b.discriminator(), run)
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

// scopes are all variables that a run changes.
func (b *builder) scopes() []*nn.Scope {
	var out []*nn.Scope
	for _, p := range []*player{b.g, b.d} {
		out = append(out, p.params, p.state, p.averages, p.averagedState, p.memory)
	}
	return append(out, b.run)
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

// minibatch returns random points of the data [batch, 2], and their classes, one-hot, where the players are told of them.
func (b *builder) minibatch(k graph.Key, stream string) (points, classes *graph.Node) {
	row := b.randomRows(k, stream, b.spec.Batch)
	return graph.Gather(b.data, row), b.rowClasses(row)
}

// randomRows returns n numbers of rows of the data.
func (b *builder) randomRows(k graph.Key, stream string, n int) *graph.Node {
	return graph.Floor(graph.Mul(graph.Uniform(k, stream, n), graph.Scalar(float32(b.spec.Rows))))
}

// program compiles all procedures. The error is a *graph.ShapeError, or says what the compiler refused.
func (b *builder) program() (p *plan.Program, err error) {
	var procs []graph.Procedure
	if err := graph.Build(func() {
		procs = append(b.moves(), b.tick(), b.photograph(), b.sampler())
	}); err != nil {
		return nil, err
	}
	p, err = plan.Compile(procs, b.entries())
	if err != nil {
		return nil, err
	}
	return withAllSlots(p), nil
}

// entries are what a Trainer runs. Where penalties are lazy, each of the ways to train has a bare twin.
func (b *builder) entries() []plan.Call {
	calls := []plan.Call{
		{Name: "photograph", Procedures: []string{"photograph"}},
		{Name: "sample", Procedures: []string{"sample"}},
	}
	calls = append(b.steps(""), calls...)
	if b.spec.Lazy() > 1 {
		calls = append(calls, b.steps(bare)...)
	}
	return calls
}

// steps are the ways to train, of procedures whose names end in the suffix. Where one player moves alone, the other's figures are
// looked up without a move, so that the record stays honest.
func (b *builder) steps(suffix string) []plan.Call {
	d := repeat("d"+suffix, b.spec.Discriminator.Updates)
	g := repeat("g"+suffix, b.spec.Generator.Updates)
	step := append(append([]string{}, d...), g...)
	if b.spec.Order != "alternating" {
		step = []string{"both" + suffix}
	}
	both := plan.Call{Name: "step" + suffix, Procedures: append(step, "tick")}
	if !b.solo {
		return []plan.Call{both}
	}
	return []plan.Call{
		both,
		{Name: "d" + suffix, Procedures: append(d, "g.look"+suffix, "tick")},
		{Name: "g" + suffix, Procedures: append(append([]string{"d.look" + suffix}, g...), "tick")},
	}
}

func repeat(name string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = name
	}
	return out
}
