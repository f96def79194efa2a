package model

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/plan"
	"ganvas/core/random"
)

// Images is a GAN of convolutional players on digits of 28 by 28, non-saturating, with Adam.
type Images struct {
	Key, Label string
	G, D       nn.Stack // D's ends in features [n, f]
	Noise      int
	Classes    int // one-hot, beside the noise and projected on D's features (Miyato and Koyama, 2018); 0 for none
	Batch      int
	Rate       float64
	Beta1      float64
	Beta2      float64
	R1         float64 // γ of ½γ|∇D|² at real samples, in one step of Lazy and times Lazy there; 0 for none
	Lazy       int     // the steps of one pass of the program's entry
	EMA        float64 // of the generator's parameters; 0 for none
}

// AllImages are the models of images.
var AllImages = []Images{Conditional(), DCGAN()}

// Conditional is the small conditional GAN of 79k and 26k weights that makes legible digits within a minute.
func Conditional() Images {
	g := nn.Stack{full(7*7*32, 1, "batch"), act("relu"), nn.Reshape{Shape: []int{7, 7, 32}}, doubled(16), norm("batch"), act("relu"), doubled(1), act("tanh")}
	d := nn.Stack{halved(16), act("lrelu"), halved(32), act("lrelu"), nn.Flatten{}}
	return Images{Key: "conditional", Label: "conditional images", G: split(g), D: d, Noise: 32, Classes: 10, Batch: 64, Rate: 3e-3, Beta1: 0, Beta2: .99, R1: .3, Lazy: 4, EMA: .99}
}

// DCGAN is of Radford et al. (2016) at 28 by 28: 64-7x7x64-14x14x32-28x28x1.
func DCGAN() Images {
	g := nn.Stack{full(7*7*64, 1, "batch"), act("relu"), nn.Reshape{Shape: []int{7, 7, 64}}, doubled(32), norm("batch"), act("relu"), doubled(1), act("tanh")}
	d := nn.Stack{halved(32), act("lrelu"), halved(64), norm("batch"), act("lrelu"), nn.Flatten{}}
	return Images{Key: "dcgan", Label: "DCGAN", G: split(g), D: d, Noise: 64, Batch: 64, Rate: 2e-4, Beta1: .5, Beta2: .999, Lazy: 1}
}

// pair is two layers that are written as one.
type pair struct {
	nn.Layer
	then nn.Layer
}

func split(s nn.Stack) nn.Stack {
	var out nn.Stack
	for _, l := range s {
		if p, ok := l.(pair); ok {
			out = append(out, p.Layer, p.then)
			continue
		}
		out = append(out, l)
	}
	return out
}

func weights() nn.Weights {
	init, _ := nn.FindInitialiser("he")
	return nn.Weights{Init: init, Gain: 1}
}

func full(out int, gain float64, key string) nn.Layer {
	w := weights()
	w.Gain = gain
	return pair{nn.Full{Out: out, Weights: w}, norm(key)}
}

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
	Images
	g, d         player
	gState       *nn.Scope
	dState       *nn.Scope
	average      *nn.Scope
	key          Key
	table, label *Node
	hyper        opt.Hypers
}

// CompileImages plans the model's step, Lazy of which are one pass of the entry Step, and lists the first values of what it reads.
func CompileImages(m Images) (*plan.Program, []Array, error) {
	b := &imageBuilder{
		Images: m, g: player{nn.NewScope("g"), nn.NewScope("g.opt")}, d: player{nn.NewScope("d"), nn.NewScope("d.opt")},
		gState: nn.NewScope("g.state"), dState: nn.NewScope("d.state"), average: nn.NewScope("g.average"),
		key:   Key{Seed: Variable("seed", 2), Count: Variable("count", 2)},
		table: ByteTable("digits", imageRows, 28*28), label: Variable("labels", imageRows, 1),
		hyper: opt.Hypers{Rate: Variable("rate"), Beta1: Variable("beta1"), Beta2: Variable("beta2"), Epsilon: Variable("epsilon")},
	}
	var procs []Procedure
	if err := Build(func() { procs = b.procedures() }); err != nil {
		return nil, nil, err
	}
	step := plan.Call{Name: Step}
	for i := range m.Lazy {
		d := "d"
		if m.R1 > 0 && i == m.Lazy-1 {
			d = "r1"
		}
		step.Procedures = append(step.Procedures, d, "g")
	}
	p, err := plan.Compile(procs, []plan.Call{step})
	return p, b.first(), err
}

