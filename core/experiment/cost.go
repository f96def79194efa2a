package experiment

import (
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
		g, _ := s.loads()
		dMove, gMove = dMove+updateWork*(s.weights()-g.weights), gMove+updateWork*g.weights
		each := randomWork * float64(s.Batch) * float64(s.Latent+2*elements(s.shape()))
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
	pass := func(samples int, l load, p Player) float64 {
		if !all {
			return float64(samples) * l.adds
		}
		unit, weights := float64(unitWork), 0.
		if bent(p) {
			unit += curveWork
		}
		if p.Spectral {
			weights = spectralWork * l.weights
		}
		return float64(samples)*(l.adds+unit*l.units) + weights
	}
	loadG, loadD := s.loads()
	d = pass(s.judged(), loadD, s.Discriminator)
	if n := float64(s.judged()); all {
		d += n * n * float64(s.Kernels) * pairWork
	}
	return pass(s.Batch, loadG, s.Generator), float64(s.Ensemble) * d
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

// load is what one sample's pass through a network takes.
type load struct {
	adds    float64 // multiply-adds of products
	units   float64 // numbers that layers give
	weights float64 // that it learns, near enough
	held    float64 // its input, and the numbers that layers give
	widest  float64 // the most of these at a time
}

// loads are both players'.
func (s Spec) loads() (g, d load) {
	shape, classes := s.shape(), s.classes()
	g, d = loadOf(s.DesignG(shape, classes)), loadOf(s.DesignD(shape, classes))
	if n := float64(kernelNumbers * s.Kernels); n > 0 { // a layer of its own, beside the last
		last := float64(elements(s.DesignD(shape, classes).In))
		if sizes, _ := s.DesignD(shape, classes).Sizes(); len(sizes) > 1 {
			last = float64(elements(sizes[len(sizes)-2].Out))
		}
		d.adds, d.weights = d.adds+last*n+n, d.weights+last*n+n
		d.units, d.held, d.widest = d.units+n, d.held+n, max(d.widest, n)
	}
	return g, d
}

// kernelNumbers are the numbers of a sample that each kernel of minibatch discrimination compares.
const kernelNumbers = 4

// loadOf is a player's.
func loadOf(x Design) (l load) {
	sizes, _ := x.Sizes()
	l.widest = float64(elements(x.In))
	l.held = l.widest
	for _, size := range sizes {
		n := float64(elements(size.Out))
		l.adds += float64(size.Multiplications)
		l.weights += float64(size.Parameters)
		l.units, l.held, l.widest = l.units+n, l.held+n, max(l.widest, n)
	}
	return l
}

// shape is that of an example. Own data have told none yet: points, or where layers are those of images, images of the usual size.
func (s Spec) shape() []int {
	if e, ok := data.Find(s.Data); ok {
		return data.ShapeOf(e.Source)
	}
	if s.Generator.Hidden.Plain() && s.Discriminator.Hidden.Plain() {
		return []int{2}
	}
	return []int{28, 28, 1}
}

// classes is how many classes the players are told of.
func (s Spec) classes() int {
	e, ok := data.Find(s.Data)
	if !ok || s.Condition == "none" {
		return 0
	}
	return data.ClassesOf(e.Source)
}

// weights are both players'.
func (s Spec) weights() float64 {
	g, d := s.loads()
	return g.weights + float64(s.Ensemble)*d.weights
}

// memory is that of the arena: the data, what training changes, and the numbers that a step or a picture holds at a time.
func (s Spec) memory() float64 {
	looks, slopes := float64(s.looks()), float64(s.penaltiesOn()*s.Ensemble)
	g, d := s.loads()
	n, members := float64(s.judged()), float64(s.Ensemble)
	held := looks * members * n * (d.held + float64(4*s.Kernels)*n/3) * (1 + slopes)
	if s.Unroll == 0 {
		held += looks * float64(s.Batch) * g.held
	} else {
		held += float64(s.Batch) * g.held
	}
	// Points of the plane's largest picture, or images of the largest wall; bytes of images take a quarter of a number.
	pictures, rows := 4096., float64(s.Rows*elements(s.shape()))
	if pictorial(s.shape()) {
		pictures, rows = 128, rows/4+float64(s.Rows)
	}
	picture := pictures * 6 * (max(g.widest, d.widest) + 16)
	weights := (16 + 4*slopes + float64(5*s.Unroll)) * s.weights()
	if s.Consensus > 0 {
		weights *= 2
	}
	const little = 1 << 18 // what is there of each experiment
	return 4 * (little + rows + weights + max(10*held, picture))
}
