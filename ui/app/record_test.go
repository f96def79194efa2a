package app

import (
	"testing"

	"ganvas/core/wire"
)

// at is a Snapshot at a step of a way, with a number of modes.
func at(step uint64, way string, modes float64) *wire.Snapshot {
	return &wire.Snapshot{Step: step, Script: way, Trace: wire.Trace{Stride: int(step)}, Measures: []wire.Measure{{Key: "modes", Step: step, Value: modes}}}
}

// Going back forgets nothing; doing something else there forgets what came after.
func TestRecordKeepsWhatWasSeen(t *testing.T) {
	const way = "seed=3"
	r := Record{}.with(at(0, way, 1)).with(at(300, way, 4)).with(at(600, way, 4)).with(at(900, way, 8))
	first := r.Way
	if len(r.Marks) != 3 || r.Marks[2] != (Mark{Step: 900, Modes: 8}) {
		t.Errorf("its marks are %v", r.Marks)
	}
	back := r.with(at(300, way, 4)).with(at(450, way, 5))
	if back.Last != 900 || back.Trace.Stride != 900 || back.Way != first || len(back.Marks) != 4 {
		t.Errorf("back at 450 it is %+v", back)
	}
	for _, c := range []struct {
		name        string
		from        Record
		s           *wire.Snapshot
		since, last uint64
		marks       int
	}{
		{"a knob at an earlier step", r, at(320, way+"&turns=300:g.lr:0.1", 4), 300, 320, 2},
		{"a knob at the furthest", r, at(1000, way+"&turns=900:g.lr:0.1", 8), 0, 1000, 3},
		{"one player alone", r, at(301, way+"&turns=300:d*1", 4), 300, 301, 2},
		{"and longer", Record{}.with(at(310, way+"&turns=300:d*10", 4)), at(311, way+"&turns=300:d*11", 4), 0, 311, 1},
		{"another seed", r, at(900, "seed=4", 8), 0, 900, 1},
	} {
		got := c.from.with(c.s)
		if got.Since != c.since || got.Last != c.last || len(got.Marks) != c.marks {
			t.Errorf("%s: %+v", c.name, got)
		}
		if cut := c.since > 0 || c.name == "another seed"; cut != (got.Way != c.from.Way) {
			t.Errorf("%s: the way is %d, was %d", c.name, got.Way, c.from.Way)
		}
	}
	turned := Record{}.with(at(900, way+"&turns=300:g.lr:0.1", 8))
	if before := turned.with(at(100, way, 1)); before.Way != turned.Way || before.Last != 900 {
		t.Errorf("before its turn the record is %+v", before)
	}
	if fault := r.with(&wire.Snapshot{Step: 950, Script: way, Fault: "NaN"}); fault.Marks[3].Fault != "NaN" {
		t.Errorf("a fault leaves %v", fault.Marks)
	}
}
