package experiment

import (
	"slices"

	"ganvas/core/data"
	"ganvas/core/loss"
	"ganvas/core/penalty"
)

// Cost is what a step of an experiment costs, on average over many: estimates that are known before anything is built.
type Cost struct {
	// MultiplyAdds are those of matrix products.
	MultiplyAdds float64
	// Work is all that is computed, in multiply-adds that take as long.
	Work float64
	// Bytes is the most memory that the run's arrays take; often it is a third of that.
	Bytes float64
}

// Speed is how much of Cost.Work a common machine does in a second, in a browser with SIMD.
const Speed = 3e9

// Seconds is about how long a step takes.
func (c Cost) Seconds() float64 { return c.Work / Speed }

// Patience is the most seconds that a step may take without anybody being asked.
const Patience = 2

// Slow says whether a step takes longer than somebody who has only followed a link may have to wait.
func (s Spec) Slow() bool { return s.Cost().Seconds() > Patience }

// Cost is what a step costs. The factors are how often a forward pass is computed, or what takes as long: a gradient by weights and inputs is two
// of them, by one of both one. Tests hold the result to the programs of random Specs.
func (s Spec) Cost() Cost {
	return Cost{MultiplyAdds: s.stepWork(false), Work: s.stepWork(true), Bytes: s.memory()}
}

// What is done element by element, in multiply-adds: for each unit at each pass, more where its nonlinearity is curved; for each weight at each
// update, and at each pass where it is normalised; for each pair of samples that minibatch discrimination compares; and for each random number.
const (
	unitWork     = 20
	curveWork    = 20
	updateWork   = 40
	spectralWork = 8
	pairWork     = 24
	randomWork   = 100
)

// stepWork is the work of a step, with what is done element by element or only of its products.
func (s Spec) stepWork(all bool) float64 {
	g, d := s.passes(all)
	dMove, gMove := g+6*d, 3*g+2*d
	if s.Loss == loss.Relativistic.Key {
		gMove += d
	}
	if s.ModeSeeking > 0 {
		gMove += 3 * g
	}
	if s.PathLength > 0 {
		gMove += 3 * g / float64(s.Lazy())
	}
	slopes := s.slopeWork(d) / float64(s.Lazy())
	if both := dMove + slopes + gMove; s.Consensus > 0 {
		dMove, gMove, slopes = 2.5*both, 2.2*both, 0
	}
	gMove += float64(s.Unroll) * (3*dMove + 2.2*slopes)
	if all {
		g := weightsOf(s.generatorShape())
		dMove, gMove = dMove+updateWork*(s.weights()-g), gMove+updateWork*g
		each := randomWork * float64(s.Batch) * float64(s.Latent+2*s.size())
		dMove, gMove = dMove+each, gMove+each
	}
	switch {
	case s.Order == "extragradient":
		return 2 * (dMove + slopes + gMove)
	case !alternates(&s):
		return dMove + slopes + gMove
	}
	return float64(s.Discriminator.Updates)*(dMove+slopes) + float64(s.Generator.Updates)*gMove
}

// passes is the work of a minibatch's forward pass through the generator, and through all discriminators.
func (s Spec) passes(all bool) (g, d float64) {
	pass := func(samples int, widths []int, p Player) float64 {
		if !all {
			return float64(samples) * forward(widths, 0)
		}
		unit, weights := float64(unitWork), 0.
		if bent(p) {
			unit += curveWork
		}
		if p.Spectral {
			weights = spectralWork * weightsOf(widths)
		}
		return float64(samples)*forward(widths, unit) + weights
	}
	d = pass(s.judged(), s.discriminatorShape(), s.Discriminator)
	if n := float64(s.judged()); all {
		d += n * n * float64(s.Kernels) * pairWork
	}
	return pass(s.Batch, s.generatorShape(), s.Generator), float64(s.Ensemble) * d
}

