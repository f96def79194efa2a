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

// read keeps what a Snapshot brings of measures, in the order of steps: of a step that is known already the latest, which may have more. Where there
// are too many, every other one of the first half goes.
func (r Record) read(s *wire.Snapshot) Record {
	if len(s.Measures) == 0 || s.Measures[0].Step > r.Last {
		return r
	}
	now := Reading{s.Measures[0].Step, s.Measures}
	i := r.reading(now.Step)
	if i < len(r.Readings) && r.Readings[i].Step == now.Step {
		if len(r.Readings[i].Measures) <= len(now.Measures) {
			r.Readings = slices.Clone(r.Readings)
			r.Readings[i] = now
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
