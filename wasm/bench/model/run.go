package model

import "ganvas/core/plan"

// Run is a model on a machine.
type Run struct {
	program *plan.Program
	machine plan.Machine
}

// Start compiles a model and writes its first values. Slots that a program does not have are left out: a step without a penalty
// mixes no samples.
func Start(m Model, machine func(*plan.Program) (plan.Machine, error)) (*Run, error) {
	p, err := Compile(m)
	if err != nil {
		return nil, err
	}
	first, err := First(m)
	if err != nil {
		return nil, err
	}
	k, err := machine(p)
	if err != nil {
		return nil, err
	}
	for _, a := range first {
		if i := p.Slot(a.Name); i >= 0 {
			k.Write(i, a.Values)
		}
	}
	return &Run{p, k}, nil
}

// Do runs an entry a number of times.
func (r *Run) Do(entry string, times int) error { return r.machine.Run(r.program.Entry(entry), times) }

// Losses returns the losses of the last updates, the discriminator's and the generator's.
func (r *Run) Losses() (d, g float32) {
	return r.scalar(LossD), r.scalar(LossG)
}

func (r *Run) scalar(name string) float32 {
	x := make([]float32, 1)
	r.machine.Read(r.program.Slot(name), x)
	return x[0]
}

// Program is what the machine runs.
func (r *Run) Program() *plan.Program { return r.program }

// CheckSteps is how many steps of Check are compared between engines: the second tells whether the first one's gradients and
// update were right, and the third whether the optimiser remembers.
const CheckSteps = 3

// Trace runs Check from the first values and returns the losses after every step: d, g, d, g, ...
func (r *Run) Trace() ([]float32, error) {
	var out []float32
	for range CheckSteps {
		if err := r.Do(Check, 1); err != nil {
			return nil, err
		}
		d, g := r.Losses()
		out = append(out, d, g)
	}
	return out, nil
}
