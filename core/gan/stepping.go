package gan

import (
	"slices"
	"strings"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/stepping"
	"ganvas/core/wire"
)

// stepper shows the next step from inside: it is trained for show by the very procedures that train it, read between them, and taken back. So what it
// shows has the bits of the step that comes.
type stepper struct {
	b          *builder
	d, g       [2]*sights // of the step with penalties that may be lazy, and of one without
	procedures []Procedure
}

// stepping is the probe of the next step, and its procedures, which are there where it is asked for.
func (b *builder) stepping() (procedures []Procedure, p run.Probe) {
	s := &stepper{b: b}
	if slices.Contains(b.extras, probe.Stepping) {
		was := b.penalised
		for i, penalised := range []bool{true, false} {
			if i > 0 && b.spec.Lazy() <= 1 {
				break
			}
			b.penalised = penalised
			d, g := b.objectives()
			if b.spec.Order == "extragradient" {
				d.ahead = family.Join(d.updates(b), g.updates(b))
				g.ahead = d.ahead
			}
			suffix := []string{"", bare}[i]
			s.d[i], s.g[i] = s.see(d, suffix), s.see(g, suffix)
		}
		b.penalised = was
	}
	return s.procedures, run.Probe{Name: probe.Stepping, Extra: true, Doc: "The next step, from inside.", Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
		var step stepping.Step
		err := a.Rehearse(func() (err error) {
			step, err = s.rehearse(a)
			return err
		})
		values := step.Encode()
		return wire.Floats(probe.Stepping, values, len(values)), nil, err
	}}
}

// rehearse trains the next step and looks at it.
func (s *stepper) rehearse(a run.Ask) (step stepping.Step, err error) {
	for _, call := range a.Next {
		name, lazy := strings.CutSuffix(call, bare)
		which := 0
		if lazy {
			which = 1
		}
		var moving []*sights
		if name == "d" || name == both {
			moving = append(moving, s.d[which])
		}
		if name == "g" || name == both {
			moving = append(moving, s.g[which])
		}
		moves := make([]stepping.Move, len(moving))
		before := make([]standing, len(moving))
		for i, x := range moving {
			_, again := step.First(x.player())
			if moves[i], err = x.read(a.Slots, !again); err != nil {
				return step, err
			}
			before[i] = x.standing(a.Slots)
		}
		if err := a.Train(call); err != nil {
			return step, err
		}
		for i, x := range moving {
			if err := x.after(a.Slots, &moves[i], before[i]); err != nil {
				return step, err
			}
		}
		step.Moves = append(step.Moves, moves...)
	}
	return step, nil
}
