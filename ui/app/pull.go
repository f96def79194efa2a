package app

// puller keeps one Pull under way at a time.
type puller struct {
	underWay bool
	stale    bool    // something has happened that the Pull under way may not show
	again    int     // how many more answers to wait for while nothing trains
	measured float64 // the time of the last Pull with measures
}

// Measures cost more than a picture, so they are asked for at most every measureEvery seconds while training goes on.
const measureEvery = 1.0

// waitNoStep is how long to wait before asking again when the last two snapshots showed the same step.
const waitNoStep = 0.1

// afterwards is how many more Snapshots are asked for after the first that follows a command: the worker obeys a step
// in its own time, so the first may not show it yet.
const afterwards = 2

// want asks for a Snapshot: now, or as soon as the Pull under way is answered.
func (p puller) want() (puller, []Effect) {
	p.again = afterwards
	if p.underWay {
		p.stale = true
		return p, nil
	}
	p.underWay, p.stale = true, false
	return p, []Effect{Pull{}}
}

// answered takes an answer at a time in seconds, and asks for the next if the run goes on or something has changed.
func (p puller) answered(seconds float64, goesOn, moved bool) (puller, []Effect) {
	p.underWay = false
	if p.stale {
		return p.want()
	}
	next := Pull{}
	if !goesOn {
		if p.again == 0 {
			return p, nil
		}
		p.again--
		next.Measure = p.again == 0
	}
	if seconds-p.measured >= measureEvery {
		p.measured, next.Measure = seconds, true
	}
	if !moved {
		next.Delay = waitNoStep
	}
	p.underWay = true
	return p, []Effect{next}
}
