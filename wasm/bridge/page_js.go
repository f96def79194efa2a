package bridge

import (
	"syscall/js"

	"ganvas/core/wire"
)

// Worker is the page's side: the trainer's Worker as the page sees it. When to ask it for what is ui/app's to decide.
type Worker struct {
	OnReady    func(machine string)
	OnMachine  func(machine string)
	OnSnapshot func(*wire.Snapshot)
	OnError    func(text, verb string, fatal bool) // the verb of the command that it has become of, or empty

	port  js.Value
	spare js.Value // the buffer that the next pull sends along, or undefined
	bytes []byte
}

// Attach takes a Worker that a script has started.
func Attach(port js.Value) *Worker { return &Worker{port: port} }

// Listen begins to hear the worker, whose early messages lie in inbox of the given object. The callbacks must be set.
func (w *Worker) Listen(scope js.Value) {
	w.port.Set("onerror", js.FuncOf(func(_ js.Value, args []js.Value) any {
		text := "its script could not be loaded"
		if m := args[0].Get("message"); m.Truthy() {
			text = m.String()
		}
		w.OnError("The trainer has failed: "+text+".", "pull", true)
		return nil
	}))
	listen(w.port, scope, w.hear)
}

// Send posts a command, with bytes beside it or nil. A pull goes by Pull.
func (w *Worker) Send(c wire.Command, points []byte) {
	message := object(map[string]any{"command": c.String()})
	if points != nil {
		message.Set("buffer", fill(js.Undefined(), points))
		message.Set("length", len(points))
	}
	post(w.port, message)
}

// Pull posts a pull, with the last snapshot's buffer to be filled again. The answer comes to OnSnapshot or to OnError.
func (w *Worker) Pull(c wire.Command) {
	message := object(map[string]any{"command": c.String()})
	message.Set("buffer", w.spare)
	w.spare = js.Undefined()
	post(w.port, message)
}

func (w *Worker) hear(data js.Value) {
	switch data.Get("kind").String() {
	case KindReady:
		w.OnReady(data.Get("text").String())
	case KindMachine:
		w.OnMachine(data.Get("text").String())
	case KindSnapshot:
		w.heard(data.Get("buffer"))
	case KindError:
		w.OnError(data.Get("text").String(), data.Get("verb").String(), data.Get("fatal").Truthy())
	}
}

// heard takes the answer to a pull.
func (w *Worker) heard(buffer js.Value) {
	w.bytes = drain(w.bytes, buffer)
	w.spare = buffer
	snapshot, err := wire.DecodeSnapshot(w.bytes)
	if err != nil {
		w.OnError(err.Error(), "pull", true)
		return
	}
	w.OnSnapshot(snapshot)
}
