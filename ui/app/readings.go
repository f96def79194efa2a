package app

import (
	"slices"

	"ganvas/core/wire"
)

// Reading is what was measured at a step.
type Reading struct {
	Step     uint64
	Measures []wire.Measure
}

// mostReadings is the most that a Record keeps: more than a chart has pixels for.
const mostReadings = 500

// read keeps what a Snapshot brings of measures, in the order of steps: of a step that is known already what is new of it. Where there are too many,
// every other one of the first half goes.
func (r Record) read(s *wire.Snapshot) Record {
	if len(s.Measures) == 0 || s.Measures[0].Step > r.Last {
		return r
	}
	now := Reading{s.Measures[0].Step, s.Measures}
	i := r.reading(now.Step)
	if i < len(r.Readings) && r.Readings[i].Step == now.Step {
		known := r.Readings[i].Measures
		if all := joined(known, now.Measures); len(all) > len(known) {
			r.Readings = slices.Clone(r.Readings)
			r.Readings[i].Measures = all
		}
		return r
	}
	r.Readings = slices.Insert(slices.Clone(r.Readings), i, now)
	if len(r.Readings) > mostReadings {
		var kept []Reading
		for k, x := range r.Readings {
			if k > mostReadings/2 || k%2 == 0 {
				kept = append(kept, x)
			}
		}
		r.Readings = kept
	}
	return r
}

// joined is the measures that are known of a step, and those that are not among them yet.
func joined(known, now []wire.Measure) []wire.Measure {
	known = slices.Clip(known)
	for _, x := range now {
		if !slices.ContainsFunc(known, func(k wire.Measure) bool { return k.Key == x.Key }) {
			known = append(known, x)
		}
	}
	return known
}

// reading is where a reading at a step is, or would be.
func (r Record) reading(step uint64) int {
	i, _ := slices.BinarySearchFunc(r.Readings, step, func(x Reading, step uint64) int {
		switch {
		case x.Step < step:
			return -1
		case x.Step > step:
			return 1
		}
		return 0
	})
	return i
}
