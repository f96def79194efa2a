package diffusion

import (
	"ganvas/core/form"
	"math"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// model is a network that is told points x_t [n, 2] and times t [n, 1], in training's units.
type model struct {
	net      nn.MLP
	pass     *nn.Pass
	straight bool
}

// waves is how many sines, and how many cosines, of quarter turns tell the network the time.
const waves = 8

func of(p *nn.Pass, s Spec) model {
	init, _ := nn.FindInitialiser("he")
	return model{nn.MLP{In: 2 + 2*waves, Out: 2, Hidden: family.Hidden(s.Hidden, "silu"), Init: init}, p, s.Path == form.Straight}
}

// predicted is the noise in x_t, or the velocity, as the network takes it to be. Of data that were a standard normal cloud the noise would be
// that share of x_t that the noise has: the network adds what is not so, by the share of the point, so that it has little to say where there is
// little to know (the velocity of Salimans and Ho, 2022).
func (m model) predicted(x, t *Node) *Node {
	out := m.net.Apply(m.pass, Concat(1, x, family.Waves(t, waves, math.Pi/2)), nil)
	if m.straight {
		return out
	}
	point, blur := m.shares(t)
	return Add(Mul(blur, x), Mul(point, out))
}

// quarter is the angle πt/2.
func quarter(t *Node) *Node { return Mul(Scalar(math.Pi/2), t) }

// shares are how much of a point and how much of noise x_t is.
func (m model) shares(t *Node) (point, noise *Node) {
	if m.straight {
		return Sub(Scalar(1), t), t
	}
	return Cos(quarter(t)), Sin(quarter(t))
}

// blurred is points and noise at times.
func (m model) blurred(x, noise, t *Node) *Node {
	point, blur := m.shares(t)
	return Add(Mul(point, x), Mul(blur, noise))
}

// wanted is what the network should predict.
func (m model) wanted(x, noise *Node) *Node {
	if m.straight {
		return Sub(noise, x)
	}
	return noise
}

// noise is the noise that the network takes x_t to hold. Of a velocity v = n - x and x_t = (1-t)x + tn, it is x_t + (1-t)v.
func (m model) noise(x, t *Node) *Node {
	out := m.predicted(x, t)
	if m.straight {
		return Add(x, Mul(Sub(Scalar(1), t), out))
	}
	return out
}

// score is the gradient of the log density of x_t: minus the noise over its share.
func (m model) score(x, t *Node) *Node {
	_, blur := m.shares(t)
	return Neg(Div(m.noise(x, t), blur))
}

// nearer is x_t at an earlier time, along what the network predicts: by the deterministic step of Song et al. (2021), or by Euler's.
func (m model) nearer(x, t, next *Node) *Node {
	out := m.predicted(x, t)
	if m.straight {
		return Add(x, Mul(Sub(next, t), out))
	}
	point, blur := m.shares(t)
	clean := Div(Sub(x, Mul(blur, out)), point)
	return m.blurred(clean, out, next)
}
