package run

import (
	"runtime"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/query"
)

// pieced is a run of which everything is done in pieces, an instruction at a time.
func pieced(t testing.TB, text string) *Run {
	r := openLine(t, text, Options{Piece: 1})
	if !r.InPieces() {
		t.Fatal("nothing is cut")
	}
	return r
}

// What is done in pieces comes to the same bits, forth and back, with switches, stretches and a fault.
func TestPiecesAreTheSameRun(t *testing.T) {
	for _, spec := range []string{"", "rate=40"} {
		whole, parts := openLine(t, spec, Options{}), pieced(t, spec)
		for _, r := range []*Run{whole, parts} {
			train(t, r, 20)
			set(t, r, "momentum", "0.5")
			train(t, r, 7)
			if err := r.Only("slope", 5); err != nil {
				t.Fatal(err)
			}
			train(t, r, 30)
		}
		for _, step := range []uint64{50, 3, 21, 62} {
			if err := whole.At(step); err != nil {
				t.Fatal(err)
			}
			if err := parts.At(step); err != nil {
				t.Fatal(err)
			}
			if d := differ(whole, parts); d != "" {
				t.Errorf("%q at step %d: whole and in pieces, runs differ in %s", spec, step, d)
			}
		}
	}
}

// ended does a call that ends at its n-th rest, or returns before; it says how often the call rested.
func ended(r *Run, n int, call func()) (rests int) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.OnRest(func() {
			if rests++; rests == n {
				runtime.Goexit()
			}
		})
		call()
	}()
	<-done
	r.OnRest(nil)
	if rests == n {
		r.Abandon()
	}
	return rests
}

// Wherever a call is abandoned, the run is at a step as one that went straight there, and goes on as that does.
func TestAnAbandonedCallLeavesAWholeStep(t *testing.T) {
	calls := map[string]func(r *Run){
		"train": func(r *Run) { _ = r.Run(4) },
		"alone": func(r *Run) { _ = r.Only("slope", 3) },
		"back":  func(r *Run) { _ = r.At(5) },
		"set":   func(r *Run) { _ = r.Set(query.Pair{Key: "rate", Value: "0.01"}) },
		"look":  func(r *Run) { r.Snapshot(everything, true, true) },
	}
	rapid.Check(t, func(rt *rapid.T) {
		r := pieced(t, "")
		defer r.Close()
		train(t, r, 9)
		for range rapid.IntRange(1, 3).Draw(rt, "calls") {
			name := rapid.SampledFrom([]string{"train", "alone", "back", "set", "look"}).Draw(rt, "call")
			ended(r, rapid.IntRange(1, 60).Draw(rt, "rest"), func() { calls[name](r) })
			want := openLine(t, r.Script().String(), Options{})
			if err := want.At(r.Step()); err != nil {
				rt.Fatal(err)
			}
			if d := differ(r, want); d != "" {
				rt.Fatalf("after %s, abandoned at step %d, it differs in %s from a run of %q", name, r.Step(), d, r.Script())
			}
			want.Close()
		}
		before := r.Step()
		train(t, r, 3)
		want := openLine(t, r.Script().String(), Options{})
		defer want.Close()
		train(t, want, int(before)+3)
		if d := differ(r, want); d != "" {
			rt.Fatalf("three steps later it differs in %s", d)
		}
	})
}
