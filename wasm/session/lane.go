package session

import (
	"fmt"
	"strconv"

	"ganvas/core/wire"
)

// lane is a run with its pace.
type lane struct {
	id         uint32
	now        func() float64
	run        Run    // nil where open failed,
	failure    string // for this reason
	playing    bool
	pace       pace
	owed       owed
	resume     float64 // when a survey goes on: training has had as long as the last measure took
	worked     int     // turns that it has used
	rested     float64 // when a run that plays is looked at again
	measurable float64 // when a run that plays is measured again
	timed
	slow
}

// owed is what a step command still has to train.
type owed struct {
	who   string
	steps uint64
}

func (l *lane) close() {
	if l.run != nil {
		l.stopAll()
		l.run.Close()
	}
	l.run = nil
}

// do obeys a command about this run.
func (l *lane) do(c wire.Command) (*wire.Snapshot, error) {
	if l.run == nil {
		if c.Verb == "pull" {
			return &wire.Snapshot{Fault: l.failure}, nil
		}
		return nil, nil
	}
	switch {
	case c.Verb != "pull":
		l.rested, l.measurable = 0, 0 // whoever asks for something sees it soon
	case l.holds():
		l.pulls = append(l.pulls, c)
		return nil, nil
	}
	if l.run.InPieces() {
		if shot, obeyed := l.later(c); obeyed {
			return shot, nil
		}
	}
	switch c.Verb {
	case "set":
		return nil, l.run.Set(c.Pairs()...)
	case "play":
		return nil, l.play(c.Value("rate", strconv.Itoa(wire.DefaultRate)))
	case "pause":
		l.playing = false
		return nil, nil
	case "step":
		return nil, l.step(c.Value("n", "1"), c.Value("who", "both"))
	case "at":
		return nil, l.at(c.Value("step", ""))
	case "reset":
		l.owed = owed{}
		l.pace.begin(l.now())
		return nil, l.run.Reset()
	case "measure":
		return nil, l.measure(c)
	case "pull":
		return l.look(c), nil
	}
	return nil, fmt.Errorf("%q is no command", c.Verb)
}

func (l *lane) measure(c wire.Command) error {
	if c.Value("stop", "") == "1" {
		l.run.StopSurvey()
	} else {
		l.run.Survey()
	}
	return nil
}

func (l *lane) play(rate string) error {
	perSecond := 0.0
	if rate != "max" {
		v, err := strconv.ParseFloat(rate, 64)
		if err != nil || !(v > 0 && v <= 1e6) {
			return fmt.Errorf("play: rate is %q; it may be \"max\" or a number of steps a second above 0 and up to 1000000", rate)
		}
		perSecond = v
	}
	l.playing, l.pace.rate = true, perSecond
	l.pace.begin(l.now())
	return nil
}

func (l *lane) step(n, who string) error {
	steps, err := strconv.ParseUint(n, 10, 62)
	if err != nil || steps < 1 {
		return fmt.Errorf("step: n is %q; it may be a whole number from 1", n)
	}
	if who != "both" && who != "d" && who != "g" {
		return fmt.Errorf("step: who is %q; it may be both, d or g", who)
	}
	if l.owed.steps > 0 && l.owed.who != who {
		return fmt.Errorf("step: %d steps of %s are still to be trained", l.owed.steps, l.owed.who)
	}
	l.owed = owed{who, l.owed.steps + steps}
	return nil
}

// at goes back at once, and forward in turns.
func (l *lane) at(text string) error {
	step, err := strconv.ParseUint(text, 10, 62)
	if err != nil {
		return fmt.Errorf("at: step is %q; it may be a whole number from 0", text)
	}
	l.owed = owed{}
	l.pace.begin(l.now())
	if err := l.run.At(min(step, l.run.Last())); err != nil {
		return err
	}
	if here := l.run.Step(); step > here {
		l.owed = owed{"both", step - here}
	}
	return nil
}

// work trains for one turn of about turn milliseconds, or until it has caught up with the rate, and then goes on with a survey that is
// not complete for another turn.
func (l *lane) work() (wait float64, again bool, err error) {
	if l.run == nil {
		l.answerAll()
		return 0, false, nil
	}
	if l.run.InPieces() {
		wait, again, err = l.workSlowly()
	} else {
		if !l.holds() {
			l.answerAll()
		}
		wait, again, err = l.train()
	}
	if l.run.Pending() == 0 || l.task != nil && l.job != nil {
		return wait, again, err
	}
	before := l.now()
	if again && before < l.resume {
		return min(wait, l.resume-before), true, err
	}
	l.worked++
	for l.run.Pending() > 0 && l.now() < before+turn {
		l.run.Proceed()
	}
	after := l.now()
	l.resume = after + (after - before)
	return 0, true, err
}

func (l *lane) train() (wait float64, again bool, err error) {
	if l.run.Fault() != "" {
		l.playing, l.owed = false, owed{}
		return 0, false, nil
	}
	if l.owed.steps > 0 {
		return 0, true, l.turn(l.owed.who, l.owed.steps)
	}
	if !l.playing {
		return 0, false, nil
	}
	if due := l.pace.due(l.now()); due > 0 {
		if err := l.turn("both", uint64(due)); err != nil {
			return 0, false, err
		}
	}
	return l.pace.wait(l.now()), true, nil
}

// turn trains up to the given steps in one turn.
func (l *lane) turn(who string, steps uint64) error {
	l.worked++
	n := int(min(steps, uint64(l.pace.turnSteps())))
	before := l.now()
	var err error
	if who == "both" {
		err = l.run.Run(n)
	} else {
		err = l.run.Only(who, n)
	}
	l.pace.took(n, l.now()-before)
	if l.owed.steps > 0 {
		l.owed.steps -= uint64(n)
	} else {
		l.pace.done += n
	}
	if err != nil {
		l.playing, l.owed = false, owed{}
	}
	return err
}
