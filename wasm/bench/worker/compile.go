//go:build js && wasm

package main

import (
	"syscall/js"

	"ganvas/core/gan"
	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd"
	"ganvas/wasm/instance"
)

// compile opens the default experiment as the page does, runs one step, and returns the milliseconds of each phase, in order.
func compile([]js.Value) (any, error) {
	var phases []any
	last := now()
	phase := func(name string) {
		t := now()
		phases = append(phases, map[string]any{"name": name, "ms": t - last})
		last = t
	}
	machine := func(p *plan.Program) (plan.Machine, error) {
		phase("draw data, trace, differentiate, plan")
		module, err := simd.Module(p)
		if err != nil {
			return nil, err
		}
		phase("write the module")
		m, err := instance.Instantiate(module, p)
		phase("instantiate it")
		return m, err
	}
	t, err := gan.Open("", run.Options{Machine: machine})
	if err != nil {
		return nil, err
	}
	phase("write first values")
	if err := t.Run(1); err != nil {
		return nil, err
	}
	phase("first step")
	t.Close()
	return phases, nil
}

var performance = js.Global().Get("performance")

// now is the time in milliseconds.
func now() float64 { return performance.Call("now").Float() }
