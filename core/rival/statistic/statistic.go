// Package statistic is the family of generators that no discriminator judges: a network makes points of noise, and learns to make a fixed statistic of
// theirs that of the data (Li, Swersky and Zemel, 2015; Dziugaite, Roy and Ghahramani, 2015).
package statistic

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
)

// Spec is all that such a run depends on.
type Spec struct {
	family.Common
	Statistic string // key in statistics
	Latent    int
	Hidden    experiment.Layers
}

// Entry is the family of fixed statistics.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "statistic", Label: "Fixed statistic", Says: family.Samples,
	Doc:    "A generator without a discriminator: it learns to agree with the data in a statistic that is written down.",
	Fields: fields(), Default: defaultFor, Check: check, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

const (
	mmd     = "mmd"
	moments = "moments"
	means   = "means"
)

var statistics = []experiment.Option{
	{Key: mmd, Label: "Maximum mean discrepancy", Doc: "How much closer points are to their own kind than to the other, by Gaussians of widths from 0.1 to 3 (Gretton et al., 2012)."},
	{Key: moments, Label: "Means and covariances", Doc: "The squared differences of means and covariances: whatever has the same is as good as the data."},
	{Key: means, Label: "Means", Doc: "The squared difference of the means alone."},
}

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "statistic", Label: "Statistic", Doc: "What of the samples should be as it is of the data.",
			Group: "model", Kind: experiment.Choice, Choices: statistics}.In(func(s *Spec) any { return &s.Statistic }),
		experiment.FieldOf[Spec]{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers the generator starts from.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Spec) any { return &s.Latent }),
		family.NetworkField("g", "Hidden layers", "The widths of the generator.", "model", func(s *Spec) any { return &s.Hidden }),
	}
	return append(append(family.DataFields(common), own...), family.TrainingFields(common)...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps, c.Average = .004, 256, 2000, .99
	return Spec{Common: c, Statistic: mmd, Latent: 2, Hidden: experiment.LayersOf(64, 64, 64)}
}

// maxBatch bounds what a step compares: the square of the minibatch.
const maxBatch = 1024

func check(s Spec) error {
	switch {
	case s.Batch < 2:
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at least 2: a statistic is of several points"}
	case s.Statistic == mmd && s.Batch > maxBatch:
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at most " + strconv.Itoa(maxBatch) + " with mmd, which compares all pairs"}
	}
	return nil
}

func trace(b *family.Builder, s Spec) {
	init, _ := nn.FindInitialiser("he")
	net := nn.MLP{In: s.Latent, Out: 2, Hidden: family.Hidden(s.Hidden, "relu"), Init: init}
	made := net.Apply(b.Training(), Normal(b.Key(), "noise", s.Batch, s.Latent), nil)
	real := b.Minibatch("rows", s.Batch)
	difference := map[string]func(x, y *Node) *Node{mmd: discrepancy, moments: unlike, means: apart}[s.Statistic]
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
