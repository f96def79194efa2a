package session

import (
	"slices"
	"strings"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// slow is what a lane keeps of a run whose steps, or pictures, take so long that they are done in pieces, one task at a time: what has been
// asked for, in order, and where nothing is, the next step of training. Messages are heard between pieces. What is asked for before a step is
// complete gives that step up, as if it had not begun. Pulls alone are answered meanwhile by the last picture, where it is of the same step, and wait
// for the end of the step where it is not, if that is not too long.
type slow struct {
	task    *task   // under way, or nil
	took    float64 // what it has taken so far, in milliseconds
	wasted  float64 // what a step had taken that was given up for the next picture
	job     *job    // what it does; nil is a step of training
	jobs    []job   // what comes next
	pulls   []wire.Command
	shown   *wire.Snapshot // the last picture
	probes  []string       // what it was asked to show
	unasked bool           // measures have been asked for with a pull that the last picture answered
	answers []*wire.Snapshot
}

// job is a command that is done in pieces.
type job struct {
	verb string
	call func() error
}

// later obeys a command in pieces, where it is not one that is obeyed at once.
func (l *lane) later(c wire.Command) (shot *wire.Snapshot, obeyed bool) {
	switch c.Verb {
	case "play":
		return nil, false
	case "pull":
		return l.showLater(c), true
	case "measure":
		l.stopTraining()
		l.jobs = append(l.jobs, job{c.Verb, func() error { return l.measure(c) }})
		return nil, true
	case "set":
		l.stopTraining()
		l.jobs = append(l.jobs, job{c.Verb, func() error { return l.run.Set(c.Pairs()...) }})
		return nil, true
	case "at":
		l.stopAll()
		l.jobs = append(l.jobs, job{c.Verb, func() error { return l.at(c.Value("step", "")) }})
		return nil, true
	case "reset":
		l.stopAll()
	default:
		l.stopTraining()
	}
	return nil, false
}

// stopTraining gives up the step under way.
func (l *lane) stopTraining() {
	if l.task != nil && l.job == nil {
		l.stopTask()
	}
}

// stopAll gives up whatever is under way or asked for; pulls are still to be answered.
func (l *lane) stopAll() {
	if l.task != nil {
		l.stopTask()
	}
	l.jobs = nil
}

func (l *lane) stopTask() {
	l.task.giveUp()
	l.run.Abandon()
	l.task, l.job = nil, nil
}

// longStep is how long a step may have been under way, in milliseconds, for a picture to wait for its end.
const longStep = 250

// showLater answers a pull by the last picture, where a step is under way that began there and all that is asked for is in it; or later, when the
// step is complete. A long one is given up, and what it has taken is counted as looking.
func (l *lane) showLater(c wire.Command) *wire.Snapshot {
	if training := l.task != nil && l.job == nil; training {
		if l.covers(c) {
			l.unasked = l.unasked || c.Value("measure", "") == "1"
			return l.again()
		}
		if l.took > longStep {
			l.wasted = l.took
			l.stopTraining()
		}
	}
	l.pulls = append(l.pulls, c)
	return nil
}

// covers says whether the last picture is of this step and has all that a pull asks for, but for measures.
func (l *lane) covers(c wire.Command) bool {
	names, named := query.Get(c.Pairs(), "probes")
	if !named || c.Value("constants", "") == "1" || l.shown == nil || l.shown.Step != l.run.Step() {
		return false
	}
	missing := func(p string) bool { return !slices.Contains(l.probes, p) }
	return !slices.ContainsFunc(strings.Split(names, ","), missing)
}

// again is the last picture, with what is known by now.
func (l *lane) again() *wire.Snapshot {
	shot := l.run.Snapshot([]string{}, false, false)
	shot.Arrays = l.shown.Arrays
	for _, m := range l.shown.Measures {
		if !slices.ContainsFunc(shot.Measures, func(x wire.Measure) bool { return x.Key == m.Key }) {
			shot.Measures = append(shot.Measures, m)
		}
	}
	return shot
}

// workSlowly does pieces for one turn of about turn milliseconds.
func (l *lane) workSlowly() (wait float64, again bool, err error) {
	if l.task == nil {
		if wait, again := l.next(); l.task == nil {
			return wait, again, nil
		}
	}
	l.worked++
	for begin, at := l.now(), l.now(); ; at = l.now() {
		done := l.task.resume()
		l.took += l.now() - at
		if done {
			return 0, true, l.finish()
		}
		if l.now() >= begin+turn {
			return 0, true, nil
		}
	}
}

// next begins what comes next, or says when a step is due.
func (l *lane) next() (wait float64, again bool) {
	switch {
	case len(l.jobs) > 0:
		l.job, l.jobs = &l.jobs[0], l.jobs[1:]
	case len(l.pulls) > 0 && !l.holds():
		l.job = &job{"pull", l.show}
	default:
		return l.nextStep()
	}
	l.begin(l.job.call)
	return 0, true
}

func (l *lane) begin(call func() error) { l.task, l.took = newTask(call), 0 }

// nextStep begins a step of training, where one is owed or due.
func (l *lane) nextStep() (wait float64, again bool) {
	switch {
	case l.run.Fault() != "":
		l.playing, l.owed = false, owed{}
		return 0, false
	case l.owed.steps > 0 && l.owed.who != "both":
		l.begin(func() error { return l.run.Only(l.owed.who, 1) })
	case l.owed.steps > 0 || l.playing && l.pace.due(l.now()) > 0:
		l.begin(func() error { return l.run.Run(1) })
	case l.playing:
		return l.pace.wait(l.now()), true
	default:
		return 0, false
	}
	return 0, true
}

// finish takes what a task has come to.
func (l *lane) finish() error {
	err, done := l.task.err, l.job
	l.task, l.job = nil, nil
	if done != nil && done.verb == "pull" {
		l.looked(l.wasted + l.took)
		l.wasted = 0
	}
	switch {
	case done != nil && err != nil:
		return &wire.Refusal{Verb: done.verb, Err: err}
	case done != nil:
	case err != nil:
		l.playing, l.owed = false, owed{}
	case l.owed.steps > 0:
		l.owed.steps--
	default:
		l.pace.done++
	}
	return err
}

// show answers the pull that has waited longest. It stays where it is until it is answered.
func (l *lane) show() error {
	c := l.pulls[0]
	if l.unasked {
		c.Query = strings.TrimPrefix(c.Query+"&measure=1", "&")
	}
	shot := l.pull(c)
	names, _ := query.Get(c.Pairs(), "probes")
	l.shown, l.probes, l.unasked = shot, strings.Split(names, ","), false
	l.pulls, l.answers = l.pulls[1:], append(l.answers, shot)
	for len(l.pulls) > 0 && l.covers(l.pulls[0]) {
		l.unasked = l.unasked || l.pulls[0].Value("measure", "") == "1"
		l.pulls, l.answers = l.pulls[1:], append(l.answers, l.again())
	}
	return nil
}

// rest lets a task rest, where one is under way.
func (l *lane) rest() {
	if l.task != nil {
		before := l.now()
		l.task.rest()
		l.away += l.now() - before
	}
}
