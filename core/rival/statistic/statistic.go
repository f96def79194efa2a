// Package statistic is the family of generators that no discriminator judges: a network makes points of noise, and learns to make a fixed statistic of
// theirs that of the data (Li, Swersky and Zemel, 2015; Dziugaite, Roy and Ghahramani, 2015).
package statistic

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
)

// Spec is all that such a run depends on.
type Spec = form.Statistic

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.StatisticForm, Trace: trace}.Entry()

func trace(b *family.Builder, s Spec) {
	init, _ := nn.FindInitialiser("he")
	net := nn.MLP{In: s.Latent, Out: 2, Hidden: family.Hidden(s.Hidden, "relu"), Init: init}
	made := net.Apply(b.Training(), Normal(b.Key(), "noise", s.Batch, s.Latent), nil)
	real := b.Minibatch("rows", s.Batch)
	difference := map[string]func(x, y *Node) *Node{form.MMD: discrepancy, form.Moments: unlike, form.Means: apart}[s.Statistic]
	loss := difference(made, real)
	b.Train(b.Descend(loss, 0),
		family.Squared(loss, "the difference of the statistics"),
		family.Gauge(apart(made, real), "means", "the squared difference of the means", ""))
	draw := func(z *Node) *Node { return net.Apply(b.Averaged(), z, nil) }
	b.Samples(func(k Key, stream string, n int) *Node { return draw(Normal(k, stream, n, s.Latent)) })
	b.Sheet(probe.Manifold, s.Latent, draw)
}

// apart is the squared distance of the means of points [n, 2].
func apart(x, y *Node) *Node { return Sum(Square(Sub(Mean(x, 0), Mean(y, 0)))) }

// unlike is apart, and the squared difference of the covariances.
func unlike(x, y *Node) *Node {
	return Add(apart(x, y), Sum(Square(Sub(covariance(x), covariance(y)))))
}

// covariance is that of points [n, 2], [2, 2].
func covariance(x *Node) *Node {
	away := Sub(x, Reshape(Mean(x, 0), 1, 2))
	return Mul(MatMul(away, away, true, false), Scalar(1/float32(x.Shape()[0])))
}
