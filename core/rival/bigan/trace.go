package bigan

import (
	"strings"

	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/loss"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/rival/vae"
)

// judge is the discriminator's scope: what is not in it, generator and encoder learn.
const judge = "judge/"

// model is a variational autoencoder with a discriminator of points [n, 2] and, if it sees pairs, of their codes [n, z].
type model struct {
	vae.Model
	pairs bool
	net   nn.MLP
	pass  *nn.Pass
}

func of(p *nn.Pass, s Spec) model {
	init, _ := nn.FindInitialiser("he")
	m := model{
		Model: vae.Of(p, vae.Spec{Latent: s.Latent, Encoder: s.Encoder, Decoder: s.Maker}),
		pairs: s.Sees == form.Pairs, pass: p,
	}
	m.net = nn.MLP{In: vae.ToldSize, Out: 1, Within: judge, Hidden: family.Hidden(s.Judge, "lrelu"), Init: init}
	if m.pairs {
		m.net.In += s.Latent
	}
	return m
}

// logits are what the discriminator says of points and their codes, [n, 1].
func (m model) logits(x, z *Node) *Node {
	seen := vae.Told(x)
	if m.pairs {
		seen = Concat(1, seen, z)
	}
	return m.net.Apply(m.pass, seen, nil)
}

// slope is the mean squared length of the slope of logits by the points and the codes that they are of.
func (m model) slope(logits, x, z *Node) *Node {
	of := []*Node{x}
	if m.pairs {
		of = append(of, z)
	}
	sum := Scalar(0)
	for _, g := range Grad(Sum(logits), of...) {
		sum = Add(sum, Mean(Sum(Square(g), 1)))
	}
	return sum
}

// against is the discriminator's loss and its penalty: of data with their codes, and of what the generator makes of codes.
func (m model) against(x, code, made, z *Node) (game, penalty *Node) {
	x, code, made = Stop(x), Stop(code), Stop(made)
	real, fake := m.logits(x, code), m.logits(made, z)
	return loss.NonSaturating.Discriminator(real, fake), Mul(Scalar(.5), Add(m.slope(real, x, code), m.slope(fake, made, z)))
}

// fooling is the loss of generator and encoder: the one's pairs should be taken for the other's, and if points alone are seen, samples for data.
func (m model) fooling(x, code, made, z *Node) *Node {
	real, fake := m.logits(x, code), m.logits(made, z)
	fooled := loss.NonSaturating.Generator(real, fake)
	if m.pairs {
		fooled = Add(fooled, Mean(Softplus(real)))
	}
	return fooled
}

func trace(b *family.Builder, s Spec) {
	m, still := of(b.Training(), s), of(b.Averaged(), s)
	heard := Min(Scalar(1), Max(Scalar(0), Sub(b.Step, Scalar(float32(s.Start)-1)))) // of the discriminator's word: 0 in the first steps
	weight := Add(Sub(Scalar(1), heard), Mul(heard, Scalar(float32(s.Bound))))       // of minus the bound
	// made is what the generator makes of codes: with the deviation about it that a bound needs, as long as there is one.
	made := func(m model, z, normal *Node) *Node {
		switch {
		case s.Bound > 0:
			return m.Blurred(m.Decoded(z), normal)
		case s.Start > 0:
			return m.Blurred(m.Decoded(z), Mul(Sub(Scalar(1), heard), normal))
		}
		return m.Decoded(z)
	}

	x, z := b.Minibatch("rows", s.Batch), Normal(b.Key(), "latent", s.Batch, s.Latent)
	normal := Normal(b.Key(), "posterior", s.Batch, s.Latent)
	mean, log := m.Posterior(x)
	code, fake := Add(mean, Mul(Exp(log), normal)), made(m, z, Normal(b.Key(), "point", s.Batch, 2))
	game, penalty := m.against(x, code, fake, z)
	fooling := m.fooling(x, code, fake, z)
	learnt := fooling
	figures := []family.Figure{
		family.Loss(game, "the discriminator's loss"),
		family.Term(fooling, "loss.g", "the loss of generator and encoder", "nats"),
		family.Term(penalty, "r1", "the discriminator's mean squared slope, halved", ""),
	}
	if s.Start > 0 || s.Bound > 0 {
		reconstruction, kl := m.Bound(x, normal)
		minus := Neg(Mean(Sub(reconstruction, kl)))
		learnt = Add(Mul(heard, fooling), Mul(weight, minus))
		figures = append(figures, family.Term(Neg(b.InNats(Neg(minus))), "loss.bound", "minus the bound", "nats"))
	}
	back := family.Stretched(b.Data.Frame, Sub(m.Decoded(mean), x))
	figures = append(figures, family.Gauge(Mean(Sqrt(Add(Sum(Square(back), 1), Scalar(1e-12)))), probe.Returns, "how far a point's code leads from it", "data"))
	judged := Add(game, Mul(b.Knob("r1"), penalty))
	b.Train(b.DescendApart(func(path string) *Node {
		if strings.HasPrefix(path, judge) {
			return judged
		}
		return learnt
	}), figures...)

	b.Samples(func(k Key, stream string, n int) *Node {
		return made(still, Normal(k, stream+".latent", n, s.Latent), Normal(k, stream+".point", n, 2))
	})
	vae.Shown(b, still.Model)
}
