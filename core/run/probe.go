package run

import (
	"slices"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Probes are all that can be looked at in the run.
func (r *Run) Probes() []Probe { return r.model.Probes }

// Look sets what probes that are Aimed look at. It does not change the run.
func (r *Run) Look(aim string) { r.aim = aim }

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

// Along has probes show the run otherwise, as a text of its family says: along other axes. It changes nothing that training reads. A text that
// means nothing to the run is passed over.
func (r *Run) Along(text string) {
	if r.model.Along == nil {
		return
	}
	if scene := r.model.Along(r.slots, text); scene != nil {
		r.model.Scene = scene
	}
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
	ask := Ask{Slots: r.slots, Step: r.step, Fresh: fresh, Aim: r.aim, Next: r.next(), Rehearse: r.rehearse, Train: r.trainApart}
	if r.model.Aim != nil && slices.ContainsFunc(list, func(p Probe) bool { return p.Aimed }) {
		if err := r.model.Aim(ask); err != nil {
			return nil, false, err
		}
	}
	done := map[string]bool{}
	for _, p := range list {
		for _, name := range p.Procedures {
			if done[name] {
				continue
			}
			done[name] = true
			if err := r.call(name); err != nil {
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
		a, ms, err := p.Compute(ask)
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

// OnCall sets what is told when a snapshot begins to run one of the program's procedures, and when it has: a run has no clock.
func (r *Run) OnCall(calling func(procedure string, done bool)) { r.calling = calling }

// call runs a procedure for a snapshot.
func (r *Run) call(procedure string) error {
	if r.calling == nil {
		return r.slots.Call(procedure)
	}
	r.calling(procedure, false)
	err := r.slots.Call(procedure)
	r.calling(procedure, true)
	return err
}

// probes finds those of these names, in the model's order. What is not compiled yet is.
func (r *Run) probes(names []string) ([]Probe, error) {
	var out []Probe
	var extra []string
	for _, p := range r.model.Probes {
		if slices.Contains(names, p.Name) || names == nil && !p.Extra {
			out = append(out, p)
			if key := p.extra(); key != "" && !slices.Contains(r.extras, key) && !slices.Contains(extra, key) {
				extra = append(extra, key)
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

// next are the procedures of the next step, as the script has it; the usual way's where the program cannot train that one yet.
func (r *Run) next() []string {
	who, _ := r.script.Way(r.step, r.exp.Ways()[0])
	way, ok := r.model.way(who)
	if !ok {
		way, _ = r.model.way(r.exp.Ways()[0])
	}
	if way.Every > 1 && r.step%uint64(way.Every) != 0 {
		return way.Between
	}
	return way.Calls
}

// rehearse does something that trains, and takes it back. Where it ends at a rest, Abandon takes it back.
func (r *Run) rehearse(do func() error) error {
	r.before = r.slots.save()
	err := do()
	r.slots.load(r.before, state{})
	r.before = state{}
	return err
}

// trainApart runs one procedure of a step.
func (r *Run) trainApart(procedure string) error { return r.slots.Call(procedure + apart) }
