package vae

import (
	"math"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Model is an encoder and a decoder, of points in training's units.
//
// Other families of an encoder and a decoder are made of it too.
type Model struct {
	encoder, decoder nn.MLP
	coder, maker     *nn.Pass
	width            *Node // the logarithm of the standard deviation about the decoder's points, a scalar
	latent           int
}

// Of is the model as networks are applied.
func Of(p *nn.Pass, s Spec) Model {
	init, _ := nn.FindInitialiser("he")
	net := func(within string, in, out int, hidden []nn.Hidden) nn.MLP {
		return nn.MLP{In: in, Out: out, Within: within, Hidden: hidden, Init: init}
	}
	return Model{
		encoder: net("encoder/", ToldSize, 2*s.Latent, family.Hidden(s.Encoder, "silu")),
		decoder: net("decoder/", s.Latent, 2, family.Hidden(s.Decoder, "silu")),
		coder:   p, maker: p,
		width:  p.Params.Variable("width", nn.Constant(firstWidth)),
		latent: s.Latent,
	}
}

const (
	firstWidth = -1. // the logarithm of the deviation that points start with
	leastWidth = -5. // and of the least: without a bound, a mere autoencoder's goes to 0
	mostWidth  = 3.  // the logarithm of the posterior's deviation stays within ± this
)

// waves is how many waves of each coordinate Told tells beside it, of periods up to 8, which the data lie within: what is near in the plane may have
// come from far apart in the latent space.
const waves = 4

// ToldSize is how many numbers Told has of each point.
const ToldSize = 2 + 4*waves

// Told is points [n, 2] as encoders are told them: with waves of each coordinate.
func Told(x *Node) *Node {
	along := func(i int) *Node { return family.Waves(family.Columns(x, i, i+1), waves, math.Pi/4) }
	return Concat(1, x, along(0), along(1))
}

// Posterior is the means and the logarithms of the standard deviations of q(z|x) of points [n, 2], each [n, z].
func (m Model) Posterior(x *Node) (mean, log *Node) {
	out := m.encoder.Apply(m.coder, Told(x), nil)
	log = family.Columns(out, m.latent, 2*m.latent)
	return family.Columns(out, 0, m.latent), Max(Min(log, Scalar(mostWidth)), Scalar(-2*mostWidth))
}

// Decoded is the decoder's points of latent ones [n, z].
func (m Model) Decoded(z *Node) *Node { return m.decoder.Apply(m.maker, z, nil) }

// deviation is the logarithm of the standard deviation of p(x|z).
func (m Model) deviation() *Node { return Max(m.width, Scalar(leastWidth)) }

// Blurred is points of the decoder with its deviation about them, by standard normal numbers [n, 2]: samples of the model.
func (m Model) Blurred(made, normal *Node) *Node { return Add(made, Mul(Exp(m.deviation()), normal)) }

// given is log p(x|z) of points and latent points, as [n].
func (m Model) given(x, z *Node) *Node {
	log := m.deviation()
	off := Mul(Sub(x, m.Decoded(z)), Exp(Neg(log)))
	return Sub(family.LogNormal(off), Mul(Scalar(2), log))
}

// divergence is KL(q(z|x)‖p(z)) of posteriors, as [n].
func divergence(mean, log *Node) *Node {
	square := Add(Square(mean), Exp(Mul(Scalar(2), log)))
	return Sum(Sub(Mul(Scalar(.5), Sub(square, Scalar(1))), log), 1)
}

// Bound is the two terms of the evidence lower bound at points [n, 2] with standard normal numbers [n, z], each [n]: E log p(x|z), by one sample,
// and KL(q(z|x)‖p(z)).
func (m Model) Bound(x, normal *Node) (reconstruction, kl *Node) {
	mean, log := m.Posterior(x)
	return m.given(x, Add(mean, Mul(Exp(log), normal))), divergence(mean, log)
}

// drawn is points [n, 2] and so many samples of each one's posterior, side by side: the points again, [n·samples, 2], the latent points and their log
// densities by the posterior.
func (m Model) drawn(x *Node, samples int, normal func(shape ...int) *Node) (points, z, log *Node) {
	n := x.Shape()[0]
	each := func(a *Node) *Node {
		d := a.Shape()[1]
		return Reshape(Broadcast(Reshape(a, n, 1, d), Shape{n, samples, d}), n*samples, d)
	}
	mean, width := m.Posterior(x)
	noise := normal(n*samples, m.latent)
	z = Add(each(mean), Mul(Exp(each(width)), noise))
	return each(x), z, Sub(family.LogNormal(noise), Sum(each(width), 1))
}

// bounds is the evidence lower bound at points [n, 2], the mean over so many samples of each one's posterior, as [n].
func (m Model) bounds(x *Node, samples int, normal func(shape ...int) *Node) *Node {
	points, z, _ := m.drawn(x, samples, normal)
	reconstruction := Mean(Reshape(m.given(points, z), -1, samples), 1)
	return Sub(reconstruction, divergence(m.Posterior(x)))
}

// evidence is log p(x) at points [n, 2] by importance sampling: from so many samples of each one's posterior, as [n]. In the mean it is below the
// true one, and above any bound of fewer samples (Burda et al., 2016).
func (m Model) evidence(x *Node, samples int, normal func(shape ...int) *Node) *Node {
	points, z, proposed := m.drawn(x, samples, normal)
	weight := Sub(Add(m.given(points, z), family.LogNormal(z)), proposed)
	return Sub(family.LogSumExp(Reshape(weight, -1, samples)), Scalar(family.LogOf(float64(samples))))
}
