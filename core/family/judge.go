package family

import (
	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/run"
)

// MeasurePoints is how many generated points a measure is given, and how many of the data.
const MeasurePoints = 10_000

// Judge measures samples against a source. What it asks of the data again and again it keeps, from the first time that something is measured.
type Judge struct {
	Source data.Source
	Seed   uint32

	target    *metric.Target
	reference []float32 // fresh points of the data
}

// aim prepares what measures ask of the data.
func (j *Judge) aim() {
	if j.target == nil {
		j.target = metric.NewTarget(j.Source)
		j.reference = make([]float32, 2*MeasurePoints)
		j.Source.Sample(random.New(j.Seed, "measure"), j.reference)
	}
}

// Target is the source, prepared for measuring.
func (j *Judge) Target() *metric.Target {
	j.aim()
	return j.target
}

// Reference is MeasurePoints fresh points of the data, in its units. They must not be changed.
func (j *Judge) Reference() []float32 {
	j.aim()
	return j.reference
}

// Samples is generated points beside fresh ones of the data.
func (j *Judge) Samples(generated []float32) *metric.Samples {
	return j.Target().Samples(generated, j.Reference())
}

// Measures are all measures that apply to samples.
func (j *Judge) Measures(s *metric.Samples) (out []run.Measure) {
	for _, m := range metric.All {
		if j.Target().Takes(m, s) {
			out = append(out, run.Measure{Key: m.Key, Cheap: m.Cost == metric.Cheap, Compute: func() (value, floor float64) {
				r := j.target.Compute(m, s)
				return r.Value, r.Floor
			}})
		}
	}
	return out
}
