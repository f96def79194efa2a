package session

import (
	"strings"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// pull is a snapshot of the probes that are named, or, where none are, of all that a page shows first.
func (l *lane) pull(c wire.Command) *wire.Snapshot {
	measure := c.Value("measure", "") == "1"
	if measure {
		l.run.Measure()
	}
	shot := l.shoot(c, measure)
	if shot.Fault != "" { // the page says that training has stopped
		l.playing, l.owed = false, owed{}
	}
	return shot
}

func (l *lane) shoot(c wire.Command, fresh bool) *wire.Snapshot {
	names, named := query.Get(c.Pairs(), "probes")
	if !named {
		return l.run.Snapshot(nil, true, fresh)
	}
	return l.run.Snapshot(strings.Split(names, ","), c.Value("constants", "") == "1", fresh)
}

// answerAll answers the pulls that came while another run was here, which took its time.
func (l *lane) answerAll() {
	for _, c := range l.pulls {
		shot := &wire.Snapshot{Fault: l.failure}
		if l.run != nil {
			shot = l.pull(c)
		}
		l.answers = append(l.answers, shot)
	}
	l.pulls = nil
}
