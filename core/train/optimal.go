package train

import (
	"math"

	"ganvas/core/metric"
	"ganvas/core/wire"
)

const (
	optimalPoints = 10 * sampleRows           // generated points that tell what the generator's distribution is
	valuePoints   = 2 * fieldSize * fieldSize // points of each kind, at which the discriminator's value is measured
)

// Optimal returns the best discriminator against the generator as it is, and measures of how far the present one is from it: fresh,
// or as they were last. It is empty where the data's density is not known, or the machine fails. It does not change the run.
//
// Its measures are V(G, D) = E log D(x) + E log(1-D(G)) of the discriminator as pictures show it, "value"; V(G, D*), "value_optimal",
// whose floor is what a perfect generator scores in as large a sample; what the first lacks of the second, "gap", whose
// floor is the excess that sampling adds; and the standard error of D*, "optimal_noise".
func (t *Trainer) Optimal(fresh bool) wire.Best {
	if t.best == nil || fresh {
		best, ok := t.compare()
		if !ok {
			return wire.Best{}
		}
		t.best = &best
	}
	return *t.best
}

// compare computes what Optimal returns.
func (t *Trainer) compare() (wire.Best, bool) {
	if t.b.classes > 0 {
		return wire.Best{}, false // a discriminator that is told the class has another best
	}
	t.aim()
	if t.optimal == nil {
		o, ok := metric.NewOptimal(t.target, fieldSize)
		if !ok {
			return wire.Best{}, false
		}
		t.optimal = o
	}
	generated, err := t.Sample(optimalPoints)
	if err != nil {
		return wire.Best{}, false
	}
	best, err := t.optimal.Against(generated)
	if err != nil {
		return wire.Best{}, false
	}
	value, err := t.value(generated[:2*valuePoints])
	if err != nil {
		return wire.Best{}, false
	}
	measure := func(key string, v, floor float64) wire.Measure {
		return wire.Measure{Key: key, Step: t.step, Value: v, Floor: floor}
	}
	return wire.Best{Field: best.Field, Measures: []wire.Measure{
		measure("value", value, -math.Log(4)),
		measure("value_optimal", best.Value, best.Floor),
		measure("gap", best.Value-value, best.Floor+math.Log(4)),
		measure("optimal_noise", best.Noise, math.NaN()),
	}}, true
}

// value is V(G, D) in nats, with the data's reference points.
func (t *Trainer) value(generated []float32) (float64, error) {
	real, err := t.judged(t.reference[:2*valuePoints])
	if err != nil {
		return 0, err
	}
	fake, err := t.judged(generated)
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for i := range real {
		sum += math.Log(likely(real[i])) + math.Log(likely(1-fake[i]))
	}
	return sum / float64(len(real)), nil
}

// likely keeps a probability away from 0: a float32 that is nearly 1 has no more digits than this.
func likely(p float32) float64 { return math.Max(float64(p), 1./(1<<25)) }

// judged is D at points, in data units, as photographs have it: they are put where the field's grid is.
func (t *Trainer) judged(points []float32) (out []float32, err error) {
	const each = 2 * fieldSize * fieldSize
	grid := t.slots.read("photo.grid")
	defer t.slots.write("photo.grid", grid)
	for ; len(points) >= each; points = points[each:] {
		t.slots.write("photo.grid", t.inTraining(points[:each]))
		if err := t.slots.machine.Run(t.slots.program.Entry("photograph"), 1); err != nil {
			return nil, err
		}
		out = append(out, t.slots.read("photo.field")...)
	}
	return out, nil
}
