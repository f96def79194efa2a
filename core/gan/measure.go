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
	if !d.judge.Can() {
		return nil, nil
	}
	samples, err := d.samples(s)
	if err != nil {
		return nil, err
	}
	samples.Rest = rest
	return d.judge.Measures(samples), nil
}

// samples is what measures look at now.
func (d *dataset) samples(slots *run.Slots) (*metric.Samples, error) {
	generated, asked, err := sample(slots, d.judge.Wants(), data.Size(d.source))
	if err != nil {
		return nil, err
	}
	s := d.judge.Samples(generated)
	s.Asked = asked
	return s, nil
}
