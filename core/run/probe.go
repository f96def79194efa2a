package run

import (
	"slices"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Probes are all that can be looked at in the run.
func (r *Run) Probes() []Probe { return r.model.Probes }

// Snapshot is what these probes show now; names that the run has no probes of are passed over, and nil is all that are not Extra. With constants
// it also has what never changes. Fresh is whether what measures as it shows does so anew. It does not change the run.
func (r *Run) Snapshot(probes []string, constants, fresh bool) *wire.Snapshot {
	s := &wire.Snapshot{
		Step:    r.step,
		Script:  r.Script().String(),
		Trace:   r.history.trace(r.step, r.model.columns()),
		Pending: r.survey.pending,
		Fault:   r.fault,
	}
	if constants {
		for _, a := range r.model.Scene {
			a.Constant = true
			s.Arrays = append(s.Arrays, a)
		}
		s.Arrays = append(s.Arrays, r.offers())
	}
	measures, finite, err := r.show(s, probes, fresh)
	switch {
	case err != nil:
		s.Fault = err.Error()
	case !finite && s.Fault == "":
		s.Fault = r.unshowable()
	}
	s.Measures = slices.Concat(r.measures, r.survey.done, measures)
	return s
}

// offers is the names of all probes.
func (r *Run) offers() wire.Array {
	names := make([]string, len(r.model.Probes))
	for i, p := range r.model.Probes {
		names[i] = p.Name
	}
	text := []byte(strings.Join(names, "\n"))
	a := wire.Bytes(probe.Offers, text, len(text))
	a.Constant = true
	return a
}

// show adds probes to a snapshot, returns the measures that come with them, and says whether what it reads is finite.
func (r *Run) show(s *wire.Snapshot, names []string, fresh bool) (measures []wire.Measure, finite bool, err error) {
	list, err := r.probes(names)
	if err != nil {
		return nil, false, err
	}
	finite = true
	done := map[string]bool{}
	for _, p := range list {
		for _, name := range p.Procedures {
			if done[name] {
				continue
			}
			done[name] = true
			if err := r.slots.Call(name); err != nil {
				return nil, false, err
			}
		}
	}
	for _, p := range list {
		if p.Compute == nil {
			values := r.slots.Read(p.Slot)
			finite = finite && broken(values) < 0
			s.Arrays = append(s.Arrays, wire.Floats(p.Name, values, p.Shape...))
			continue
		}
		a, ms, err := p.Compute(Ask{Slots: r.slots, Step: r.step, Fresh: fresh})
		if err != nil {
			return nil, false, err
		}
		measures = append(measures, ms...)
		if a.Name != "" {
			s.Arrays = append(s.Arrays, a)
		}
	}
	if r.history.path > 0 && (names == nil || slices.Contains(names, probe.Trajectory)) {
		s.Arrays = append(s.Arrays, r.history.trajectory(r.path, r.step))
	}
	return measures, finite, nil
}

// probes finds those of these names, in the model's order. What is not compiled yet is.
func (r *Run) probes(names []string) ([]Probe, error) {
	var out []Probe
	var extra []string
	for _, p := range r.model.Probes {
		if slices.Contains(names, p.Name) || names == nil && !p.Extra {
			out = append(out, p)
			if p.Extra && p.Compute == nil && !slices.Contains(r.extras, p.Name) {
				extra = append(extra, p.Name)
			}
		}
	}
	if len(extra) == 0 {
		return out, nil
	}
	if err := r.extend(extra...); err != nil {
		return nil, err
	}
	return r.probes(names) // of the new model
}
