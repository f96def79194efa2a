package session

import "math"

// turn is how long a turn of training should take, in milliseconds: short enough for a message to be answered within a
// frame, long enough for the few microseconds between turns not to count.
const turn = 10

// backlog is the most training that a rate may fall behind and still catch up with, in milliseconds. Beyond it (a machine that is
// too slow, a tab that slept) the time is given up.
const backlog = 100

// pace decides how many steps a turn trains. Its zero value trains as fast as it goes.
type pace struct {
	rate  float64 // steps a second, or 0 for no limit
	start float64 // when the count of done began, in milliseconds
	done  int     // steps since start
	steps float64 // how many steps fill a turn, as far as is known
}

// begin counts anew from now.
func (p *pace) begin(now float64) { p.start, p.done = now, 0 }

// due is how many steps are to be done at a time, at the rate.
func (p *pace) due(now float64) int {
	if p.rate == 0 {
		return math.MaxInt
	}
	behind := p.behind(now)
	if most := p.rate*backlog/1000 + 1; behind > most {
		p.start += (behind - most) * 1000 / p.rate
		behind = most
	}
	return int(behind)
}

// behind is how many steps the run lies behind its rate, in fractions too.
func (p *pace) behind(now float64) float64 {
	return (now-p.start)*p.rate/1000 - float64(p.done)
}

// wait is how many milliseconds from now the next step is due.
func (p *pace) wait(now float64) float64 {
	if p.rate == 0 {
		return 0
	}
	return max(0, (1-p.behind(now))*1000/p.rate)
}

// turnSteps is how many steps to train in one turn.
func (p *pace) turnSteps() int { return max(1, int(p.steps)) }

// took learns from n steps that took some milliseconds. A clock may be too coarse to see them, and the first steps of a run are
// slow, so the figure at most doubles, and halves, at a time.
func (p *pace) took(n int, ms float64) {
	if n < p.turnSteps() && ms < turn {
		return // a turn cut short says nothing about a full one
	}
	fit := math.Inf(1)
	if ms > 0 {
		fit = float64(n) * turn / ms
	}
	now := max(1, p.steps)
	p.steps = min(max(fit, now/2), now*2, 1e6)
}
