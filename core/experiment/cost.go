package experiment

import "ganvas/core/loss"

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
	if s.Rival != nil {
		return Cost{} // none of them takes long
	}
	o := s.outlines()
	return Cost{MultiplyAdds: s.stepWork(o, false), Work: s.stepWork(o, true), Bytes: s.memory(o)}
}

// PassCost is the multiply-adds of the products by which the generator makes one sample, and by which the discriminators judge one.
func (s Spec) PassCost() (g, d float64) {
	if s.Rival != nil {
		return 0, 0
	}
	o := s.outlines()
	return o.g.products, float64(s.Ensemble) * o.d.products
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
func (s Spec) stepWork(o outlines, all bool) float64 {
	g, d := s.passes(o, all)
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
	slopes := s.slopeWork(o, d) / float64(s.Lazy())
	if both := dMove + slopes + gMove; s.Consensus > 0 {
		dMove, gMove, slopes = 2.5*both, 2.2*both, 0
	}
	gMove += float64(s.Unroll) * (3*dMove + 2.2*slopes)
	if all {
		update := updateWork * float64(s.Ensemble) * o.d.weights
		dMove, gMove = dMove+update, gMove+updateWork*o.g.weights+float64(3*s.Unroll)*update
		each := randomWork * float64(s.Batch) * float64(s.Latent+o.blurred(s.InstanceNoise > 0))
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
func (s Spec) passes(o outlines, all bool) (g, d float64) {
	pass := func(samples int, x outline, p Player) float64 {
		if !all {
			return float64(samples) * x.products
		}
		unit, weights := float64(unitWork), 0.
		if bent(p) {
			unit += curveWork
		}
		if p.Spectral {
			weights = spectralWork * x.weights
		}
		return float64(samples)*(x.products+unit*x.units) + weights
	}
	d = pass(s.judged(), o.d, s.Discriminator)
	if n := float64(s.judged()); all {
		d += n * n * float64(s.Kernels) * pairWork
	}
	return pass(s.Batch, o.g, s.Generator), float64(s.Ensemble) * d
}

// slopeWork is that of the penalties that take the discriminators' slopes, given a forward pass of all: the slope and its gradient are three, and
// as many again where the nonlinearity is curved. Of several discriminators each slope is taken through all, but for what they all read.
func (s Spec) slopeWork(o outlines, d float64) float64 {
	each := 3.
	if bent(s.Discriminator) {
		each = 5
	}
	sum := each * float64(s.penaltiesOn())
	if s.GP > 0 || s.GP1 > 0 {
		sum++ // the points between
	}
	first := float64(s.judged()*s.Ensemble) * o.d.first
	if s.Discriminator.Spectral {
		first += spectralWork * float64(s.Ensemble) * o.d.weights
	}
	first = min(first, d)
	return sum * (first + (d-first)*float64(s.Ensemble))
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

// memory is that of the arena: the data, what training changes, and the numbers that a step or a picture holds at a time.
func (s Spec) memory(o outlines) float64 {
	looks, slopes := float64(s.looks()), float64(s.penaltiesOn()*s.Ensemble)
	n, members := float64(s.judged()), float64(s.Ensemble)
	held := looks * members * n * (o.d.all() + float64(4*s.Kernels)*n/3) * (1 + slopes)
	if s.Unroll == 0 {
		held += looks * float64(s.Batch) * o.g.all()
	} else {
		held += float64(s.Batch) * o.g.all()
	}
	weights := (16 + 4*slopes + float64(5*s.Unroll)) * (o.g.weights + members*o.d.weights)
	if s.Consensus > 0 {
		weights *= 2
	}
	const little = 1 << 18 // what is there of each experiment
	return 4 * (little + o.data(s.Rows) + weights + max(10*held, o.picture()))
}
