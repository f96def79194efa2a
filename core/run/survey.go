package run

import (
	"slices"

	"ganvas/core/wire"
)

// survey computes the measures that take long of one set of samples, piece by piece: training may go on meanwhile.
type survey struct {
	step    uint64
	pending int
	done    []wire.Measure
	work    *coroutine // nil where nothing is pending
}

// Measure computes the cheap measures of quality, which later Snapshots show too. It returns none where the machine fails. It does not
// change the run.
func (r *Run) Measure() []wire.Measure { return r.MeasureWith() }

// MeasureWith is Measure with the measures of other keys besides, which may take some seconds.
func (r *Run) MeasureWith(keys ...string) []wire.Measure {
	r.measures = r.compute(func(m Measure) bool { return m.Cheap || slices.Contains(keys, m.Key) })
	return r.measures
}

// MeasureAll computes every measure, which may take some seconds.
func (r *Run) MeasureAll() []wire.Measure {
	r.measures = r.compute(func(Measure) bool { return true })
	return r.measures
}

// take computes the measure.
func (m Measure) take() wire.Measure {
	x := m.Compute()
	x.Key = m.Key
	return x
}

func (r *Run) compute(wanted func(Measure) bool) (out []wire.Measure) {
	for _, m := range r.look(func() {}) {
		if wanted(m) {
			x := m.take()
			x.Step = r.step
			out = append(out, x)
		}
	}
	return out
}

// look is the measures of the samples of this moment; none where the machine fails.
func (r *Run) look(rest func()) []Measure {
	if r.model.Look == nil {
		return nil
	}
	list, err := r.model.Look(r.slots, rest)
	if err != nil {
		return nil
	}
	return list
}

// Survey begins to measure, of the samples of this step, what Measure leaves out because it takes long. One that is under way ends.
// It does not change the run.
func (r *Run) Survey() {
	c := newCoroutine()
	var list []Measure
	for _, m := range r.look(c.rest) {
		if !m.Cheap {
			list = append(list, m)
		}
	}
	r.survey.end()
	r.survey = survey{step: r.step, pending: len(list)}
	if len(list) > 0 {
		r.survey.work = c
		go c.run(list)
	}
}

// Pending is how many measures of the survey are still to be computed.
func (r *Run) Pending() int { return r.survey.pending }

// Proceed does a piece of the survey, of a millisecond or little more, or nothing where all is done. Later Snapshots show the measures
// that are complete.
func (r *Run) Proceed() {
	s := &r.survey
	if s.pending == 0 {
		return
	}
	x := s.work.resume()
	if x == nil {
		return
	}
	x.Step = s.step
	s.done = append(s.done, *x)
	if s.pending--; s.pending == 0 {
		s.end()
	}
}

// StopSurvey gives up the measures that are still to be computed. Those that are complete stay.
func (r *Run) StopSurvey() { r.survey.end() }

// end gives up what is left, and its memory.
func (s *survey) end() {
	if s.work != nil {
		close(s.work.turns)
	}
	s.pending, s.work = 0, nil
}
