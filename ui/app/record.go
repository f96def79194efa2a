package app

import (
	"slices"

	"ganvas/core/script"
	"ganvas/core/wire"
)

// Record is what is known of the run that the page shows, up to the furthest step that it has been at: to go back forgets nothing, to do something
// else there forgets what came after.
type Record struct {
	Way   int    // changes with each way that the run takes: what was kept of another is of no use from step Since on
	Since uint64 // the step from which this way is another than the one before
	Last  uint64 // the furthest step
	Trace wire.Trace
	Marks []Mark // in the order of their steps
	// Readings are what was measured on the way, in the order of their steps.
	Readings []Reading

	script script.Script // of the way to Last
}

// Mark is something that was measured at a step, or a fault that stopped the run there.
type Mark struct {
	Step  uint64
	Modes int    // how many modes the samples cover
	Fault string // or empty
}

// anew is the record of a run that has been nowhere.
func (r Record) anew() Record { return Record{Way: r.Way + 1} }

// with takes what a Snapshot shows.
func (r Record) with(s *wire.Snapshot) Record {
	way, err := script.Parse(s.Script)
	if err != nil {
		return r
	}
	if way.Spec != r.script.Spec {
		r = r.anew()
	}
	here := min(s.Step, r.Last)
	if part := parting(r.script, way); part < r.Last && r.script.Until(here).Text() != way.Until(here).Text() {
		r = r.cut(part)
	}
	if s.Step >= r.Last {
		r.Last, r.Trace, r.script = s.Step, s.Trace, way
	}
	return r.read(s).marked(s)
}

// cut forgets what is after a step.
func (r Record) cut(step uint64) Record {
	r.Way, r.Since, r.Last = r.Way+1, step, step
	n := 0
	for n < len(r.Marks) && r.Marks[n].Step <= r.Last {
		n++
	}
	r.Marks = slices.Clip(r.Marks[:n])
	r.Readings = slices.Clip(r.Readings[:r.reading(r.Last+1)])
	return r
}

// parting is the last step up to which two scripts of a Spec do the same.
func parting(a, b script.Script) uint64 {
	for i := 0; ; i++ {
		switch {
		case i == len(a.Turns) && i == len(b.Turns):
			return ^uint64(0)
		case i == len(a.Turns):
			return b.Turns[i].Step
		case i == len(b.Turns):
			return a.Turns[i].Step
		}
		x, y := a.Turns[i], b.Turns[i]
		if x.String() == y.String() {
			continue
		}
		if x.Stretch() && x.Step == y.Step && x.Who == y.Who {
			return min(x.End(), y.End())
		}
		return min(x.Step, y.Step)
	}
}

// marked keeps the number of modes where it has changed, and a fault.
func (r Record) marked(s *wire.Snapshot) Record {
	if s.Fault != "" {
		return r.mark(Mark{Step: s.Step, Fault: s.Fault})
	}
	for _, m := range s.Measures {
		if m.Key == "modes" {
			return r.mark(Mark{Step: m.Step, Modes: int(m.Value)})
		}
	}
	return r
}

// mark puts a mark in its place, where it says something new: the modes are others than before it.
func (r Record) mark(m Mark) Record {
	i, there := slices.BinarySearchFunc(r.Marks, m.Step, func(x Mark, step uint64) int {
		switch {
		case x.Step < step:
			return -1
		case x.Step > step:
			return 1
		}
		return 0
	})
	known := i > 0 && r.Marks[i-1].Fault == m.Fault && r.Marks[i-1].Modes == m.Modes
	if there && r.Marks[i].Fault == m.Fault || known || m.Step > r.Last {
		return r
	}
	r.Marks = slices.Insert(slices.Clone(r.Marks), i, m)
	return r
}

// Trace is the history of the run as far as it is known: to the furthest step, where the page shows an earlier one.
func (m Model) Trace() wire.Trace {
	if m.Snapshot == nil || m.Record.Last > m.Snapshot.Step {
		return m.Record.Trace
	}
	return m.Snapshot.Trace
}

// Turns are the turns of knobs on the way to the furthest step.
func (r Record) Turns() []script.Turn { return r.script.Turns }
