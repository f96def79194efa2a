// Package session is the worker's behaviour without the worker: it obeys wire.Commands, trains its runs in short turns and keeps to the
// rates that were asked for. It reaches no browser and no clock, so that all of it is tested headless; wasm/worker gives it both.
package session

import (
	"errors"
	"fmt"
	"slices"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// Run is an experiment under way: a *run.Run.
type Run interface {
	// Run trains n steps the usual way.
	Run(n int) error
	// Only trains n steps one way: "d" or "g" alone.
	Only(who string, n int) error
	// At goes to a step; Last is the furthest that the run has been at.
	At(step uint64) error
	Step() uint64
	Last() uint64
	// Set turns live knobs, all or none.
	Set(knobs ...query.Pair) error
	// Reset goes back to step 0 of the experiment as it is.
	Reset() error
	// Look sets what probes look at that go by it.
	Look(aim string)
	Snapshot(probes []string, constants, fresh bool) *wire.Snapshot
	// Along has later Snapshots show the run along other axes.
	Along(axes string)
	Measure() []wire.Measure
	// Survey begins to compute the measures that take long, Pending tells how many are left, and Proceed does a piece of the work, of
	// a millisecond or little more.
	Survey()
	Pending() int
	Proceed()
	// StopSurvey gives up those that are left.
	StopSurvey()
	// InPieces says whether a step or a picture takes so long that it is done in pieces. Where it is, whatever trains or shows calls what
	// OnRest has set between two of them. Abandon ends such a call that has rested and will not go on: a step that was under way has
	// not begun.
	InPieces() bool
	OnRest(rest func())
	// OnCall sets what is told when a snapshot begins to run a procedure, and when it has.
	OnCall(calling func(procedure string, done bool))
	Abandon()
	// Fault is why training cannot go on, or empty.
	Fault() string
	// Bytes is about how much memory it takes.
	Bytes() int
	Close()
}

// The most that a session holds: as many runs as one picture compares, and what a tab may take.
const (
	MaxRuns  = 8
	MaxBytes = 1 << 30
)

// Session owns runs, by the numbers that commands name. It is used by one goroutine.
type Session struct {
	// Open starts a run from a script and the points that travelled beside it, or nil.
	Open func(script string, points []byte) (Run, error)
	// Judge takes the weights of a judge of images, for all runs. Nil refuses them.
	Judge func(weights []byte) error
	// Now is the time in milliseconds, from any origin.
	Now func() float64

	lanes []*lane // in the order in which they were opened
	next  int     // whose turn it is
}

// Do obeys a command, and returns a snapshot if it was a pull. What takes long is begun here and done in Work, a pull
// of a run that works in pieces too, which Answers then has. An error leaves all as it was.
// An open that fails is no error, but leaves no run of that number: pulls are then answered with that Fault alone and other
// commands do nothing, so that what is told of an open is always told in answer to what was sent after it. An open for which there is no room
// is an error. A run 0 that nobody has opened is the default experiment's.
func (s *Session) Do(c wire.Command, points []byte) (*wire.Snapshot, error) {
	switch c.Verb {
	case "start":
		return nil, s.start(c)
	case "open":
		return nil, s.open(c.Run, c.Query, points)
	case "judge":
		return nil, s.judge(points)
	case "close":
		s.close(c.Run)
		return nil, nil
	}
	l := s.lane(c.Run)
	if l == nil {
		if c.Run != 0 {
			return nil, fmt.Errorf("%s: run is %d; no such run is open", c.Verb, c.Run)
		}
		if err := s.open(0, "", nil); err != nil {
			return nil, err
		}
		l = s.lane(0)
	}
	shot, err := l.do(c)
	if shot != nil {
		shot.Run = c.Run
	}
	return shot, err
}

func (s *Session) judge(weights []byte) error {
	if s.Judge == nil {
		return errors.New("judge: nobody here measures images")
	}
	return s.Judge(weights)
}

// lane finds a run, or nil.
func (s *Session) lane(id uint32) *lane {
	for _, l := range s.lanes {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (s *Session) open(id uint32, script string, points []byte) error {
	old := s.lane(id)
	if old == nil && len(s.lanes) == MaxRuns {
		return fmt.Errorf("open: run is %d, and %d runs are open; close one first", id, MaxRuns)
	}
	if old != nil {
		old.close() // before the next is made: both might not fit
	}
	l := &lane{id: id, now: s.Now}
	run, err := s.Open(script, points)
	if err != nil {
		l.failure = err.Error()
	} else {
		l.run = run
		if taken := s.bytes(old) + run.Bytes(); taken > MaxBytes {
			run.Close()
			l.run, l.failure = nil, fmt.Sprintf("the runs would take %d MB; a page may have %d: close one first", taken>>20, MaxBytes>>20)
		}
	}
	if old != nil {
		l.pulls, l.answers = old.pulls, old.answers
		*old, l = *l, old
	} else {
		s.lanes = append(s.lanes, l)
	}
	if l.run != nil {
		l.run.OnRest(l.rest)
		l.run.OnCall(l.calling)
	}
	return nil
}

// bytes is the memory of all runs but one.
func (s *Session) bytes(but *lane) (n int) {
	for _, l := range s.lanes {
		if l != but && l.run != nil {
			n += l.run.Bytes()
		}
	}
	return n
}

func (s *Session) close(id uint32) {
	if l := s.lane(id); l != nil {
		l.close()
		s.lanes = slices.DeleteFunc(s.lanes, func(x *lane) bool { return x == l })
		s.next = 0
	}
}

// Answers are the snapshots of pulls that Do has not answered, as they have come since it was asked last.
func (s *Session) Answers() (shots []*wire.Snapshot) {
	for _, l := range s.lanes {
		for _, shot := range l.answers {
			shot.Run = l.id
			shots = append(shots, shot)
		}
		l.answers = nil
	}
	return shots
}

// Work gives one run, of those that have something to do, a turn: the runs take turns. It returns in how many milliseconds it wants to be
// called again, and whether it does: a command may change both.
func (s *Session) Work() (wait float64, again bool, err error) {
	for range s.lanes {
		l := s.lanes[s.next%len(s.lanes)]
		s.next = (s.next + 1) % len(s.lanes)
		before := l.worked
		w, more, err := l.work()
		if more && (!again || w < wait) {
			wait, again = w, true
		}
		if err != nil {
			return wait, again, fmt.Errorf("run %d: %w", l.id, err)
		}
		if l.worked != before && len(s.lanes) > 1 {
			return 0, true, nil // the others' turns come after the messages that wait
		}
	}
	return wait, again, nil
}
