package app

// Rate is how fast a run goes, measured over windows of at least rateWindow seconds.
type Rate struct {
	PerSecond float64 // steps a second, 0 until known
	Mean      float64 // the same since training was started last
	step      uint64  // at the window's start
	seconds   float64
	started   bool
	first     uint64 // where all windows began, and when
	began     float64
}

const rateWindow = 0.5

// at takes the step at a time in seconds.
func (r Rate) at(step uint64, seconds float64) Rate {
	if !r.started || step < r.step {
		return Rate{step: step, seconds: seconds, started: true, first: step, began: seconds}
	}
	if past := seconds - r.seconds; past >= rateWindow {
		mean := float64(step-r.first) / (seconds - r.began)
		return Rate{float64(step-r.step) / past, mean, step, seconds, true, r.first, r.began}
	}
	return r
}

// Pace is how fast a run went: so many steps a second from the last Pace's step, or the first one, to Step.
type Pace struct {
	Step      uint64
	PerSecond float64
}

// mostPaces bounds what is kept of how fast a run went.
const mostPaces = 1024

// paced adds how fast the run goes now, if it has gone on since. Where there are too many, two neighbours become one.
func paced(ps []Pace, r Rate) []Pace {
	n := len(ps)
	for n > 0 && ps[n-1].Step > r.step { // the run went back
		n--
	}
	if ps = ps[:n:n]; r.PerSecond <= 0 || n > 0 && ps[n-1].Step == r.step {
		return ps
	}
	if n < mostPaces {
		return append(ps, Pace{r.step, r.PerSecond})
	}
	half := make([]Pace, 0, mostPaces)
	for i := 0; i+1 < n; i += 2 {
		half = append(half, Pace{ps[i+1].Step, (ps[i].PerSecond + ps[i+1].PerSecond) / 2})
	}
	return append(half, Pace{r.step, r.PerSecond})
}
