package app

// Rate is how fast a run goes, measured over windows of at least rateWindow seconds.
type Rate struct {
	PerSecond float64 // steps a second, 0 until known
	step      uint64  // at the window's start
	seconds   float64
	started   bool
}

const rateWindow = 0.5

// at takes the step at a time in seconds.
func (r Rate) at(step uint64, seconds float64) Rate {
	if !r.started || step < r.step {
		return Rate{step: step, seconds: seconds, started: true}
	}
	if past := seconds - r.seconds; past >= rateWindow {
		return Rate{float64(step-r.step) / past, step, seconds, true}
	}
	return r
}
