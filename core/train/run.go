package train

import "ganvas/core/experiment"

// Run trains both players n steps. Where a loss stops being a number, training goes back to the last good step and stops
// there: see Fault. The error is of the machine.
func (t *Trainer) Run(n int) error { return t.run("step", n) }

// RunOnly trains one player, "d" or "g", n steps, while the other stays as it is.
func (t *Trainer) RunOnly(who string, n int) error {
	if who != "d" && who != "g" {
		return &experiment.FieldError{Field: "who", Value: who, Allowed: "d or g"}
	}
	if err := t.allowSolo(); err != nil {
		return err
	}
	return t.run(who, n)
}

// allowSolo goes over to a program that can train one player alone, where the present one cannot.
func (t *Trainer) allowSolo() error {
	if t.solo {
		return nil
	}
	t.solo = true
	err := t.recompile()
	t.solo = err == nil
	return err
}

// run runs an entry n times, in chunks that the ring of records holds.
func (t *Trainer) run(entry string, n int) error {
	for n > 0 && t.fault == "" {
		if !t.safe.covers(entry, t.step) {
			t.safe = checkpoint{entry, t.step, t.slots.save(t.safe.state)}
		}
		chunk := min(n, ringRows, int(t.safe.step+checkpointEvery-t.step))
		if err := t.play(entry, t.step, chunk); err != nil {
			return err
		}
		if err := t.drain(entry, chunk); err != nil {
			return err
		}
		n -= chunk
	}
	return nil
}

// play runs n steps of an entry on the machine, of which the first has this number. Where penalties are lazy, steps whose numbers are no
// multiples go without.
func (t *Trainer) play(entry string, from uint32, n int) error {
	every := t.spec.Lazy()
	for n > 0 {
		name, run := entry, n
		if every > 1 {
			run = 1
			if past := int(from) % every; past > 0 {
				name, run = entry+bare, min(n, every-past)
			}
		}
		if err := t.slots.machine.Run(t.slots.program.Entry(name), run); err != nil {
			return err
		}
		from += uint32(run)
		n -= run
	}
	return nil
}

// drain reads the records of the steps just run. At the first that is not finite, it winds back.
func (t *Trainer) drain(entry string, steps int) error {
	ring, n := t.slots.read("run/ring"), t.b.columns()
	for range steps {
		at := int(t.step%ringRows) * n
		r := record(ring[at : at+n])
		if column := r.broken(); column >= 0 {
			t.fault = t.explain(column, r[column])
			return t.rewind(entry)
		}
		t.trace.push(r.shown())
		t.orbit.push(r[columns:])
		t.step++
	}
	return nil
}

// rewind restores the last checkpoint and runs up to the current step again, which gives the same bits.
func (t *Trainer) rewind(entry string) error {
	t.slots.load(t.safe.state)
	if n := int(t.step - t.safe.step); n > 0 {
		return t.play(entry, t.safe.step, n)
	}
	return nil
}

// record is one row of the ring.
type record []float32

// broken returns the first column that is not finite, or -1.
func (r record) broken() int {
	for i, x := range r {
		if !finite(x) {
			return i
		}
	}
	return -1
}

// shown are the figures for the trace, in its order.
func (r record) shown() traceRow {
	return traceRow{float64(r[columnLossD]), float64(r[columnLossG]), float64(r[columnPenalty]), float64(r[columnReal]), float64(r[columnFake])}
}
