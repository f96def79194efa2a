// Package session is the worker's behaviour without the worker: it obeys wire.Commands, trains in short turns and keeps to the rate
// that was asked for. It reaches no browser and no clock, so that all of it is tested headless; wasm/worker gives
// it both.
package session

import (
	"fmt"
	"strconv"

	"ganvas/core/wire"
)

// Run is an experiment under way; *train.Trainer is the one that there is.
type Run interface {
	// Run trains both players n steps.
	Run(n int) error
	// RunOnly trains one player, "d" or "g", n steps.
	RunOnly(who string, n int) error
	// Set turns a live knob.
	Set(key, value string) error
	// Reset goes back to step 0.
	Reset() error
	Snapshot() *wire.Snapshot
	Measure() []wire.Measure
	// Survey begins to compute the measures that take long, Pending tells how many are left, and Proceed does a piece of the work, of
	// a millisecond or little more.
	Survey() error
	Pending() int
	Proceed()
	// StopSurvey gives up those that are left.
	StopSurvey()
	// Optimal returns the best discriminator against the generator, afresh or as it was last.
	Optimal(fresh bool) wire.Best
	// Fault is why training cannot go on, or empty.
	Fault() string
	Close()
}

// Session owns one Run at a time. It is used by one goroutine.
type Session struct {
	// Open starts a run from a Spec's text and the points that travelled beside it, or nil.
	Open func(spec string, points []byte) (Run, error)
	// Now is the time in milliseconds, from any origin.
	Now func() float64

	run     Run
	failure string // why open left no run
	playing bool
	pace    pace
	owed    owed
	resume  float64 // when a survey goes on: training has had as long as the last measure took
}

// owed is what a step command still has to train.
type owed struct {
	who   string
	steps int
}

// Do obeys a command, and returns a snapshot if it was a pull. What takes long is begun here and done in Work. An error leaves the
// run as it was. An open that fails is no error, but leaves no run: pulls are then answered with that Fault alone and other
// commands do nothing, so that what is told of an open is always told in answer to what was sent after it.
func (s *Session) Do(c wire.Command, points []byte) (*wire.Snapshot, error) {
	switch {
	case c.Verb == "start":
		s.start(c)
		return nil, nil
	case c.Verb == "open":
		s.open(c.Query, points)
		return nil, nil
	case s.run == nil && s.failure == "": // nobody has said what to open
		s.open("", nil)
	}
	if s.run == nil {
		return s.idle(c)
	}
	switch c.Verb {
	case "set":
		return nil, s.set(c)
	case "play":
		return nil, s.play(c.Value("rate", strconv.Itoa(wire.DefaultRate)))
	case "pause":
		s.playing = false
		return nil, nil
	case "step":
		return nil, s.step(c.Value("n", "1"), c.Value("who", "both"))
	case "reset":
		s.owed = owed{}
		s.pace.begin(s.Now())
		return nil, s.run.Reset()
	case "measure":
		return nil, s.survey(c.Value("stop", "") == "1")
	case "pull":
		return s.pull(c.Value("measure", "") == "1", c.Value("optimal", "") == "1"), nil
	}
	return nil, fmt.Errorf("%q is no command", c.Verb)
}

func (s *Session) open(spec string, points []byte) {
	if s.run != nil {
		s.run.Close()
	}
	s.run, s.failure, s.playing, s.owed = nil, "", false, owed{}
	run, err := s.Open(spec, points)
	if err != nil {
		s.failure = err.Error()
		return
	}
	s.run = run
}

// idle obeys a command where there is no run.
func (s *Session) idle(c wire.Command) (*wire.Snapshot, error) {
	if c.Verb == "pull" {
		return &wire.Snapshot{Fault: s.failure}, nil
	}
	return nil, nil
}

func (s *Session) set(c wire.Command) error {
	for _, p := range c.Pairs() {
		if err := s.run.Set(p.Key, p.Value); err != nil {
			return err
		}
	}
	return nil
}

func (s *Session) play(rate string) error {
	perSecond := 0.0
	if rate != "max" {
		v, err := strconv.ParseFloat(rate, 64)
		if err != nil || !(v > 0 && v <= 1e6) {
			return fmt.Errorf("play: rate is %q; it may be \"max\" or a number of steps a second above 0 and up to 1000000", rate)
		}
		perSecond = v
	}
	s.playing, s.pace.rate = true, perSecond
	s.pace.begin(s.Now())
	return nil
}

func (s *Session) step(n, who string) error {
	steps, err := strconv.Atoi(n)
	if err != nil || steps < 1 {
		return fmt.Errorf("step: n is %q; it may be a whole number from 1", n)
	}
	if who != "both" && who != "d" && who != "g" {
		return fmt.Errorf("step: who is %q; it may be both, d or g", who)
	}
	if s.owed.steps > 0 && s.owed.who != who {
		return fmt.Errorf("step: %d steps of %s are still to be trained", s.owed.steps, s.owed.who)
	}
	s.owed = owed{who, s.owed.steps + steps}
	return nil
}

func (s *Session) survey(stop bool) error {
	if stop {
		s.run.StopSurvey()
		return nil
	}
	return s.run.Survey()
}

func (s *Session) pull(measure, optimal bool) *wire.Snapshot {
	if measure {
		s.run.Measure()
	}
	shot := s.run.Snapshot()
	if optimal {
		best := s.run.Optimal(measure)
		shot.Optimal = best.Field
		shot.Measures = append(shot.Measures, best.Measures...)
	}
	return shot
}

// Work trains for one turn of about turn milliseconds, or until it has caught up with the rate, and then goes on with a survey that is
// not complete for another turn. It returns in how many milliseconds it wants to be called again, and whether it does: a command may
// change both.
func (s *Session) Work() (wait float64, again bool, err error) {
	if s.run == nil {
		return 0, false, nil
	}
	wait, again, err = s.train()
	if s.run.Pending() == 0 {
		return wait, again, err
	}
	before := s.Now()
	if again && before < s.resume {
		return min(wait, s.resume-before), true, err
	}
	for s.run.Pending() > 0 && s.Now() < before+turn {
		s.run.Proceed()
	}
	after := s.Now()
	s.resume = after + (after - before)
	return 0, true, err
}

func (s *Session) train() (wait float64, again bool, err error) {
	if s.run.Fault() != "" {
		s.playing, s.owed = false, owed{}
		return 0, false, nil
	}
	if s.owed.steps > 0 {
		return 0, true, s.work(s.owed.who, s.owed.steps)
	}
	if !s.playing {
		return 0, false, nil
	}
	now := s.Now()
	if due := s.pace.due(now); due > 0 {
		if err := s.work("both", due); err != nil {
			return 0, false, err
		}
	}
	return s.pace.wait(s.Now()), true, nil
}

// work trains up to the given steps in one turn.
func (s *Session) work(who string, steps int) error {
	n := min(steps, s.pace.turnSteps())
	before := s.Now()
	var err error
	if who == "both" {
		err = s.run.Run(n)
	} else {
		err = s.run.RunOnly(who, n)
	}
	s.pace.took(n, s.Now()-before)
	if s.owed.steps > 0 {
		s.owed.steps -= n
	} else {
		s.pace.done += n
	}
	if err != nil {
		s.playing, s.owed = false, owed{}
	}
	return err
}
