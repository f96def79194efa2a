package gan

import (
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// MeasurePoints is how many generated points a measure is given at most, and how many of the data.
const MeasurePoints = 10_000

// judge is what measures ask of the data again and again: nil until something is measured.
type judge struct {
	target    *metric.Target
	generated int             // how many points of the generator are measured
	reference []float32       // points of the data that training has not seen
	train     []float32       // and those that it draws from
	optimal   *metric.Optimal // nil until it is asked for
}

// look prepares all measures of the samples of this moment; see run.Model.
func (d *dataset) look(s *run.Slots, rest func()) ([]run.Measure, error) {
	if !d.measurable() {
		return nil, nil
	}
	samples, err := d.samples(s)
	if err != nil {
		return nil, err
	}
	samples.Rest = rest
	var out []run.Measure
	for _, m := range metric.All {
		if d.judge.target.Takes(m, samples) {
			out = append(out, run.Measure{Key: m.Key, Cheap: m.Cost == metric.Cheap, Compute: func() wire.Measure {
				r := d.judge.target.Compute(m, samples)
				return wire.Measure{Value: r.Value, Floor: r.Floor.Mean, Low: r.Floor.Low, High: r.Floor.High}
			}})
		}
	}
	return out, nil
}

// samples is what measures look at now.
func (d *dataset) samples(slots *run.Slots) (*metric.Samples, error) {
	d.aim()
	generated, asked, err := sample(slots, d.judge.generated, d.size())
	if err != nil {
		return nil, err
	}
	s := d.judge.target.Samples(generated, d.judge.reference)
	s.Asked, s.Train = asked, d.judge.train
	return s, nil
}

// aim prepares what measures ask of the data. Of a law there are as many points as they like; of own points those that are held out, and as
// many of the generator as training has.
func (d *dataset) aim() {
	j := &d.judge
	switch {
	case j.target != nil:
	case d.split != nil:
		j.target = metric.NewGiven(d.split.train, d.split.held)
		j.generated, j.reference, j.train = min(d.split.train.Len(), MeasurePoints), d.split.held.Own(), d.split.train.Own()
	default:
		j.target = metric.NewTarget(d.source)
		j.generated, j.reference, j.train = MeasurePoints, make([]float32, d.size()*MeasurePoints), d.rows
		d.source.Sample(random.New(d.seed, "measure"), j.reference)
	}
}

// measurable says whether there is anything to hold samples against: nothing is held out of few own points.
func (d *dataset) measurable() bool { return d.split == nil || d.split.held != nil }
