package session

import (
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// timed is how long the procedures take by which a run's pictures are made.
type timed struct {
	begun, away float64 // when the one under way began, and how long it has rested since, in milliseconds
	durations   []duration
}

// duration is that of a procedure, in milliseconds: a mean in which the last has a weight of one eighth, for a clock may be coarse.
type duration struct {
	procedure string
	ms        float64
}

const newest = 8

// calling takes the time when a procedure begins, and when it is done.
func (l *lane) calling(procedure string, done bool) {
	if !done {
		l.begun, l.away = l.now(), 0
		return
	}
	ms := l.now() - l.begun - l.away
	for i, d := range l.durations {
		if d.procedure == procedure {
			l.durations[i].ms += (ms - d.ms) / newest
			return
		}
	}
	l.durations = append(l.durations, duration{procedure, ms})
}

// arrays are the durations as a snapshot carries them.
func (t *timed) arrays() (out []wire.Array) {
	for _, d := range t.durations {
		out = append(out, wire.Floats(probe.Took+d.procedure, []float32{float32(d.ms)}, 1))
	}
	return out
}
