package gan

import (
	"math"

	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

const (
	optimalPoints = 10 * sampleRows           // generated points that tell what the generator's distribution is
	valuePoints   = 2 * fieldSize * fieldSize // points of each kind, at which the discriminator's value is measured
)

// optimal is the best discriminator against the generator as it is, with measures of how far the present one is from it: fresh,
// or as they were last. Nothing is there where the data's density is not known. A discriminator that is told the class has another best.
//
// The measures are V(G, D) = E log D(x) + E log(1-D(G)) of the discriminator as pictures show it, "value"; V(G, D*), "value_optimal",
// whose floor is what a perfect generator scores in as large a sample; what the first lacks of the second, "gap", whose
// floor is the excess that sampling adds; and the standard error of D*, "optimal_noise".
func (b *builder) optimal() run.Probe {
	var last *best
	return run.Probe{
		Name: probe.Optimal, Extra: true, Unit: "probability", Shape: []int{fieldSize, fieldSize}, Doc: "D*(x) = p/(p+q), the best discriminator against this generator.",
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			if last == nil || a.Fresh || a.Step < last.step {
				x, ok := b.data.compare(a)
				if !ok {
					return wire.Array{}, nil, nil
				}
				last = &x
			}
			return wire.Floats(probe.Optimal, last.field, fieldSize, fieldSize), last.measures, nil
		},
	}
}

// best is the best answer to the generator of a moment.
type best struct {
	step     uint64
	field    []float32
	measures []wire.Measure
}

// compare computes it; not ok where the data's density is not known, or the machine fails.
func (d *dataset) compare(a run.Ask) (best, bool) {
	if d.judge.optimal == nil {
		o, ok := metric.NewOptimal(d.judge.Target(), fieldSize)
		if !ok {
			return best{}, false
		}
		d.judge.optimal = o
	}
	generated, _, err := sample(a.Slots, optimalPoints, 2)
	if err != nil {
		return best{}, false
	}
	x, err := d.judge.optimal.Against(generated)
	if err != nil {
		return best{}, false
	}
	value, err := d.value(a.Slots, generated[:2*valuePoints])
	if err != nil {
		return best{}, false
	}
	measure := func(key string, v, floor float64) wire.Measure {
		return wire.Measure{Key: key, Step: a.Step, Value: v, Floor: floor}
	}
	return best{a.Step, x.Field, []wire.Measure{
		measure("value", value, -math.Log(4)),
		measure("value_optimal", x.Value, x.Floor),
		measure("gap", x.Value-value, x.Floor+math.Log(4)),
		measure("optimal_noise", x.Noise, math.NaN()),
	}}, true
}

// value is V(G, D) in nats, with the data's reference points.
func (d *dataset) value(s *run.Slots, generated []float32) (float64, error) {
	real, err := d.judged(s, d.judge.Reference()[:2*valuePoints])
	if err != nil {
		return 0, err
	}
	fake, err := d.judged(s, generated)
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

// judged is D at points, in data units, as the field has it: they are put where its grid is.
func (d *dataset) judged(s *run.Slots, points []float32) (out []float32, err error) {
	const each = 2 * fieldSize * fieldSize
	grid := s.Read("probe.grid")
	defer s.Write("probe.grid", grid)
	for ; len(points) >= each; points = points[each:] {
		s.Write("probe.grid", d.inTraining(points[:each]))
		if err := s.Call("probe."+probe.Samples, "probe."+probe.Field); err != nil {
			return nil, err
		}
		out = append(out, s.Read("probe."+probe.Field)...)
	}
	return out, nil
}
