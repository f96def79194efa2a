//go:build js && wasm

// Worker is the program of the trainer's Worker: it owns the experiment that runs and obeys the page. It never reaches ebiten.
package main

import (
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/core/train"
	"ganvas/wasm/bridge"
	"ganvas/wasm/session"
)

// The machines, by the names that app.Model.Machine has for them.
const (
	fast  = "simd" // modules of core/simd, run by the browser
	plain = "go"   // core/kernel, some twenty times slower
)

func main() {
	name, machine := plain, reference
	if bridge.HasSIMD() {
		name, machine = fast, compiled
	}
	clock := js.Global().Get("performance")
	bridge.Serve(&session.Session{
		Open: func(text string, points []byte) (session.Run, error) { return open(text, points, machine) },
		Now:  func() float64 { return clock.Call("now").Float() },
	}, name)
}

// open starts a run of the Spec in text.
func open(text string, points []byte, machine func(*plan.Program) (plan.Machine, error)) (session.Run, error) {
	spec, err := experiment.Parse(text)
	if err != nil {
		return nil, err
	}
	t, err := train.New(spec, train.Options{Machine: machine, CSV: points})
	if err != nil {
		return nil, err // not t: a nil *Trainer would be a Run
	}
	return t, nil
}

// compiled is the fast machine, or the plain one where the browser refuses that: slow beats nothing, and the page says so.
func compiled(p *plan.Program) (plan.Machine, error) {
	module, err := simd.Module(p)
	if err != nil {
		return nil, err
	}
	m, err := bridge.Instantiate(module, p)
	if err != nil {
		println(err.Error())
		bridge.SayMachine(plain)
		return reference(p)
	}
	return m, nil
}

func reference(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }
