package app

import (
	"math"
	"strconv"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// jump is a step to which the worker goes at once, because the run has been there. One is under way at a time; of those that are asked for
// meanwhile the last one follows, so that a hand on the timeline is never behind.
type jump struct {
	on, more bool
	to, then uint64
}

// target is where a run that jumps will be.
func (j jump) target() uint64 {
	if j.more {
		return j.then
	}
	return j.to
}

// jumped goes to a step of the record, and waits there.
func (m Model) jumped(to uint64) (Model, []Effect) {
	if m.jump.on {
		m.jump.then, m.jump.more = to, to != m.jump.to
		return m, nil
	}
	var effects []Effect
	if m.Playing {
		effects = append(effects, pauseCommand())
	}
	m.Snapshot, m.outcome = m.Passing(), outcome{}
	m.Playing, m.Notice, m.Rate, m.Toward, m.asked = false, "", Rate{}, 0, 0
	m.jump, m.before = jump{on: true, to: to}, m.pull.underWay
	at := query.Pair{Key: "step", Value: strconv.FormatUint(to, 10)}
	return m.pulled(append(effects, Send{Command: wire.NewCommand("at", at)}))
}

// idle forgets where the run was to go.
func (m Model) idle() Model {
	m.Toward, m.asked, m.awaited, m.jump, m.rewind, m.until, m.tour = 0, 0, awaited{}, jump{}, rewind{}, Until{}, tour{}
	m.Snapshot, m.outcome = m.Passing(), outcome{}
	return m
}

// leaves reports whether the run goes to another step at once when a Snapshot has come, so that no other of its step is asked for.
func (m Model) leaves(s *wire.Snapshot) bool {
	return m.jump.on && s.Step == m.jump.to && (m.jump.more || m.rewind.on || m.tour.on && len(m.tour.left) > 0) || m.met(s)
}

// landed goes on after a Snapshot: to where a run that jumps is wanted by now, or one more step back, or to where a goal was reached.
func (m Model) landed(s *wire.Snapshot, seconds float64) (Model, []Effect) {
	if m.met(s) {
		return m.reached(s)
	}
	if !m.jump.on || s.Step != m.jump.to {
		return m, nil
	}
	was := m.jump
	m.jump = jump{}
	if was.more {
		return m.gone(was.then)
	}
	if m.tour.on {
		return m.wentOn()
	}
	return m.rewound(seconds)
}

// rewind is how a run plays backward.
type rewind struct {
	on   bool
	from float64 // the time in seconds at which the last step back began
}

// RewindToggled plays the run backward, at the chosen speed, or stops that.
type RewindToggled struct{}

func (RewindToggled) msg() {}

// Rewinding reports whether the run plays backward.
func (m Model) Rewinding() bool { return m.rewind.on }

func (m Model) rewindToggled() (Model, []Effect) {
	if m.rewind.on || m.Step() == 0 || !m.Ready || m.Lost {
		m.rewind = rewind{}
		return m, nil
	}
	m = m.idle()
	m.rewind = rewind{on: true, from: m.pull.came}
	return m.jumped(m.Step() - 1)
}

const (
	// rewindFastest is how many steps a second a run goes back that trains as fast as it goes.
	rewindFastest = 1000.0
	// rewindPictures is the most pictures a second on the way back.
	rewindPictures = 30.0
)

// rewound goes further back when that is due at a time in seconds.
func (m Model) rewound(now float64) (Model, []Effect) {
	if !m.rewind.on || m.jump.on {
		return m, nil
	}
	if m.Step() == 0 {
		m.rewind = rewind{}
		return m, nil
	}
	rate := Speeds[m.Speed]
	if rate == Fastest {
		rate = rewindFastest
	}
	due := m.rewind.from + max(1/rate, 1/rewindPictures)
	if now < due {
		return m, []Effect{Wait{due - now}}
	}
	by := uint64(max(1, math.Round(rate*min(now-m.rewind.from, 1))))
	m.rewind.from = now
	return m.jumped(m.Step() - min(by, m.Step()))
}
