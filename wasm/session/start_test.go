package session

import (
	"errors"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/wire"

	"pgregory.net/rapid"
)

// listener is a session that remembers what was opened, as wasm/worker would open it.
func listener() (*Session, *[]string) {
	c, opened := new(clock), new([]string)
	return &Session{
		Open: func(text string, _ []byte) (Run, error) {
			*opened = append(*opened, text)
			if _, err := experiment.Parse(text); err != nil {
				return nil, err
			}
			return &trained{clock: c, perStep: 1, only: map[string]int{}}, nil
		},
		Now: func() float64 { return c.ms },
	}, opened
}

// What a page's address asks for runs before the page is there, and trains where nothing is to come first.
func TestStartReadsTheAddress(t *testing.T) {
	for _, c := range []struct {
		address, still, opens string
		rate                  float64 // 0 is as fast as it goes, -1 is none
	}{
		{"", "", "", wire.DefaultRate},
		{"?data=moons&seed=3&fbclid=x", "", "data=moons&seed=3", wire.DefaultRate},
		{"?data=moons&seed=%", "", "data=moons", wire.DefaultRate},
		{"#!data=moons&view.speed=60", "", "data=moons", 60},
		{"?view.speed=max", "", "", 0},
		{"?view.speed=warp", "", "", wire.DefaultRate},
		{"?view.play=0", "", "", -1},
		{"?view.at=812", "", "", -1},
		{"?seed=3", "1", "seed=3", -1},
		{"?seed=3#lesson=what-is-a-gan", "", "seed=3", -1},
		{"?data=csv&seed=3", "", "seed=3", wire.DefaultRate},
	} {
		s, opened := listener()
		do(t, s, wire.NewCommand("start", query.Pair{Key: "address", Value: c.address}, query.Pair{Key: "still", Value: c.still}).String())
		if len(*opened) != 1 || (*opened)[0] != c.opens {
			t.Errorf("%q opens %q, want %q", c.address, *opened, c.opens)
		}
		if l := s.lane(0); l.playing != (c.rate >= 0) || l.playing && l.pace.rate != c.rate {
			t.Errorf("%q: playing is %v at %v, want %v", c.address, l.playing, l.pace.rate, c.rate)
		}
	}
}

// No sequence of commands leaves a page without an experiment: one runs, or it is said why the one that was asked for cannot.
func TestThereIsAlwaysAnExperiment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := listener()
		s.Open = refusing(s.Open)
		for range rapid.IntRange(0, 12).Draw(t, "commands") {
			verb := rapid.SampledFrom(append(wire.Verbs, "nonsense", "")).Draw(t, "verb")
			text := rapid.SampledFrom([]string{"", "data=moons", "seed=%", "%zz", "seed=1&seed=2", "nonsense=1", "seed=13", "address=%3Fseed%3D%25", "rate=max", "who=d&n=3"}).Draw(t, "query")
			c, err := wire.ParseCommand(verb + "?" + text)
			if err != nil {
				continue // the worker tells of it and goes on
			}
			if _, err := s.Do(c, nil); err != nil && strings.Contains(err.Error(), "no experiment") {
				t.Fatalf("%s: %v", c, err)
			}
			if _, _, err := s.Work(); err != nil {
				t.Fatal(err)
			}
		}
		shot, err := s.Do(wire.Command{Verb: "pull"}, nil)
		if err != nil || shot == nil || s.lane(0).run == nil && shot.Fault == "" {
			t.Fatalf("at the end there is neither a run nor a reason: %v, %v", shot, err)
		}
	})
}

// refusing opens all but one Spec.
func refusing(open func(string, []byte) (Run, error)) func(string, []byte) (Run, error) {
	return func(text string, points []byte) (Run, error) {
		if text == "seed=13" {
			return nil, errors.New("there is no memory for it")
		}
		return open(text, points)
	}
}
