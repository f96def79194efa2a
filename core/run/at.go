package run

import (
	"ganvas/core/script"
)

// At goes to a step: by the nearest checkpoint and replay where the run has been there, or forward by training. The run is then just as it was
// when it was there first, bit for bit. It forgets nothing: training on does again what was done. The error is the machine's.
func (r *Run) At(step uint64) error {
	near, ok := r.saved.before(step)
	if step < r.step || ok && near.step > r.step {
		if err := r.restore(step); err != nil {
			return err
		}
	}
	return r.forward(step)
}

// restore stands at the last checkpoint at or before a step, or at the start; where there is a trajectory, far enough before for its last
// part to be walked again.
func (r *Run) restore(step uint64) error {
	if r.history.path > 0 {
		step -= min(step, pathRows)
	}
	at, ok := r.saved.before(step)
	exp, turned := r.start, 0 // the turns at step 0 come after the start
	if ok {
		var err error
		if exp, turned, err = r.after(at.step); err != nil {
			return err
		}
	}
	if err := r.adopt(exp); err != nil {
		return err
	}
	if ok {
		r.slots.load(at.state, r.first())
	} else {
		r.slots.load(r.first(), state{})
	}
	r.step, r.turned, r.fault, r.before = at.step, turned, "", state{}
	r.path = path{width: r.history.path, from: at.step + 1}
	r.forget()
	return r.turn()
}

// after is the experiment after all turns up to a step, and how many these are.
func (r *Run) after(step uint64) (exp Experiment, turned int, err error) {
	exp = r.start
	for _, t := range r.script.Turns {
		if t.Step > step {
			break
		}
		turned++
		if t.Stretch() {
			continue
		}
		if exp, _, err = exp.Turn(t.Knobs); err != nil {
			return nil, 0, err
		}
	}
	return exp, turned, nil
}

// Branch returns another run that has this one's way up to a step, and then turns of its own, all at that step or later. This run stays as
// it is.
func (r *Run) Branch(step uint64, turns ...script.Turn) (*Run, error) {
	b := &Run{opts: r.opts, start: r.start, exp: r.start, script: r.script, extras: r.extras}
	if err := b.compile(); err != nil {
		return nil, err
	}
	b.begin()
	b.history, b.saved = r.history.clone(), r.saved
	b.saved.list = append([]checkpoint(nil), r.saved.list...)
	err := b.branch(step, turns)
	if err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (r *Run) branch(step uint64, turns []script.Turn) error {
	if err := r.restore(step); err != nil {
		return err
	}
	if err := r.forward(step); err != nil {
		return err
	}
	if err := r.diverge(); err != nil {
		return err
	}
	for _, t := range turns {
		if t.Step < step {
			return &script.Error{Field: script.Key, Value: t.String(), Allowed: "turns at the branch's step or later"}
		}
		r.script = r.script.Add(t)
	}
	if err := r.script.Check(); err != nil {
		return err
	}
	if err := r.validate(); err != nil {
		return err
	}
	return r.turn()
}
