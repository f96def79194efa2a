package model

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/plan"
	"ganvas/core/random"
)

// Images are convolutional players on digits of 28 by 28, with the non-saturating game.
type Images struct {
	G, D    nn.Stack // D's ends in features [n, f]
	Noise   int
	Classes int     // one-hot, beside the noise and projected on D's features (Miyato and Koyama, 2018); 0 for none
	R1      float64 // γ of ½γ|∇D|² at real samples, in one step of Lazy and times Lazy there; 0 for none
	Lazy    int     // the steps of one pass of the program's entry
	EMA     float64 // of the generator's parameters; 0 for none
}

// AllImages are the models of images.
var AllImages = []Model{Conditional, DCGAN}

// Conditional is the small conditional GAN of 79k and 26k weights that makes legible digits within a minute.
var Conditional = Model{
	Key: "conditional", Label: "conditional images", Batch: 64, Rate: 3e-3, Beta1: 0, Beta2: .99, Epsilon: 1e-8,
	Images: &Images{
		G: nn.Stack{full(7 * 7 * 32), norm("batch"), act("relu"), nn.Reshape{Shape: []int{7, 7, 32}}, doubled(16), norm("batch"), act("relu"), doubled(1), act("tanh")},
		D: nn.Stack{halved(16), act("lrelu"), halved(32), act("lrelu"), nn.Flatten{}}, Noise: 32, Classes: 10, R1: .3, Lazy: 4, EMA: .99,
	},
}

// DCGAN is of Radford et al. (2016) at 28 by 28: 64-7x7x64-14x14x32-28x28x1.
var DCGAN = Model{
	Key: "dcgan", Label: "DCGAN", Batch: 64, Rate: 2e-4, Beta1: .5, Beta2: .999, Epsilon: 1e-8,
	Images: &Images{
		G: nn.Stack{full(7 * 7 * 64), norm("batch"), act("relu"), nn.Reshape{Shape: []int{7, 7, 64}}, doubled(32), norm("batch"), act("relu"), doubled(1), act("tanh")},
		D: nn.Stack{halved(32), act("lrelu"), halved(64), norm("batch"), act("lrelu"), nn.Flatten{}}, Noise: 64, Lazy: 1,
	},
}

func weights() nn.Weights {
	init, _ := nn.FindInitialiser("he")
	return nn.Weights{Init: init, Gain: 1}
}

func full(out int) nn.Layer { return nn.Full{Out: out, Weights: weights()} }

func act(key string) nn.Layer {
	a, _ := nn.FindActivation(key)
	return nn.Nonlinear{Activation: a}
}

func norm(key string) nn.Layer {
	n, _ := nn.FindNorm(key)
	return nn.Normalised{Norm: n}
}

func doubled(channels int) nn.Layer {
	return nn.Transposed{Channels: channels, Window: SquareWindow(4, 2, 1), Weights: weights()}
}

func halved(channels int) nn.Layer {
	return nn.Convolution{Channels: channels, Window: SquareWindow(4, 2, 1), Weights: weights()}
}

// imageRows is the length of the table of digits.
const imageRows = 1024

// imageBuilder holds what the procedures share.
type imageBuilder struct {
	Model
	g, d           player
	gState, dState *nn.Scope
	average        *nn.Scope
	key            Key
	table, label   *Node
	hyper          opt.Hypers
	adam           opt.Optimiser
}

// imageProcedures builds a model's procedures.
func imageProcedures(m Model) (b *imageBuilder, procs []Procedure, err error) {
	adam, _ := opt.Find("adam")
	b = &imageBuilder{
		Model: m, g: player{nn.NewScope("g"), nn.NewScope("g.opt")}, d: player{nn.NewScope("d"), nn.NewScope("d.opt")},
		gState: nn.NewScope("g.state"), dState: nn.NewScope("d.state"), average: nn.NewScope("g.average"),
		key:   Key{Seed: Variable("seed", 2), Count: Variable("count", 2)},
		table: ByteTable("digits", imageRows, 28*28), label: Variable("labels", imageRows, 1),
		hyper: opt.Hypers{Rate: Variable("rate"), Beta1: Variable("beta1"), Beta2: Variable("beta2"), Epsilon: Variable("epsilon")},
		adam:  adam,
	}
	err = Build(func() { procs = b.procedures() })
	return b, procs, err
}

// compileImages plans the model's step, Lazy of which are one pass of the entry Step.
func compileImages(m Model) (*plan.Program, error) {
	_, procs, err := imageProcedures(m)
	if err != nil {
		return nil, err
	}
	step := plan.Call{Name: Step}
	for i := range m.Images.Lazy {
		d := "d"
		if m.Images.R1 > 0 && i == m.Images.Lazy-1 {
			d = "r1"
		}
		step.Procedures = append(step.Procedures, d, "g")
	}
	return plan.Compile(procs, []plan.Call{step})
}

// Parameters is how many numbers the players of a model of images learn.
func Parameters(m Model) (int, error) {
	b, _, err := imageProcedures(m)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, v := range append(b.g.params.Nodes(), b.d.params.Nodes()...) {
		n += v.Shape().Len()
	}
	return n, nil
}

