package train

import (
	"ganvas/core/experiment"
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/wire"
)

// MeasurePoints is how many generated points a measure is given, and how many of the data.
const MeasurePoints = 10_000

// Measure computes the cheap measures of sample quality, which later Snapshots show too. It returns none where the machine
// fails. It does not change the run.
func (t *Trainer) Measure() []wire.Measure { return t.measure(metric.Cheap) }

// MeasureAll computes every measure, which may take some seconds.
func (t *Trainer) MeasureAll() []wire.Measure { return t.measure(metric.Heavy) }

func (t *Trainer) measure(most metric.Cost) []wire.Measure {
	samples, err := t.samples()
	if err != nil {
		return nil
	}
	t.measures = nil
	for _, r := range t.target.Measure(samples, most) {
		t.measures = append(t.measures, wire.Measure{Key: r.Key, Step: t.step, Value: r.Value, Floor: r.Floor})
	}
	return t.measures
}

// samples is what measures look at now. The data's own points, which are drawn again to compare with, are the only ones there are:
// none is left that training has not seen, so that nothing can be said of learning by heart.
func (t *Trainer) samples() (*metric.Samples, error) {
	generated, asked, err := t.SampleLabelled(MeasurePoints)
	if err != nil {
		return nil, err
	}
	t.aim()
	s := t.target.Samples(generated, t.reference)
	s.Asked = asked
	if t.spec.Data != experiment.OwnData {
		s.Train = t.rows
	}
	return s, nil
}

// aim prepares what measures ask of the data.
func (t *Trainer) aim() {
	if t.target == nil {
		t.target = metric.NewTarget(t.source)
		t.reference = make([]float32, 2*MeasurePoints)
		t.source.Sample(random.New(t.spec.Seed, "measure"), t.reference)
	}
}