// slopeWork is that of the penalties that take the discriminators' slopes, given a forward pass of all: the slope and its gradient are three, and
// as many again where the nonlinearity is curved. Of several discriminators each slope is taken through all.
func (s Spec) slopeWork(d float64) float64 {
	each := 3.
	if bent(s.Discriminator) {
		each = 5
	}
	sum := 0.
	for _, p := range penalty.All {
		if *s.Weight(p.Key) > 0 {
			sum += each
		}
	}
	if s.GP > 0 || s.GP1 > 0 {
		sum++ // the points between
	}
	return sum * d * float64(s.Ensemble)
}

// bent says whether a slope of the player's network changes smoothly.
func bent(p Player) bool {
	straight := func(key string) bool { return key == "relu" || key == "lrelu" || key == "linear" }
	for i := range p.Hidden.Len() {
		key := p.Hidden.At(i).Activation
		if key == "" {
			key = p.Activation
		}
		if !straight(key) {
			return true
		}
	}
	return p.Hidden.Len() > 0 && p.Norm != "none"
}

// generatorShape are the widths of the generator's layers, its input and its output among them.
func (s Spec) generatorShape() []int {
	return shape(s.Latent+s.classes(), s.Generator, s.size())
}

func (s Spec) discriminatorShape() []int {
	out := shape(s.Pack*(s.size()+s.classes()), s.Discriminator, 1)
	if s.Kernels > 0 {
		last := len(out) - 2
		out = append(out[:last+1], kernelNumbers*s.Kernels, 1)
	}
	return out
}

// kernelNumbers are the numbers of a sample that each kernel of minibatch discrimination compares.
const kernelNumbers = 4

func shape(in int, p Player, out int) []int {
	widths := []int{in}
	for i := range p.Hidden.Len() {
		widths = append(widths, p.Hidden.At(i).Width)
	}
	return append(widths, out)
}

// size is the numbers of an example, and classes how many classes the players are told of.
func (s Spec) size() int {
	if e, ok := data.Find(s.Data); ok {
		return data.Size(e.Source)
	}
	return 2
}

func (s Spec) classes() int {
	e, _ := data.Find(s.Data)
	if l, ok := e.Source.(data.Labelled); ok && s.Condition != "none" {
		return l.Classes()
	}
	return 0
}

// forward is the work of one sample's pass through layers of these widths.
func forward(widths []int, unit float64) (sum float64) {
	for i := 1; i < len(widths); i++ {
		sum += float64(widths[i]) * (float64(widths[i-1]) + unit)
	}
	return sum
}

func weightsOf(widths []int) float64 { return forward(widths, 1) }

// weights are both players'.
func (s Spec) weights() float64 {
	return weightsOf(s.generatorShape()) + float64(s.Ensemble)*weightsOf(s.discriminatorShape())
}

// memory is that of the arena: the data, what training changes, and the numbers that a step or a picture holds at a time.
func (s Spec) memory() float64 {
	looks, slopes := float64(s.looks()), float64(s.penaltiesOn()*s.Ensemble)
	g, d := s.generatorShape(), s.discriminatorShape()
	n, members := float64(s.judged()), float64(s.Ensemble)
	held := looks * members * n * (sum(d) + float64(4*s.Kernels)*n/3) * (1 + slopes)
	if s.Unroll == 0 {
		held += looks * float64(s.Batch) * sum(g)
	} else {
		held += float64(s.Batch) * sum(g)
	}
	const pictures = 4096 // points of the largest
	picture := float64(pictures * 6 * (slices.Max(append(g, d...)) + 16))
	weights := (16 + 4*slopes + float64(5*s.Unroll)) * s.weights()
	if s.Consensus > 0 {
		weights *= 2
	}
	const little = 1 << 18 // what is there of each experiment
	return 4 * (little + float64(s.Rows*s.size()) + weights + max(10*held, picture))
}

func sum(widths []int) (n float64) {
	for _, w := range widths {
		n += float64(w)
	}
	return n
}
