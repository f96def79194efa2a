package family

import (
	"ganvas/core/data"
	"ganvas/core/metric"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// MeasurePoints is how many generated points a measure is given at most, and how many of the data.
const MeasurePoints = 10_000

// Judge measures samples against a source. What it asks of the data again and again it keeps, from the first time that something is measured.
//
// Of a law there are as many points as it likes. Of own points, where Split says how they were dealt out, there are those that are held out, to
// which it holds as many of a model as training has.
type Judge struct {
	Source data.Source
	Seed   uint32
	Split  *Split
	Rows   []float32 // what training draws from a law

	target    *metric.Target
	reference []float32 // points of the data that training has not seen
}

// aim prepares what measures ask of the data.
func (j *Judge) aim() {
	switch {
	case j.target != nil:
	case j.Split != nil && j.Split.Held != nil:
		j.target, j.reference = metric.NewGiven(j.Split.Train, j.Split.Held), j.Split.Held.Own()
	default:
		j.target = metric.NewTarget(j.Source)
		j.reference = make([]float32, data.Size(j.Source)*MeasurePoints)
		j.Source.Sample(random.New(j.Seed, "measure"), j.reference)
	}
}

// Can says whether there is anything to hold samples against: of few own points none are held out.
func (j *Judge) Can() bool { return j.Split == nil || j.Split.Held != nil }

// Wants is how many points of a model it takes.
func (j *Judge) Wants() int {
	if j.Split != nil {
		return min(j.Split.Train.Len(), MeasurePoints)
	}
	return MeasurePoints
}

// Target is the source, prepared for measuring.
func (j *Judge) Target() *metric.Target {
	j.aim()
	return j.target
}

// Reference is points of the data that training has not seen, in its units: of a law MeasurePoints fresh ones. They must not be changed.
func (j *Judge) Reference() []float32 {
	j.aim()
	return j.reference
}

// Samples is generated points beside others of the data.
func (j *Judge) Samples(generated []float32) *metric.Samples {
	s := j.Target().Samples(generated, j.Reference())
	if s.Train = j.Rows; j.Split != nil {
		s.Train = j.Split.Train.Own()
	}
	return s
}

// Measures are all measures that apply to samples.
func (j *Judge) Measures(s *metric.Samples) (out []run.Measure) {
	for _, m := range metric.All {
		if j.Target().Takes(m, s) {
			out = append(out, run.Measure{Key: m.Key, Cheap: m.Cost == metric.Cheap, Compute: func() wire.Measure {
				r := j.target.Compute(m, s)
				return wire.Measure{Value: r.Value, Floor: r.Floor.Mean, Low: r.Floor.Low, High: r.Floor.High}
			}})
		}
	}
	return out
}
