package gan

import (
	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/run"
)

// MeasurePoints is how many generated points a measure is given, and how many of the data.
const MeasurePoints = 10_000

// judge is what measures ask of the data again and again: nil until something is measured.
type judge struct {
	target    *metric.Target
	reference []float32       // fresh points of the data
	optimal   *metric.Optimal // nil until it is asked for
}

// look prepares all measures of the samples of this moment; see run.Model.
func (d *dataset) look(s *run.Slots, rest func()) ([]run.Measure, error) {
	samples, err := d.samples(s)
	if err != nil {
		return nil, err
	}
	samples.Rest = rest
	var out []run.Measure
	for _, m := range metric.All {
		if d.judge.target.Takes(m, samples) {
			out = append(out, run.Measure{Key: m.Key, Cheap: m.Cost == metric.Cheap, Compute: func() (value, floor float64) {
				r := d.judge.target.Compute(m, samples)
				return r.Value, r.Floor
			}})
		}
	}
	return out, nil
}

// samples is what measures look at now. The reader's own points, which are drawn again to compare with, are the only ones there are:
// none is left that training has not seen, so that nothing can be said of learning by heart.
func (d *dataset) samples(slots *run.Slots) (*metric.Samples, error) {
	generated, asked, err := sample(slots, MeasurePoints, data.Size(d.source))
	if err != nil {
		return nil, err
	}
	d.aim()
	s := d.judge.target.Samples(generated, d.judge.reference)
	s.Asked = asked
	if !d.own {
		s.Train = d.rows
	}
	return s, nil
}

// aim prepares what measures ask of the data.
func (d *dataset) aim() {
	if d.judge.target == nil {
		d.judge.target = metric.NewTarget(d.source)
		d.judge.reference = make([]float32, 2*MeasurePoints)
		d.source.Sample(random.New(d.seed, "measure"), d.judge.reference)
	}
}
