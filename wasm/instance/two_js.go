package instance

import (
	"syscall/js"

	"ganvas/core/plan"
	"ganvas/core/simd"
)

// HasThreads reports whether a second thread can share memory with this one, which a page must be isolated for, and would have a core of its own.
func HasThreads() bool {
	g := js.Global()
	cores := g.Get("navigator").Get("hardwareConcurrency")
	return g.Get("crossOriginIsolated").Truthy() && g.Get("Worker").Truthy() && cores.Truthy() && cores.Int() > 1
}

// secondThread is the whole script of the second thread's Worker. It says that it is there, and serves until it is terminated.
const secondThread = `onmessage = ({ data: [module, memory] }) => {
	const { exports } = new WebAssembly.Instance(module, { ` + simd.MemoryModule + `: { ` + simd.MemoryName + `: memory } });
	postMessage('');
	exports.` + simd.ServeName + `();
};`

// threadURL is where Workers find the script, once one has been made.
var threadURL js.Value

// twoMachine is a machine whose second thread is a Worker.
type twoMachine struct {
	*machine
	worker js.Value
	heard  js.Func
	told   func(serves int)
	serves int
}

// InstantiateTwo runs a module for two threads; see Instantiate. The second starts by itself, in its own time: told hears 1 when it serves, and -1 when it no
// longer does. Where it does not come the first does all.
func InstantiateTwo(two *simd.Two, p *plan.Program, told func(serves int)) (m plan.Machine, err error) {
	defer caught(&err, "the browser refuses the training step's module for two threads")
	memory := webAssembly.Get("Memory").New(map[string]any{"initial": two.Pages, "maximum": two.Pages, "shared": true})
	imports := map[string]any{simd.MemoryModule: map[string]any{simd.MemoryName: memory}}
	instance := webAssembly.Get("Instance")
	instance.New(compile(two.Data), imports)
	module := compile(two.Module)
	k := &twoMachine{machine: newMachine(p, instance.New(module, imports).Get("exports"), memory), told: told}
	k.start(module, memory)
	return k, nil
}

// start starts the second thread.
func (m *twoMachine) start(module, memory js.Value) {
	if threadURL.IsUndefined() {
		script := js.Global().Get("Blob").New([]any{secondThread}, map[string]any{"type": "text/javascript"})
		threadURL = js.Global().Get("URL").Call("createObjectURL", script)
	}
	m.worker = js.Global().Get("Worker").New(threadURL)
	m.heard = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if e := args[0]; e.Get("type").String() == "error" {
			e.Call("preventDefault") // or it would be an error of this Worker
		} else if m.serves == 0 {
			m.serves = 1
			m.told(1)
		}
		return nil
	})
	m.worker.Set("onmessage", m.heard)
	m.worker.Set("onerror", m.heard)
	m.worker.Call("postMessage", []any{module, memory})
}

// Close implements plan.Machine. No run is under way, so the second thread is between two shares.
func (m *twoMachine) Close() error {
	m.worker.Set("onmessage", js.Null())
	m.worker.Set("onerror", js.Null())
	m.worker.Call("terminate")
	m.heard.Release()
	if m.serves == 1 {
		m.told(-1)
	}
	return m.machine.Close()
}
