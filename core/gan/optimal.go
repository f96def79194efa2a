package gan

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// optimal is the best discriminator against the generator as it is, with measures of how far the present one is from it: fresh,
// or as they were last. Nothing is there where the data's density is not known. A discriminator that is told the class has another best.
//
// The measures are V(G, D) = E log D(x) + E log(1-D(G)) of the discriminator as pictures show it, "value"; V(G, D*), "value_optimal",
// whose floor is what a perfect generator scores in as large a sample; what the first lacks of the second, "gap", whose
// floor is the excess that sampling adds; and the standard error of D*, "optimal_noise".
func (b *builder) optimal(v view) run.Probe {
	var last *best
	return run.Probe{
		Name: v.optimal, Extra: true, Unit: "probability", Shape: v.fieldShape(), Doc: "D*(x) = p/(p+q), the best discriminator against this generator.",
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			if last == nil || a.Fresh || a.Step < last.step {
				x, ok := b.data.compare(v, a)
				if !ok {
					return wire.Array{}, nil, nil
				}
				last = &x
			}
			return wire.Floats(v.optimal, last.field, v.fieldShape()...), last.measures, nil
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
func (d *dataset) compare(v view, a run.Ask) (best, bool) {
	if _, ok := d.source.(data.Massed); !ok {
		return best{}, false
	}
	if d.judge.optimal == nil {
		o, ok := metric.NewOptimal(d.judge.Target(), v.side)
		if !ok {
			return best{}, false
		}
		d.judge.optimal = o
	}
	generated, _, err := sample(a.Slots, v.optimalPoints, d.size())
	if err != nil {
		return best{}, false
	}
	x, err := d.judge.optimal.Against(generated)
	if err != nil {
		return best{}, false
	}
	value, err := d.value(v, a.Slots, generated[:d.size()*v.valuePoints])
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
func (d *dataset) value(v view, s *run.Slots, generated []float32) (float64, error) {
	real, err := d.judged(v, s, d.judge.Reference()[:d.size()*v.valuePoints])
	if err != nil {
		return 0, err
	}
	fake, err := d.judged(v, s, generated)
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
func (d *dataset) judged(v view, s *run.Slots, points []float32) (out []float32, err error) {
	each := d.size() * v.cells()
	grid := s.Read("probe.grid")
	defer s.Write("probe.grid", grid)
	for ; len(points) >= each; points = points[each:] {
		s.Write("probe.grid", d.inTraining(points[:each]))
		if err := s.Call("probe."+v.samples, "probe."+v.field); err != nil {
			return nil, err
		}
		out = append(out, s.Read("probe."+v.field)...)
	}
	return out, nil
}