// firstImages lists the first values: beside those of every model, a table of random digits and their labels.
func firstImages(m Model) ([]Array, error) {
	b, _, err := imageProcedures(m)
	if err != nil {
		return nil, err
	}
	r := random.New(seed, "digits")
	bytes := make([]byte, imageRows*28*28)
	for i := range bytes {
		bytes[i] = byte(r.IntN(256))
	}
	labels := empty("labels", imageRows, 1)
	for i := range labels.Values {
		labels.Values[i] = float32(i % 10)
	}
	return append(filled(b.g.params, b.d.params, b.g.memory, b.d.memory, b.gState, b.dState, b.average),
		Array{"digits", []int{imageRows, 28 * 28}, plan.Pack(bytes)}, labels,
		scalar("rate", m.Rate), scalar("beta1", m.Beta1), scalar("beta2", m.Beta2), scalar("epsilon", m.Epsilon), Array{"seed", []int{2}, []float32{seed, 0}}), nil
}

func (b *imageBuilder) procedures() []Procedure {
	return []Procedure{b.discriminate("d", false), b.generateStep("g"), b.discriminate("r1", true)}
}

// discriminate is the discriminator's update, with the penalty or without.
func (b *imageBuilder) discriminate(name string, penalised bool) Procedure {
	row := Floor(Mul(Uniform(b.key, name+".rows", b.Batch), Scalar(imageRows)))
	real := Sub(Mul(Gather(b.table, row), Scalar(2./255)), Scalar(1))
	real = Reshape(real, b.Batch, 28, 28, 1)
	classes := b.oneHot(Reshape(Gather(b.label, row), b.Batch))
	fake := Stop(b.generate(&nn.Pass{Params: b.g.params, State: b.gState, Training: true}, name, classes))
	pass := &nn.Pass{Params: b.d.params, State: b.dState, Training: true}
	logits := b.judge(pass, real, classes)
	loss := Add(Mean(Softplus(Neg(logits))), Mean(Softplus(b.judge(pass, fake, classes))))
	if penalised {
		slope := Grad(Sum(logits), real)[0]
		loss = Add(loss, Mul(Scalar(float32(b.Images.R1*float64(b.Images.Lazy)/2/float64(b.Batch))), Sum(Square(slope))))
	}
	us := append(b.adam.Minimise(b.d.memory, b.hyper, loss, b.d.params), Update{Var: Variable(LossD), Value: loss}, Update{Var: b.key.Count, Value: b.key.Next()})
	return Procedure{Name: name, Updates: append(us, pass.Updates()...)}
}

// generateStep is the generator's update.
func (b *imageBuilder) generateStep(name string) Procedure {
	label := Floor(Mul(Uniform(b.key, name+".labels", b.Batch), Scalar(10)))
	classes := b.oneHot(label)
	pass := &nn.Pass{Params: b.g.params, State: b.gState, Training: true}
	fake := b.generate(pass, name, classes)
	loss := Mean(Softplus(Neg(b.judge(&nn.Pass{Params: b.d.params, State: b.dState, Training: true}, fake, classes))))
	us := append(b.adam.Minimise(b.g.memory, b.hyper, loss, b.g.params), Update{Var: Variable(LossG), Value: loss}, Update{Var: b.key.Count, Value: b.key.Next()})
	if b.Images.EMA > 0 {
		next := map[*Node]*Node{}
		for _, u := range us {
			next[u.Var] = u.Value
		}
		us = append(us, opt.Average(b.average, Scalar(float32(b.Images.EMA)), b.g.params, next)...)
	}
	return Procedure{Name: name, Updates: append(us, pass.Updates()...)}
}

func (b *imageBuilder) oneHot(label *Node) *Node {
	if b.Images.Classes == 0 {
		return nil
	}
	return Equal(Broadcast(Reshape(label, b.Batch, 1), Shape{b.Batch, b.Images.Classes}), Broadcast(Reshape(Iota(b.Images.Classes), 1, b.Images.Classes), Shape{b.Batch, b.Images.Classes}))
}

func (b *imageBuilder) generate(p *nn.Pass, stream string, classes *Node) *Node {
	z := Normal(b.key, stream+".noise", b.Batch, b.Images.Noise)
	if classes != nil {
		z = Concat(1, z, classes)
	}
	return b.Images.G.Apply(p, z)
}

// judge gives logits [n, 1]: a linear function of the features, and the class's projection of them.
func (b *imageBuilder) judge(p *nn.Pass, x, classes *Node) *Node {
	h := b.Images.D.Apply(p, x)
	y := nn.Full{Out: 1, Weights: weights()}.Apply(p, "logit", h)
	if classes == nil {
		return y
	}
	f := h.Shape()[1]
	e := p.Params.Variable("class", weights().Init.Weights(f, b.Images.Classes, 1), f, b.Images.Classes)
	return Add(y, Reshape(Sum(Mul(MatMul(h, e, false, false), classes), 1), b.Batch, 1))
}
