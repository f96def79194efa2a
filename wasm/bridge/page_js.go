package bridge

import (
	"syscall/js"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// Worker is the page's side: the trainer's Worker as the page sees it.
type Worker struct {
	OnReady    func(machine string)
	OnMachine  func(machine string)
	OnSnapshot func(*wire.Snapshot)
	OnError    func(text string, fatal bool)

	port   js.Value
	spare  js.Value // the buffer that the next pull sends along, or undefined
	bytes  []byte
	asked  bool // a pull is under way
	again  bool // another has been asked for meanwhile,
	closer bool // with measures

	optimal bool // the last that was asked for wants the optimal discriminator

	early bool // the first pull has been sent, by a script, but nobody here has asked for it yet,
	stray bool // nor will: its answer is of a run that the page does not show
}

// Start starts a Worker from the script at a URL.
func Start(url string) *Worker {
	return &Worker{port: js.Global().Get("Worker").New(url)}
}

// Attach takes a Worker that a script has started, and has asked for the first snapshot.
func Attach(port js.Value) *Worker { return &Worker{port: port, early: true} }

// Disown drops the answer to the script's pull, unless that has been asked for here: it is of a run that the page does not show.
func (w *Worker) Disown() { w.early, w.stray = false, w.early }

// Listen begins to hear the worker, whose early messages lie in inbox of the given object. The callbacks must be set.
func (w *Worker) Listen(scope js.Value) {
	w.port.Set("onerror", js.FuncOf(func(_ js.Value, args []js.Value) any {
		text := "its script could not be loaded"
		if m := args[0].Get("message"); m.Truthy() {
			text = m.String()
		}
		w.OnError("The trainer has failed: "+text+".", true)
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

// Pull asks for a snapshot, with fresh measures or as they are, with the optimal discriminator or without. One pull is under way at a time: any that are asked for
// meanwhile become one, sent after the answer.
func (w *Worker) Pull(measure, optimal bool) {
	w.optimal = optimal
	if w.asked {
		w.again, w.closer = true, w.closer || measure
		return
	}
	w.asked = true
	if w.early { // what more is wanted comes with the next
		w.early = false
		return
	}
	var asks []query.Pair
	if measure {
		asks = append(asks, query.Pair{Key: "measure", Value: "1"})
	}
	if optimal {
		asks = append(asks, query.Pair{Key: "optimal", Value: "1"})
	}
	c := wire.Command{Verb: "pull", Query: query.Format(asks...)}
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
		if data.Get("answer").Truthy() && !w.strayed() {
			w.asked, w.again, w.closer = false, false, false
		}
		w.OnError(data.Get("text").String(), data.Get("fatal").Truthy())
	}
}

// strayed reports whether an answer to a pull is the one to be dropped.
func (w *Worker) strayed() bool {
	stray := w.stray
	w.stray = false
	return stray
}

// heard takes the answer to a pull.
func (w *Worker) heard(buffer js.Value) {
	if w.strayed() {
		return
	}
	w.bytes = drain(w.bytes, buffer)
	w.spare = buffer
	snapshot, err := wire.DecodeSnapshot(w.bytes)
	again, measure := w.again, w.closer
	w.asked, w.again, w.closer = false, false, false
	if err != nil {
		w.OnError(err.Error(), true)
		return
	}
	w.OnSnapshot(snapshot)
	if again {
		w.Pull(measure, w.optimal)
	}
}
