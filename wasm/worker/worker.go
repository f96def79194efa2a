//go:build js && wasm

// Package worker is the trainer's part of the program: it owns the experiments that run and obeys the page. It never reaches ebiten.
package worker

import (
	"runtime/debug"
	"syscall/js"

	"ganvas/core/gan"
	digits "ganvas/core/judge"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd"
	"ganvas/wasm/bridge"
	"ganvas/wasm/instance"
	"ganvas/wasm/session"
)

// The machines, by the names that app.Model.Machine has for them.
const (
	fast  = "simd"  // modules of core/simd, run by the browser
	two   = "simd2" // the same, and a second thread has a part in some run
	plain = "go"    // core/kernel, some twenty times slower
)

// garbage is how much of it may lie about, in percent of what is in use. An experiment takes less memory to compile than the 16 MB that
// this lets through, so that the way to its first step is free of collections, which cost a cold program as much as a pass.
const garbage = 400

// Main is the trainer of runs, for good. With says which families it trains beside the GAN, which it is given.
func Main(with func(first run.Family) []run.Family) {
	families := with(gan.Judged(func() *digits.Judge { return judge }))
	debug.SetGCPercent(garbage)
	name, machine, piece := plain, reference, run.DefaultPiece/8
	if instance.HasSIMD() {
		name, machine, piece = fast, compiled, run.DefaultPiece
	}
	clock := js.Global().Get("performance")
	bridge.Serve(&session.Session{
		Open: func(script string, points []byte) (session.Run, error) {
			return open(script, points, families, machine, piece)
		},
		Judge: func(weights []byte) (err error) {
			judge, err = digits.Parse(weights)
			return err
		},
		Now: func() float64 { return clock.Call("now").Float() },
	}, name)
}

// judge is nil until the page sends its weights.
var judge *digits.Judge

// open starts the run of a script.
func open(script string, points []byte, families []run.Family, machine func(*plan.Program) (plan.Machine, error), piece int) (session.Run, error) {
	r, err := run.Open(script, run.Options{Families: families, Machine: machine, Own: points, Piece: piece})
	if err != nil {
		return nil, err // not r: a nil *run.Run would be a Run
	}
	return r, nil
}

// compiled is the fast machine, on two threads where the browser and the program have use for a second, or the plain one where the browser refuses
// that: slow beats nothing, and the page says so.
func compiled(p *plan.Program) (plan.Machine, error) {
	if m := shared(p); m != nil {
		return m, nil
	}
	module, err := simd.Module(p)
	if err != nil {
		return nil, err
	}
	m, err := instance.Instantiate(module, p)
	if err != nil {
		println(err.Error())
		bridge.SayMachine(plain)
		return reference(p)
	}
	return m, nil
}

// serving counts the second threads of runs.
var serving int

// shared is a machine of two threads, or nil where there is to be none.
func shared(p *plan.Program) plan.Machine {
	if !instance.HasThreads() || !simd.WorthTwo(p) {
		return nil
	}
	module, err := simd.ForTwo(p, simd.LeastShared)
	if module == nil || err != nil {
		return nil
	}
	m, err := instance.InstantiateTwo(module, p, func(serves int) {
		before := serving
		serving += serves
		if before == 0 && serving > 0 {
			bridge.SayMachine(two)
		} else if before > 0 && serving == 0 {
			bridge.SayMachine(fast)
		}
	})
	if err != nil {
		println(err.Error())
		return nil
	}
	return m
}

func reference(p *plan.Program) (plan.Machine, error) { return kernel.New(p) }
