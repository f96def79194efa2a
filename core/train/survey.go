package train

import (
	"ganvas/core/metric"
	"ganvas/core/wire"
)

// survey computes the measures that take long, one by one, of one set of samples: training may go on meanwhile.
type survey struct {
	samples *metric.Samples
	step    uint32
	left    []metric.Measure
	done    []wire.Measure
}

// Survey begins to measure, of the samples of this step, what Measure leaves out because it takes long. One that is under way ends.
// It does not change the run. The error is the machine's.
func (t *Trainer) Survey() error {
	samples, err := t.samples()
	if err != nil {
		return err
	}
	t.survey = survey{samples: samples, step: t.step}
	for _, m := range metric.All {
		if m.Cost == metric.Heavy && t.target.Takes(m, samples) {
			t.survey.left = append(t.survey.left, m)
		}
	}
	return nil
}

// Pending is how many measures of the survey are still to be computed.
func (t *Trainer) Pending() int { return len(t.survey.left) }

// Proceed computes the next of them, which later Snapshots show, or does nothing where there is none.
func (t *Trainer) Proceed() {
	s := &t.survey
	if len(s.left) == 0 {
		return
	}
	r := t.target.Compute(s.left[0], s.samples)
	s.done = append(s.done, wire.Measure{Key: r.Key, Step: s.step, Value: r.Value, Floor: r.Floor})
	if s.left = s.left[1:]; len(s.left) == 0 {
		s.samples = nil
	}
}
