package train

import (
	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/wire"
)

// measurePoints is how many generated points a measure looks at, and how many of the data.
const measurePoints = 10_000

// Measure computes the cheap measures of sample quality, which later Snapshots show too. It returns none where the machine
// fails. It does not change the run.
func (t *Trainer) Measure() []wire.Measure { return t.measure(metric.Cheap) }

// MeasureAll computes every measure, which may take some seconds.
func (t *Trainer) MeasureAll() []wire.Measure { return t.measure(metric.Heavy) }

func (t *Trainer) measure(most metric.Cost) []wire.Measure {
	generated, asked, err := t.SampleLabelled(measurePoints)
	if err != nil {
		return nil
	}
	t.aim()
	t.measures = nil
	for _, r := range t.target.Measure(t.target.Samples(generated, t.reference), most) {
		t.measures = append(t.measures, wire.Measure{Key: r.Key, Step: t.step, Value: r.Value, Floor: r.Floor})
	}
	if l, ok := t.source.(data.Labelled); ok && asked != nil {
		t.measures = append(t.measures, wire.Measure{
			Key: metric.LabelKey, Step: t.step, Value: metric.LabelAccuracy(l, generated, asked), Floor: t.bestAccuracy(l),
		})
	}
	return t.measures
}

// bestAccuracy is the label accuracy of the data itself, which falls short of 1 where classes overlap.
func (t *Trainer) bestAccuracy(l data.Labelled) float64 {
	points, classes := make([]float32, 2*measurePoints), make([]float32, measurePoints)
	l.SampleLabelled(random.New(t.spec.Seed, "measure"), points, classes)
	return metric.LabelAccuracy(l, points, classes)
}

// aim prepares what measures ask of the data.
func (t *Trainer) aim() {
	if t.target == nil {
		t.target = metric.NewTarget(t.source)
		t.reference = make([]float32, 2*measurePoints)
		t.source.Sample(random.New(t.spec.Seed, "measure"), t.reference)
	}
}
