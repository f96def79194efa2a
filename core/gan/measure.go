package gan

import (
	"ganvas/core/data"
	"ganvas/core/family"
	"ganvas/core/metric"
	"ganvas/core/run"
)

// MeasurePoints is how many generated points a measure is given, and how many of the data.
const MeasurePoints = family.MeasurePoints

// judge is what measures ask of the data again and again: nil until something is measured.
type judge struct {
	family.Judge
	optimal *metric.Optimal // nil until it is asked for
}

// look prepares all measures of the samples of this moment; see run.Model.
func (d *dataset) look(s *run.Slots, rest func()) ([]run.Measure, error) {
	samples, err := d.samples(s)
	if err != nil {
		return nil, err
	}
	samples.Rest = rest
	return d.judge.Measures(samples), nil
}

// samples is what measures look at now. The reader's own points, which are drawn again to compare with, are the only ones there are:
// none is left that training has not seen, so that nothing can be said of learning by heart.
func (d *dataset) samples(slots *run.Slots) (*metric.Samples, error) {
	generated, asked, err := sample(slots, MeasurePoints, data.Size(d.source))
	if err != nil {
		return nil, err
	}
	s := d.judge.Samples(generated)
	s.Asked = asked
	if !d.own {
		s.Train = d.rows
	}
	return s, nil
}
