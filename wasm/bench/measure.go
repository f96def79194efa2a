//go:build !js

package main

import (
	"fmt"
	"math"
	"os"
	"slices"

	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/wasm/bench/model"
)

const (
	window        = 400  // milliseconds of a measurement, at least one step
	warmWindow    = 250  // of a warm-up
	warmWindows   = 12   // at most
	steady        = 0.03 // two warm-up windows that differ by less end it
	scalingRounds = 3    // windows of our machine alone
	tolerance     = 1e-4 // of losses, relative where they are above 1
)

// sample is one window: steps done, in so many milliseconds, and the losses after them.
type sample struct {
	Steps  float64
	MS     float64
	Losses []float64
}

func (s sample) perSecond() float64 { return 1000 * s.Steps / s.MS }

// measureAll measures everything, and says on standard error what it is about.
func measureAll(p *page, rounds int) (*report, error) {
	r := &report{}
	say("the first step of the default experiment")
	first, err := starts(p, 2)
	if err != nil {
		return nil, err
	}
	r.cold, r.warm = first[0], first[1]
	for _, m := range model.All {
		say(m.Label)
		rows, err := compare(p, m, engines, rounds)
		if err != nil {
			return nil, err
		}
		r.rows = append(r.rows, rows...)
	}
	if err := measureImages(p, r, rounds); err != nil {
		return nil, err
	}
	for _, m := range model.Scaling {
		say("Ganvas at " + m.Label)
		rows, err := compare(p, m, engines[:1], scalingRounds)
		if err != nil {
			return nil, err
		}
		r.scaling = append(r.scaling, rows...)
	}
	return r, nil
}

// measureImages measures the models of images.
func measureImages(p *page, r *report, rounds int) error {
	for _, m := range model.AllImages {
		say(m.Label)
		rows, err := compareImages(p, m, rounds)
		if err != nil {
			return err
		}
		r.rows = append(r.rows, rows...)
	}
	return nil
}

func say(what string) { fmt.Fprintln(os.Stderr, "bench:", what) }

// compare measures a model in engines, of which the first is ours and must not fail, and the peak beside them.
func compare(p *page, m model.Model, engines []engine, rounds int) ([]row, error) {
	flops, expected, err := expectation(m)
	if err != nil {
		return nil, err
	}
	if err := ready(p, peak, m, nil); err != nil {
		return nil, err
	}
	rows := make([]row, len(engines))
	for i, e := range engines {
		rows[i] = row{model: m, engine: e, flops: flops}
		if err := ready(p, e, m, expected); err != nil {
			rows[i].fault = err
			p.drop(e.key)
		}
	}
	return rows, measureOurs(p, m, rows, rounds)
}

// measureOurs measures rows of which the first is ours and must not fail.
func measureOurs(p *page, m model.Model, rows []row, rounds int) error {
	err := measure(p, rows, rounds)
	if rows[0].fault != nil {
		err = fmt.Errorf("%s: %w", m.Label, rows[0].fault)
	}
	return err
}

// compareImages measures a model of images in Ganvas and in PyTorch, which must have as many parameters, and draws its own first
// values.
func compareImages(p *page, m model.Model, rounds int) ([]row, error) {
	program, err := model.Compile(m)
	if err != nil {
		return nil, err
	}
	learnt, err := model.Parameters(m)
	if err != nil {
		return nil, err
	}
	if err := ready(p, peak, m, nil); err != nil {
		return nil, err
	}
	rows := []row{{model: m, engine: ours}, {model: m, engine: torch}}
	for i := range rows {
		rows[i].flops = model.Flops(program, model.Step) / m.StepsInPass()
		rows[i].fault = ready(p, rows[i].engine, m, nil)
	}
	var has struct{ Parameters int }
	if rows[1].fault == nil {
		rows[1].fault = p.ask(torch.key, "open", &has, m.Key)
	}
	if rows[1].fault == nil && has.Parameters != learnt {
		rows[1].fault = fmt.Errorf("it has %d parameters, not %d", has.Parameters, learnt)
	}
	return rows, measureOurs(p, m, rows, rounds)
}

// measure goes round the peak and the rows that have no fault yet.
func measure(p *page, rows []row, rounds int) error {
	var peaks []float64
	for range rounds {
		s, err := run(p, peak, window/4)
		if err != nil {
			return err
		}
		peaks = append(peaks, simd.PeakFlops*s.perSecond())
		for i := range rows {
			if rows[i].fault == nil {
				rows[i].measure(p)
			}
		}
	}
	for i := range rows {
		rows[i].peaks = peaks
	}
	return nil
}

// expectation is the cost of a step, and the losses that engines must show on fixed inputs, by the plain Go machine.
func expectation(m model.Model) (flops int, losses []float32, err error) {
	r, err := model.Start(m, func(p *plan.Program) (plan.Machine, error) { return kernel.New(p) })
	if err != nil {
		return 0, nil, err
	}
	losses, err = r.Trace()
	return model.Flops(r.Program(), model.Step), losses, err
}

// ready opens a model in an engine, holds it to the expected losses, if any, opens it anew and warms it up.
func ready(p *page, e engine, m model.Model, expected []float32) error {
	if err := p.ask(e.key, "open", nil, m.Key); err != nil {
		return err
	}
	if expected != nil {
		var got []float64
		if err := p.ask(e.key, "trace", &got, model.CheckSteps); err != nil {
			return err
		}
		if err := sameLosses(got, expected); err != nil {
			return err
		}
	}
	return warm(p, e)
}

// sameLosses says where an engine's step is not the step that it should be.
func sameLosses(got []float64, want []float32) error {
	if len(got) != len(want) {
		return fmt.Errorf("it tells %d losses, not %d", len(got), len(want))
	}
	for i, w := range want {
		w := float64(w)
		if !(math.Abs(got[i]-w) <= tolerance*math.Max(1, math.Abs(w))) {
			return fmt.Errorf("it takes another step: after step %d its losses are %v, not %v", i/2+1, got, want)
		}
	}
	return nil
}

// warm runs an engine until its speed is steady: engines compile what runs often again, and better.
func warm(p *page, e engine) error {
	last := 0.0
	for range warmWindows {
		s, err := run(p, e, warmWindow)
		if err != nil {
			return err
		}
		now := s.perSecond()
		if s.Steps <= 2 || math.Abs(now-last) < steady*now {
			return nil
		}
		last = now
	}
	return nil
}

// run runs a window, after which losses must be numbers.
func run(p *page, e engine, ms int) (sample, error) {
	var s sample
	if err := p.ask(e.key, "run", &s, ms); err != nil {
		return s, err
	}
	for _, l := range s.Losses {
		if math.IsNaN(l) || math.IsInf(l, 0) {
			return s, fmt.Errorf("its losses became %v", s.Losses)
		}
	}
	return s, nil
}

// measure adds a window to a row. Training moves: losses that stay are a fault.
func (r *row) measure(p *page) {
	s, err := run(p, r.engine, window)
	if err == nil && slices.Equal(s.Losses, r.losses) {
		err = fmt.Errorf("its losses stay at %v", s.Losses)
	}
	r.fault, r.losses = err, s.Losses
	rate := s.perSecond()
	if r.engine.key != torch.key { // which counts steps, and not passes of a program
		rate *= float64(r.model.StepsInPass())
	}
	r.rates = append(r.rates, rate)
}

// median is the middle of values, or the mean of the two in the middle.
func median(values []float64) float64 {
	v := slices.Sorted(slices.Values(values))
	n := len(v)
	return (v[(n-1)/2] + v[n/2]) / 2
}
