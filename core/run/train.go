package run

import (
	"math"
	"slices"

	"ganvas/core/query"
	"ganvas/core/script"
)

// Run trains n steps the usual way, or as the script has it where the run has been here before. Where a figure stops being finite, training
// goes back to the last good step and stops there: see Fault. The error is the machine's.
func (r *Run) Run(n int) error { return r.forward(r.step + uint64(n)) }

// Only trains n steps one way, "d" for the discriminator alone. What the script had here before is forgotten. The error is a *script.Error or
// the machine's.
func (r *Run) Only(who string, n int) error {
	if err := r.knows(who); err != nil {
		return err
	}
	if n < 1 || r.fault != "" {
		return nil
	}
	return r.instead(func() error {
		next := r.script.Add(script.Stretch(r.step, who, uint64(n)))
		if err := next.Check(); err != nil {
			return err
		}
		r.script = next
		defer func() { // a fault may have cut it short, or an end where it rested
			r.script = r.script.Until(r.step)
			r.turned = len(r.script.Turns)
		}()
		return r.forward(r.step + uint64(n))
	})
}

// Set turns live knobs, all or none; the run goes on from where it is. What the script had from here on is forgotten. The error says which
// field is at fault, or is the machine's.
func (r *Run) Set(knobs ...query.Pair) error {
	next, canonical, err := r.exp.Turn(knobs)
	if err != nil {
		return err
	}
	if next.Spec() == r.exp.Spec() && len(next.Writes()) == 0 && r.fault == "" {
		return nil
	}
	return r.instead(func() error {
		if r.step == 0 && len(r.script.Turns) == 0 && len(next.Writes()) == 0 { // nothing has happened yet that the other value could have had a part in
			if err := r.adopt(next); err != nil {
				return err
			}
			r.start, r.script.Spec, r.fault = next, next.Spec(), ""
			return nil
		}
		turn := script.Knobs(r.step, canonical...)
		was := r.script
		if r.again(turn) && next.Structure() == r.exp.Structure() {
			was.Turns = was.Turns[:len(was.Turns)-1]
		}
		after := was.Add(turn)
		if err := after.Check(); err != nil {
			return err
		}
		if err := r.adopt(next); err != nil {
			return err
		}
		r.script, r.turned, r.fault = after, len(after.Turns), ""
		return nil
	})
}

// again says whether a turn turns just the knobs that were turned last, at the same step.
func (r *Run) again(t script.Turn) bool {
	n := len(r.script.Turns)
	if n == 0 {
		return false
	}
	last := r.script.Turns[n-1]
	return last.Step == t.Step && slices.EqualFunc(last.Knobs, t.Knobs, func(a, b query.Pair) bool { return a.Key == b.Key })
}

// Reset goes back to step 0 of the experiment as it is, turned knobs included, and forgets the way here.
func (r *Run) Reset() error {
	r.start, r.script = r.exp, script.Script{Spec: r.exp.Spec()}
	r.begin()
	return nil
}

// instead does something in place of what the script has from here on. Where that fails and the run stands where it stood, nothing is forgotten.
func (r *Run) instead(do func() error) error {
	here, script, turned, history, saved, fault := r.step, r.script, r.turned, r.history, r.saved, r.fault
	err := r.diverge()
	if err == nil {
		err = do()
	}
	if err != nil && r.step == here {
		r.script, r.turned, r.history, r.saved, r.fault = script, turned, history, saved, fault
	}
	return err
}

// diverge makes the run's present the end of what is known of it.
func (r *Run) diverge() error {
	r.script = r.script.Until(r.step)
	r.turned = len(r.script.Turns)
	r.saved.cut(r.step)
	here := r.step
	if r.history.count <= here {
		return nil
	}
	from := r.history.cut(here)
	if err := r.restore(from); err != nil {
		return err
	}
	return r.forward(here)
}

// adopt goes over to an experiment that differs in live fields, and sets what its turn sets by hand. Only what changes its structure changes the
// program; otherwise each knob that was turned is one write.
func (r *Run) adopt(next Experiment) error {
	if err := r.goOver(next); err != nil {
		return err
	}
	for _, w := range next.Writes() {
		r.slots.set(w)
	}
	return nil
}

func (r *Run) goOver(next Experiment) error {
	was := r.exp
	r.exp = next
	if was.Structure() != next.Structure() {
		err := r.recompile()
		if err != nil {
			r.exp = was
		}
		return err
	}
	before := was.Knobs()
	for i, k := range next.Knobs() {
		if math.Float32bits(before[i].Value) != math.Float32bits(k.Value) {
			r.slots.Write(k.Name, []float32{k.Value})
		}
	}
	return nil
}

// turn does the script's turns that are due at the present step.
func (r *Run) turn() error {
	for ; r.turned < len(r.script.Turns) && r.script.Turns[r.turned].Step <= r.step; r.turned++ {
		t := r.script.Turns[r.turned]
		if t.Stretch() {
			continue
		}
		next, _, err := r.exp.Turn(t.Knobs)
		if err != nil {
			return err
		}
		if err := r.adopt(next); err != nil {
			return err
		}
		r.fault = ""
	}
	return nil
}

// forward trains to a step as the script has it, in chunks that the ring of records holds and that no turn falls into.
func (r *Run) forward(to uint64) error {
	for r.step < to && r.fault == "" {
		who, stays := r.script.Way(r.step, r.exp.Ways()[0])
		if err := r.allow(who); err != nil {
			return err
		}
		if r.saved.due(r.step) {
			r.saved.add(checkpoint{r.step, r.slots.save()})
		}
		n := min(to-r.step, r.chunk(who), r.saved.next(r.step))
		if stays > 0 {
			n = min(n, stays)
		}
		if r.turned < len(r.script.Turns) {
			n = min(n, r.script.Turns[r.turned].Step-r.step)
		}
		r.begins(who)
		if err := r.play(who, r.step, n); err != nil {
			return err
		}
		r.before = state{}
		if err := r.drain(int(n)); err != nil {
			return err
		}
		if err := r.turn(); err != nil {
			return err
		}
	}
	return nil
}

// allow goes over to a program that can train a way, where the present one cannot.
func (r *Run) allow(who string) error {
	if _, ok := r.model.way(who); ok {
		return nil
	}
	return r.extend(who)
}

// extend compiles more ways and probes in.
func (r *Run) extend(keys ...string) error {
	was := r.extras
	r.extras = append(slices.Clone(was), keys...)
	err := r.recompile()
	if err != nil {
		r.extras = was
	}
	return err
}

// play runs n steps of a way on the machine, of which the first has this number. Where the way is lazy, steps whose numbers are no multiples
// run what lies between.
func (r *Run) play(who string, from, n uint64) error {
	way, _ := r.model.way(who)
	every := uint64(max(1, way.Every))
	for n > 0 {
		entry, run := who, n
		if every > 1 {
			run = 1
			if past := from % every; past > 0 {
				entry, run = who+between, min(n, every-past)
			}
		}
		if err := r.slots.run(entry, int(run)); err != nil {
			return err
		}
		from += run
		n -= run
	}
	return nil
}

// drain reads the records of the steps just run. At the first that is not finite, it winds back.
func (r *Run) drain(steps int) error {
	width := r.history.width
	ring := r.slots.Read(ringName)
	for range steps {
		at := int(r.step%ringRows) * width
		row := ring[at : at+width]
		if i := broken(row); i >= 0 {
			return r.stop(i, row[i])
		}
		if r.step == r.history.count {
			r.history.push(row)
		}
		r.path.push(row[width-r.history.path:])
		r.step++
	}
	return nil
}
