package control

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/wire"
	"ganvas/ui/app"
)

// played is a page that has seen a run through these snapshots.
func played(all ...*wire.Snapshot) app.Model {
	m := app.New(app.Start{})
	m, _ = app.Update(m, app.WorkerReady{Machine: "go"})
	for i, s := range all {
		m, _ = app.Update(m, app.SnapshotCame{Snapshot: s, Seconds: float64(i)})
	}
	return m
}

func covers(step uint64, modes float64) *wire.Snapshot {
	return &wire.Snapshot{Step: step, Script: "turns=300:d.lr:0.02/g.lr:0.1,500:d*20", Measures: []wire.Measure{{Key: "modes", Step: step, Value: modes}}}
}

// What has happened is said in the order in which it has, in words.
func TestEvents(t *testing.T) {
	m := played(covers(0, 0), covers(100, 5), covers(700, 8), covers(900, 8), covers(1000, 6), &wire.Snapshot{Step: 1100, Script: covers(0, 0).Script, Fault: "D’s loss is NaN"})
	var said []string
	for _, e := range Events(m.Record) {
		said = append(said, e.Text)
	}
	want := "5 modes | D’s learning rate 0.02 +1 | D alone, 20 steps | 8 modes | 2 modes lost | stopped"
	if got := strings.Join(said, " | "); got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// Labels lie within the axis and not on one another, and nothing is left out for what matters less.
func TestLabelsHaveRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.Float64Range(100, 1500).Draw(t, "width")
		var all []Event
		at := uint64(0)
		for range rapid.IntRange(0, 30).Draw(t, "events") {
			at += rapid.Uint64Range(1, 100).Draw(t, "pause")
			all = append(all, Event{Step: at, Text: rapid.StringN(1, 20, -1).Draw(t, "text"), Weight: rapid.IntRange(0, 3).Draw(t, "weight")})
		}
		place := func(step uint64) float64 { return width * float64(step) / float64(max(1, at)) }
		span := func(l Label) (from, to float64) {
			long := 7 * float64(len([]rune(l.Text)))
			if l.End {
				return l.At - long, l.At
			}
			return l.At, l.At + long
		}
		shown := Labels(all, place, width, 7)
		for i, l := range shown {
			from, to := span(l)
			if from < 0 || to > width+1e-6 {
				t.Errorf("%q runs from %v to %v of %v", l.Text, from, to, width)
			}
			if i > 0 {
				if _, end := span(shown[i-1]); end > from+1e-6 {
					t.Errorf("%q lies on %q", l.Text, shown[i-1].Text)
				}
			}
		}
		if len(all) > 0 && len(shown) == 0 && width > 200 {
			t.Error("nothing is shown where there is room")
		}
	})
}
