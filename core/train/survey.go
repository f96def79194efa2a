package train

import (
	"ganvas/core/metric"
	"ganvas/core/wire"
)

// survey computes the measures that take long of one set of samples, piece by piece: training may go on meanwhile.
type survey struct {
	step    uint32
	pending int
	done    []wire.Measure
	work    *piecework // nil where nothing is pending
}

// Survey begins to measure, of the samples of this step, what Measure leaves out because it takes long. One that is under way ends.
// It does not change the run. The error is the machine's.
func (t *Trainer) Survey() error {
	samples, err := t.samples()
	if err != nil {
		return err
	}
	var list []metric.Measure
	for _, m := range metric.All {
		if m.Cost == metric.Heavy && t.target.Takes(m, samples) {
			list = append(list, m)
		}
	}
	t.survey.end()
	t.survey = survey{step: t.step, pending: len(list), work: newPiecework(t.target, samples, list)}
	return nil
}

// Pending is how many measures of the survey are still to be computed.
func (t *Trainer) Pending() int { return t.survey.pending }

// Proceed does a piece of the survey, of a millisecond or little more, or nothing where all is done. Later Snapshots show the measures
// that are complete.
func (t *Trainer) Proceed() {
	s := &t.survey
	if s.pending == 0 {
		return
	}
	r := s.work.piece()
	if r == nil {
		return
	}
	s.done = append(s.done, wire.Measure{Key: r.Key, Step: s.step, Value: r.Value, Floor: r.Floor})
	if s.pending--; s.pending == 0 {
		s.end()
	}
}

// StopSurvey gives up the measures that are still to be computed. Those that are complete stay.
func (t *Trainer) StopSurvey() { t.survey.end() }

// end gives up what is left, and its memory.
func (s *survey) end() {
	if s.work != nil {
		close(s.work.turns)
	}
	s.pending, s.work = 0, nil
}
