package app

import (
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// walled is a snapshot of a run whose images have a shape.
func walled(step uint64, shape ...int) *wire.Snapshot {
	down, across := 2, 3
	a := wire.Bytes(probe.RealImages, make([]uint8, down*across*shape[0]*shape[1]*shape[2]), append([]int{down, across}, shape...)...)
	a.Constant = true
	return &wire.Snapshot{Step: step, Arrays: []wire.Array{a}}
}

// The judge's weights are fetched once, when images come that it can read, and handed on; who shows no such images fetches nothing.
func TestJudgeIsFetchedForImagesThatItReads(t *testing.T) {
	for _, c := range []struct {
		name  string
		first *wire.Snapshot
		fetch bool
		says  string
	}{
		{"points", &wire.Snapshot{}, false, ""},
		{"digits", walled(0, 28, 28, 1), true, "on its way"},
		{"small digits", walled(0, 8, 8, 1), false, "28 by 28"},
		{"colour", walled(0, 28, 28, 3), false, "28 by 28"},
	} {
		m, _ := Update(New(Start{}), WorkerReady{})
		asked := 0
		for step := range uint64(3) {
			var effects []Effect
			s := *c.first
			s.Step = step
			m, effects = Update(m, SnapshotCame{Snapshot: &s, Seconds: float64(step)})
			for _, e := range effects {
				if _, ok := e.(FetchJudge); ok {
					asked++
				}
			}
		}
		if (asked == 1) != c.fetch || asked > 1 || !strings.Contains(m.Judgement(), c.says) || (c.says == "") != (m.Judgement() == "") {
			t.Errorf("%s: fetched %d times, says %q", c.name, asked, m.Judgement())
		}
		if !c.fetch {
			continue
		}
		if failed, _ := Update(m, JudgeMissing{Reason: "no network"}); !strings.Contains(failed.Judgement(), "no network") {
			t.Errorf("its lack is told as %q", failed.Judgement())
		}
		m, effects := Update(m, JudgeCame{Weights: []byte("weights")})
		if send, ok := effects[0].(Send); !ok || send.Command.Verb != "judge" || string(send.Bytes) != "weights" || m.Judgement() != "" {
			t.Errorf("the weights come, and the first effect is %v; the page says %q", effects[0], m.Judgement())
		}
	}
}