func (b *imageBuilder) first() []Array {
	var out []Array
	for _, s := range []*nn.Scope{b.g.params, b.d.params, b.g.memory, b.d.memory, b.gState, b.dState, b.average} {
		for _, v := range s.Variables() {
			a := empty(v.Name, v.Node.Shape()...)
			v.Fill(random.New(seed, v.Name), a.Values)
			out = append(out, a)
		}
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
	return append(out, Array{"digits", []int{imageRows, 28 * 28}, plan.Pack(bytes)}, labels,
		scalar("rate", b.Rate), scalar("beta1", b.Beta1), scalar("beta2", b.Beta2), scalar("epsilon", 1e-8), Array{"seed", []int{2}, []float32{seed, 0}})
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
		loss = Add(loss, Mul(Scalar(float32(b.R1*float64(b.Lazy)/2/float64(b.Batch))), Sum(Square(slope))))
	}
	adam, _ := opt.Find("adam")
	us := append(adam.Minimise(b.d.memory, b.hyper, loss, b.d.params), Update{Var: Variable(LossD), Value: loss}, Update{Var: b.key.Count, Value: b.key.Next()})
	return Procedure{Name: name, Updates: append(us, pass.Updates()...)}
}

// generateStep is the generator's update.
func (b *imageBuilder) generateStep(name string) Procedure {
	label := Floor(Mul(Uniform(b.key, name+".labels", b.Batch), Scalar(10)))
	classes := b.oneHot(label)
	pass := &nn.Pass{Params: b.g.params, State: b.gState, Training: true}
	fake := b.generate(pass, name, classes)
	loss := Mean(Softplus(Neg(b.judge(&nn.Pass{Params: b.d.params, State: b.dState, Training: true}, fake, classes))))
	adam, _ := opt.Find("adam")
	us := append(adam.Minimise(b.g.memory, b.hyper, loss, b.g.params), Update{Var: Variable(LossG), Value: loss}, Update{Var: b.key.Count, Value: b.key.Next()})
	if b.EMA > 0 {
		next := map[*Node]*Node{}
		for _, u := range us {
			next[u.Var] = u.Value
		}
		us = append(us, opt.Average(b.average, Scalar(float32(b.EMA)), b.g.params, next)...)
	}
	return Procedure{Name: name, Updates: append(us, pass.Updates()...)}
}

func (b *imageBuilder) oneHot(label *Node) *Node {
	if b.Classes == 0 {
		return nil
	}
	return Equal(Broadcast(Reshape(label, b.Batch, 1), Shape{b.Batch, b.Classes}), Broadcast(Reshape(Iota(b.Classes), 1, b.Classes), Shape{b.Batch, b.Classes}))
}

func (b *imageBuilder) generate(p *nn.Pass, stream string, classes *Node) *Node {
	z := Normal(b.key, stream+".noise", b.Batch, b.Noise)
	if classes != nil {
		z = Concat(1, z, classes)
	}
	return b.G.Apply(p, z)
}

// judge gives logits [n, 1]: a linear function of the features, and the class's projection of them.
func (b *imageBuilder) judge(p *nn.Pass, x, classes *Node) *Node {
	h := b.D.Apply(p, x)
	y := nn.Full{Out: 1, Weights: weights()}.Apply(p, "logit", h)
	if classes == nil {
		return y
	}
	f := h.Shape()[1]
	e := p.Params.Variable("class", weights().Init.Weights(f, b.Classes, 1), f, b.Classes)
	return Add(y, Reshape(Sum(Mul(MatMul(h, e, false, false), classes), 1), b.Batch, 1))
}
