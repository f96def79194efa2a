package app

import (
	"strings"
	"testing"

	"ganvas/core/wire"
)

// collapsed is a Snapshot of two modes of eight.
func collapsed(step uint64, modes float64) *wire.Snapshot {
	return &wire.Snapshot{Step: step, Measures: []wire.Measure{{Key: "modes", Step: step, Value: modes, Floor: 8}, {Key: "modes_any", Step: step, Value: modes, Floor: 8}}}
}

// What is wrong twice in a row is said; what would mend it is one press away, and one press takes it back.
func TestDiagnosisIsTriedAndUndone(t *testing.T) {
	p := open(t, "loss=ns")
	came := func(s *wire.Snapshot) {
		p.now += 1
		p.tell(SnapshotCame{Snapshot: s, Seconds: p.now})
	}
	came(collapsed(300, 2))
	if f, ill := p.model.Finding(); ill {
		t.Errorf("after one look it says %q", f.Title)
	}
	came(collapsed(400, 2))
	f, ill := p.model.Finding()
	if !ill || f.Key != "modes" || f.Fact != "The samples cover 2 of 8 modes." {
		t.Fatalf("it says %+v, %v", f, ill)
	}
	was := p.model.Spec
	p.commands()
	p.tell(TryWanted{})
	if got := p.commands(); !strings.Contains(got, "open?loss=ns&unroll=5") {
		t.Errorf("it sends %q", got)
	}
	if _, ill := p.model.Finding(); ill || p.model.Tried() == "" {
		t.Errorf("of the new run it says that it is ill: %v; tried is %q", ill, p.model.Tried())
	}
	p.tell(TryUndone{})
	if p.model.Spec != was || p.model.Tried() != "" {
		t.Errorf("undone it is %s, was %s", p.model.Spec, was)
	}
	came(collapsed(0, 0)) // of the run before
	came(collapsed(500, 2))
	came(collapsed(600, 8))
	came(collapsed(700, 8))
	if f, ill := p.model.Finding(); ill {
		t.Errorf("of a healthy run it says %q", f.Title)
	}
}
