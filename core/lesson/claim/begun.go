package claim

import (
	"ganvas/core/lesson/markdown"
	"ganvas/core/run"
)

// begun is the run that was trained last, with which the next may go on: claims often look at one run several times. The zero value is none.
type begun struct {
	run  *run.Run
	both bool // it has trained both players all the way
}

// reach returns a run at the end of its phases.
func (a *begun) reach(c *Checker, r markdown.Run) (*run.Run, error) {
	plain := len(r.Phases) == 1 && r.Phases[0].Who == "both"
	if !plain || !a.both || a.run.Spec() != r.Spec.String() || a.run.Step() > uint64(r.Phases[0].Steps) {
		t, err := c.open(r.Spec)
		if err != nil {
			return nil, err
		}
		a.close()
		a.run = t
	}
	for _, p := range r.Phases {
		var err error
		switch {
		case plain:
			err = a.run.Run(p.Steps - int(a.run.Step()))
		case p.Who == "both":
			err = a.run.Run(p.Steps)
		default:
			err = a.run.Only(p.Who, p.Steps)
		}
		if err != nil {
			return nil, err
		}
	}
	a.both = plain
	return a.run, nil
}

// close ends the run, if there is one.
func (a *begun) close() {
	if a.run != nil {
		a.run.Close()
	}
	*a = begun{}
}
