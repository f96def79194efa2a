package session

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/experiment"
	"ganvas/core/experiment/experimenttest"
	"ganvas/core/gan"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// idle is a machine that computes nothing, and lets a clock say how long that would take.
type idle struct {
	*clock
	program *plan.Program
}

func (m *idle) Write(int, []float32)      {}
func (m *idle) Read(_ int, dst []float32) { clear(dst) }
func (m *idle) Close() error              { return nil }
func (m *idle) Run(entry, times int) error {
	m.ms += 1000 * float64(times) * float64(m.program.Work(entry)) / experiment.Speed
	return nil
}

// A pause is heard within a tenth of a second in any experiment, the largest among them, while it trains, measures and shows; and a step
// comes to its end, and a pull to its answer.
func TestAnyRunHearsAPause(t *testing.T) {
	n := 12
	if os.Getenv("GANVAS_SLOW") != "" {
		n = 200
	}
	pieces := 0
	for i := range n {
		spec := experimenttest.Large.Example(i)
		c := new(clock)
		s := &Session{Now: func() float64 { return c.ms }, Open: func(script string, _ []byte) (Run, error) {
			return gan.Open(script, run.Options{Machine: func(p *plan.Program) (plan.Machine, error) { return &idle{c, p}, nil }})
		}}
		do(t, s, "open?"+spec.String())
		l := s.lane(0)
		if l.run == nil {
			t.Fatal(l.failure)
		}
		if l.run.InPieces() {
			pieces++
		}
		if bytes := float64(l.run.Bytes()); bytes > spec.Cost().Bytes {
			t.Errorf("%q takes %.1f MB, and %.1f were said", spec, bytes/1e6, spec.Cost().Bytes/1e6)
		}
		do(t, s, "play?rate=max")
		answered := 0
		for works := 0; answered < 3 || l.run.Step() < 2; works++ {
			before := c.ms
			if works%50 == 0 {
				if shot := do(t, s, "pull?probes=samples,field,descent,manifold"); shot != nil {
					answered++
				}
			}
			if _, again, err := s.Work(); err != nil || !again {
				t.Fatalf("%q stands at step %d: again %t, %v", spec, l.run.Step(), again, err)
			}
			if took := c.ms - before; took > 100 {
				t.Errorf("%q is deaf for %.0f ms", spec, took)
				break
			}
			answered += len(s.Answers())
		}
		do(t, s, "pause?")
		for before := c.ms; c.ms == before; {
			if _, again, _ := s.Work(); !again {
				break
			} else if l.playing || l.task != nil && l.job == nil {
				t.Fatalf("%q trains on after a pause", spec)
			}
		}
		l.close()
	}
	if pieces == 0 {
		t.Error("none is done in pieces")
	}
}

// Whatever is asked of a run that works in pieces, and whenever, each pull is answered once, by what a run shows that went to its step in one piece.
func TestPicturesOfPieces(t *testing.T) {
	const spec = "g=3&d=3&batch=4&rows=16&z=2"
	commands := []string{"pause?", "play?rate=max", "play?rate=20", "step?n=2&who=d", "step?n=1", "at?step=0", "at?step=2", "set?r1=0.5", "set?r1=0", "set?g.lr=0.001", "reset?", "measure?", "measure?stop=1", "open?" + spec, "open?g=banana"}
	rapid.Check(t, func(rt *rapid.T) {
		c := new(clock)
		s := &Session{Now: func() float64 { return c.ms }, Open: func(script string, _ []byte) (Run, error) {
			r, err := gan.Open(script, run.Options{Piece: 1000, Machine: func(p *plan.Program) (plan.Machine, error) {
				m, err := kernel.New(p)
				return ticking{m, c}, err
			}})
			if err != nil {
				return nil, err
			}
			return r, nil
		}}
		say := func(text string) *wire.Snapshot {
			command, err := wire.ParseCommand(text)
			if err != nil {
				rt.Fatal(err)
			}
			shot, err := s.Do(command, nil)
			if err != nil && !strings.Contains(err.Error(), "still to be trained") {
				rt.Fatalf("%s: %v", text, err)
			}
			return shot
		}
		say("open?" + spec)
		say("play?rate=max")
		asked, answered := 0, 0
		take := func(shots ...*wire.Snapshot) {
			for _, shot := range shots {
				answered++
				if answered%3 == 1 {
					compare(rt, shot)
				}
			}
		}
		for range rapid.IntRange(5, 25).Draw(rt, "messages") {
			if rapid.Bool().Draw(rt, "pull") {
				asked++
				if shot := say("pull?probes=" + rapid.SampledFrom([]string{"samples", "samples,field", ""}).Draw(rt, "probes")); shot != nil {
					take(shot)
				}
			} else {
				say(rapid.SampledFrom(commands).Draw(rt, "command"))
			}
			for range rapid.IntRange(0, 40).Draw(rt, "works") {
				if _, _, err := s.Work(); err != nil {
					rt.Fatal(err)
				}
				take(s.Answers()...)
			}
		}
		for works := 0; works < 5000 && answered < asked; works++ {
			_, _, _ = s.Work()
			take(s.Answers()...)
		}
		if asked != answered {
			rt.Fatalf("%d pulls have %d answers", asked, answered)
		}
	})
}

// ticking is a machine of which each run takes some milliseconds.
type ticking struct {
	plan.Machine
	*clock
}

func (m ticking) Run(entry, times int) error {
	m.ms += 4
	return m.Machine.Run(entry, times)
}

// compare holds a snapshot to a run that has not been disturbed.
func compare(t *rapid.T, shot *wire.Snapshot) {
	if shot.Fault != "" {
		return
	}
	r, err := gan.Open(shot.Script, run.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.At(shot.Step); err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, a := range shot.Arrays {
		names = append(names, a.Name)
	}
	want := r.Snapshot(names, false, false)
	for _, a := range want.Arrays {
		for i, x := range want.Floats(a.Name) {
			if got := shot.Floats(a.Name)[i]; got != x {
				t.Fatalf("%s at step %s of %q: number %d is %g, want %g", a.Name, strconv.FormatUint(shot.Step, 10), shot.Script, i, got, x)
			}
		}
	}
}
