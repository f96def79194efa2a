//go:build js && wasm

// Worker is the bench's program in a Web Worker: our machines, held as web/worker.js wants its engines. It runs modules through
// package instance, as the page does.
package main

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd"
	"ganvas/wasm/bench/model"
	"ganvas/wasm/instance"
)

// machines are ours, by the names of the bench's engines.
var machines = map[string]func(*plan.Program) (plan.Machine, error){
	"simd": func(p *plan.Program) (plan.Machine, error) {
		module, err := simd.Module(p)
		if err != nil {
			return nil, err
		}
		return instance.Instantiate(module, p)
	},
	"simd2": func(p *plan.Program) (plan.Machine, error) {
		if !instance.HasThreads() {
			return nil, errors.New("no memory can be shared between threads here")
		}
		if !simd.WorthTwo(p) {
			return nil, errors.New("a step is too short for two threads")
		}
		module, err := simd.ForTwo(p, simd.LeastShared)
		if err != nil {
			return nil, err
		}
		return instance.InstantiateTwo(module, p, func(int) {})
	},
	"go": func(p *plan.Program) (plan.Machine, error) { return kernel.New(p) },
}

// opened is the model that was opened last.
var opened *model.Run

func main() {
	debug.SetGCPercent(400) // as wasm/worker does
	js.Global().Set("bench", js.ValueOf(map[string]any{
		"open":    function(open),
		"trace":   function(trace),
		"step":    function(step),
		"losses":  function(losses),
		"compile": function(compile),
		"profile": function(profile),
	}))
	js.Global().Get("started").Invoke()
	select {}
}

// function is f as JavaScript calls it: a thrown error would end the program, so that one comes back as {error}.
func function(f func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		v, err := f(args)
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return v
	})
}

// preset is the preset that was opened last, where it was not a model.
var preset *run.Run

// open takes a model's key, or a preset's behind "preset:", and a machine's name.
func open(args []js.Value) (any, error) {
	if key, ok := strings.CutPrefix(args[0].String(), "preset:"); ok {
		return nil, openPreset(key, machines[args[1].String()])
	}
	m, err := find(args[0].String())
	if err != nil {
		return nil, err
	}
	opened, err = model.Start(m, machines[args[1].String()])
	return nil, err
}

// openPreset opens a preset.
func openPreset(key string, machine func(*plan.Program) (plan.Machine, error)) error {
	if preset != nil {
		preset.Close()
	}
	p, ok := experiment.FindPreset(key)
	if !ok {
		return fmt.Errorf("there is no preset %q", key)
	}
	var err error
	preset, err = gan.Open(p.Query, run.Options{Machine: machine})
	return err
}

func find(key string) (model.Model, error) {
	m, ok := model.Find(key)
	if !ok {
		return m, fmt.Errorf("there is no model %q", key)
	}
	return m, nil
}

// trace returns the losses of steps on fixed inputs.
func trace([]js.Value) (any, error) {
	values, err := opened.Trace()
	if err != nil {
		return nil, err
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = float64(v)
	}
	return out, nil
}

// step takes a number of steps.
func step(args []js.Value) (any, error) {
	if preset != nil {
		return nil, preset.Run(args[0].Int())
	}
	return nil, opened.Do(model.Step, args[0].Int())
}

// losses returns the last losses, [d, g].
func losses([]js.Value) (any, error) {
	if preset != nil {
		return []any{}, nil
	}
	d, g := opened.Losses()
	return []any{float64(d), float64(g)}, nil
}
