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

	run   *nn.Scope // counters and records
	knobs map[string]*graph.Node
	seed  *graph.Node // [2]: the seed's halves
	data  *graph.Node // [rows, 2], in training's units
	step  *graph.Node // steps done, a scalar that stays at 2^24 when it gets there
	time  *graph.Node // min(step/horizon, 1)
}

func newBuilder(s experiment.Spec, frame data.Frame) *builder {
	run := nn.NewScope("run")
	game, _ := loss.Find(s.Loss)
	b := &builder{
		spec: s, frame: frame, game: game.Against(s.Ensemble), run: run,
		g:     newPlayer("g", s.Generator, networkOf(s.Generator, s.Latent, 2), run),
		d:     newPlayer("d", s.Discriminator, discriminatorOf(s), run),
		knobs: map[string]*graph.Node{},
		seed:  graph.Variable("seed", 2),
		data:  graph.Variable("data", s.Rows, 2),
		step:  run.Variable("step", nn.Constant(0)),
	}
	b.time = opt.Time(b.step, b.knob("steps"))
	return b
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

// minibatch returns random points of the data [batch, 2].
func (b *builder) minibatch(k graph.Key, stream string) *graph.Node {
	u := graph.Uniform(k, stream, b.spec.Batch)
	row := graph.Floor(graph.Mul(u, graph.Scalar(float32(b.spec.Rows))))
	return graph.Gather(b.data, row)
}

// program compiles all procedures. The error is a *graph.ShapeError, or says what the compiler refused.
func (b *builder) program() (p *plan.Program, err error) {
	var procs []graph.Procedure
	if err := graph.Build(func() {
		procs = append(b.moves(), b.tick(), b.photograph(), b.sampler())
	}); err != nil {
		return nil, err
	}
	return plan.Compile(procs, b.entries())
}

// entries are what a Trainer runs. Where one player moves alone, the other's figures are looked up without a move, so that the
// record stays honest.
func (b *builder) entries() []plan.Call {
	step := []string{"both", "tick"}
	d := repeat("d", b.spec.Discriminator.Updates)
	g := repeat("g", b.spec.Generator.Updates)
	if b.spec.Order == "alternating" {
		step = append(append(append([]string{}, d...), g...), "tick")
	}
	return []plan.Call{
		{Name: "step", Procedures: step},
		{Name: "d", Procedures: append(d, "g.look", "tick")},
		{Name: "g", Procedures: append(append([]string{"d.look"}, g...), "tick")},
		{Name: "photograph", Procedures: []string{"photograph"}},
		{Name: "sample", Procedures: []string{"sample"}},
	}
}

func repeat(name string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = name
	}
	return out
}
