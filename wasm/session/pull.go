package session

import (
	"strings"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// A run that trains as fast as it can is looked at for one part of its time in looking, and measured for one in measuring, however often the page
// asks: after an answer the next waits. An answer of more than brief milliseconds is of images, most of it the discriminator's verdicts on two walls;
// those change little in a tenth of a second, and are looked at for one part in staring. An answer waits no longer than stutter milliseconds, so that now
// and then a picture may cost more; measures have no such bound, since those of images cost as much as several steps.
const (
	looking   = 8
	brief     = 5
	staring   = 16
	measuring = 20
	stutter   = 400
)

// looked tells how long an answer has taken.
func (l *lane) looked(ms float64) {
	if l.run != nil && l.run.Step() > 0 { // the first picture, and the first steps, come as soon as they can
		l.rested = l.now() + rest(ms)
	}
}

// rest is how long the next answer waits after one that has taken some milliseconds.
func rest(ms float64) float64 {
	parts := looking
	if ms > brief {
		parts = staring
	}
	return min(ms*float64(parts-1), stutter)
}

// holds says whether pulls wait. Where training does not want the time, none does.
func (l *lane) holds() bool { return l.now() < l.rested && l.hurries() }

// hurries says whether training wants all the time there is.
func (l *lane) hurries() bool { return l.playing && l.run.Fault() == "" && l.pace.wait(l.now()) == 0 }

// look answers a pull, and takes the time.
func (l *lane) look(c wire.Command) *wire.Snapshot {
	before := l.now()
	shot := l.pull(c)
	l.looked(l.now() - before)
	return shot
}

// pull is a snapshot of the probes that are named, or, where none are, of all that a page shows first.
func (l *lane) pull(c wire.Command) *wire.Snapshot {
	measure := c.Value("measure", "") == "1" && (l.now() >= l.measurable || !l.hurries())
	if measure {
		before := l.now()
		l.run.Measure()
		l.measurable = l.now() + (l.now()-before)*(measuring-1)
	}
	shot := l.shoot(c, measure)
	if c.Value("timed", "") == "1" { // not otherwise: what a run shows has the same bits everywhere
		shot.Arrays = append(shot.Arrays, l.arrays()...)
	}
	if shot.Fault != "" { // the page says that training has stopped
		l.playing, l.owed = false, owed{}
	}
	return shot
}

func (l *lane) shoot(c wire.Command, fresh bool) *wire.Snapshot {
	l.run.Look(c.Value("aim", ""))
	names, named := query.Get(c.Pairs(), "probes")
	if axes, ok := query.Get(c.Pairs(), "axes"); ok {
		l.run.Along(axes)
	}
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
			shot = l.look(c)
		}
		l.answers = append(l.answers, shot)
	}
	l.pulls = nil
}
