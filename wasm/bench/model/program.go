package model

import (
	"fmt"
	"strconv"

	. "ganvas/core/graph"
	"ganvas/core/loss"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/penalty"
	"ganvas/core/plan"
)

// The entries of a program.
const (
	Step  = "step"  // one training step on random inputs
	Check = "check" // the same step on the inputs that First lists
)

// The slots that hold the losses of the last updates.
const (
	LossD = "loss/d"
	LossG = "loss/g"
)

// builder holds what the procedures of a program share.
type builder struct {
	Model
	game  loss.Game
	g, d  player
	key   Key
	table *Node
	hyper opt.Hypers
}

// player is a network and what its optimiser remembers.
type player struct{ params, memory *nn.Scope }

func newBuilder(m Model) (*builder, error) {
	game, ok := loss.Find(m.Loss)
	if !ok {
		return nil, fmt.Errorf("bench: model %s has no loss %q", m.Key, m.Loss)
	}
	return &builder{
		Model: m, game: game,
		g:     player{nn.NewScope("g"), nn.NewScope("g.opt")},
		d:     player{nn.NewScope("d"), nn.NewScope("d.opt")},
		key:   Key{Seed: Variable("seed", 2), Count: Variable("count", 2)},
		table: Variable("table", m.Rows, m.D[0]),
		hyper: opt.Hypers{Rate: Variable("rate"), Beta1: Variable("beta1"), Beta2: Variable("beta2"), Epsilon: Variable("epsilon")},
	}, nil
}

// Compile plans the model's step.
func Compile(m Model) (*plan.Program, error) {
	if m.Images != nil {
		return compileImages(m)
	}
	b, err := newBuilder(m)
	if err != nil {
		return nil, err
	}
	var procs []Procedure
	if err := Build(func() { procs, err = b.procedures() }); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	return plan.Compile(procs, []plan.Call{{Name: Step, Procedures: m.calls("")}, {Name: Check, Procedures: m.calls(".check")}})
}

// calls are the updates of a step, in order.
func (m Model) calls(suffix string) []string {
	var out []string
	for range m.UpdatesD {
		out = append(out, "d"+suffix)
	}
	for range m.UpdatesG {
		out = append(out, "g"+suffix)
	}
	return out
}

func (b *builder) procedures() ([]Procedure, error) {
	o, ok := opt.Find(b.Optimiser)
	if !ok {
		return nil, fmt.Errorf("bench: model %s has no optimiser %q", b.Key, b.Optimiser)
	}
	advance := Update{Var: b.key.Count, Value: b.key.Next()}
	move := func(name string, p player, record string, loss *Node, more ...Update) Procedure {
		us := append(o.Minimise(p.memory, b.hyper, loss, p.params), Update{Var: Variable(record), Value: loss})
		return Procedure{Name: name, Updates: append(us, more...)}
	}
	return []Procedure{
		move("d", b.d, LossD, b.lossD(b.random("d")), advance),
		move("g", b.g, LossG, b.lossG(b.random("g").noise), advance),
		move("d.check", b.d, LossD, b.lossD(b.fixed("d"))),
		move("g.check", b.g, LossG, b.lossG(b.fixed("g").noise)),
	}, nil
}

// inputs are what an update looks at.
type inputs struct{ noise, real, mix *Node }

// random draws inputs anew at every update.
func (b *builder) random(stream string) inputs {
	noise := Normal
	if b.Noise == "uniform" {
		noise = Uniform
	}
	row := Floor(Mul(Uniform(b.key, stream+".rows", b.Batch), Scalar(float32(b.Rows))))
	return inputs{
		noise: noise(b.key, stream+".noise", b.Batch, b.G[0]),
		real:  Gather(b.table, row),
		mix:   Uniform(b.key, stream+".mix", b.Batch, 1),
	}
}

// fixed are inputs that everybody has the same.
func (b *builder) fixed(stream string) inputs {
	return inputs{
		noise: Variable("check/"+stream+".noise", b.Batch, b.G[0]),
		real:  Variable("check/real", b.Batch, b.D[0]),
		mix:   Variable("check/mix", b.Batch, 1),
	}
}

// lossD is what the discriminator minimises.
func (b *builder) lossD(in inputs) *Node {
	fake := Stop(b.generate(in.noise))
	total := b.game.Discriminator(b.judge(in.real), b.judge(fake))
	if b.Penalty == 0 {
		return total
	}
	slope := penalty.GP.Of(b.judge, penalty.Minibatch{Real: in.real, Fake: fake, Mix: in.mix})
	return Add(total, Mul(Scalar(float32(b.Penalty)), slope))
}

// lossG is what the generator minimises; neither game asks it to look at real samples.
func (b *builder) lossG(noise *Node) *Node {
	fake := b.judge(b.generate(noise))
	return b.game.Generator(fake, fake)
}

func (b *builder) generate(noise *Node) *Node { return Tanh(network(b.g.params, b.G, noise)) }

func (b *builder) judge(x *Node) *Node { return network(b.d.params, b.D, x) }

// network is a chain of dense layers with ReLU between them.
func network(s *nn.Scope, widths []int, x *Node) *Node {
	he, _ := nn.FindInitialiser("he")
	relu, _ := nn.FindActivation("relu")
	for i := 1; i < len(widths); i++ {
		if i > 1 {
			x = Relu(x)
		}
		x = nn.Dense{In: widths[i-1], Out: widths[i], Init: he, Gain: relu.Gain}.Apply(s, strconv.Itoa(i-1), x)
	}
	return x
}
