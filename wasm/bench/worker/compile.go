//go:build js && wasm

package main

import (
	"syscall/js"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/simd"
	"ganvas/core/train"
	"ganvas/wasm/instance"
)

// compile opens the default experiment as the page does, runs one step, and returns the milliseconds of each phase, in order.
func compile([]js.Value) (any, error) {
	var phases []any
	last := now()
	phase := func(name string, without float64) {
		t := now()
		phases = append(phases, map[string]any{"name": name, "ms": t - last - without})
		last = t
	}
	spec := experiment.Default()
	entry, _ := data.Find(spec.Data)
	entry.Source.Sample(random.New(spec.Seed, "data"), make([]float32, 2*spec.Rows))
	drawing := now() - last
	phase("draw the data", 0)
	machine := func(p *plan.Program) (plan.Machine, error) {
		phase("trace, differentiate and plan", drawing) // the trainer has just drawn the data once more
		module, err := simd.Module(p)
		if err != nil {
			return nil, err
		}
		phase("write the module", 0)
		m, err := instance.Instantiate(module, p)
		phase("instantiate it", 0)
		return m, err
	}
	t, err := train.New(spec, train.Options{Machine: machine})
	if err != nil {
		return nil, err
	}
	phase("write first values", 0)
	if err := t.Run(1); err != nil {
		return nil, err
	}
	phase("first step", 0)
	t.Close()
	return phases, nil
}

var performance = js.Global().Get("performance")

// now is the time in milliseconds.
func now() float64 { return performance.Call("now").Float() }
