package bridge

import (
	"errors"
	"fmt"
	"syscall/js"

	"ganvas/core/wire"
)

// Trainer is what a worker does: wasm/session's Session.
type Trainer interface {
	// Do obeys a command, with the bytes that came beside it or nil; it returns a snapshot if the command was a pull that it can answer at once.
	Do(c wire.Command, points []byte) (*wire.Snapshot, error)
	// Work trains for one turn and says in how many milliseconds the next is due, if at all.
	Work() (wait float64, again bool, err error)
	// Answers are the snapshots of pulls that Do has not answered, as they come.
	Answers() []*wire.Snapshot
}

// server is the worker's side: it hears commands, and lets the trainer work in turns between which messages are heard.
type server struct {
	trainer Trainer
	scope   js.Value // the worker's global scope
	channel js.Value // a MessageChannel to itself: the shortest way round the event loop
	bytes   []byte
	turn    js.Func
	timer   js.Value // of a turn that is due later, or undefined
	posted  bool     // a turn is on its way through the channel
	verb    string   // of the command under way, or empty in a turn of training
}

// Serve tells the page that the worker listens, on the named machine, and then obeys it for good.
func Serve(trainer Trainer, machine string) {
	s := &server{trainer: trainer, scope: js.Global(), channel: js.Global().Get("MessageChannel").New()}
	s.turn = js.FuncOf(func(js.Value, []js.Value) any {
		s.posted, s.timer = false, js.Undefined()
		s.guard(s.work)
		return nil
	})
	s.channel.Get("port1").Set("onmessage", s.turn)
	s.say(KindReady, machine, false)
	listen(s.scope, s.scope, func(data js.Value) {
		s.guard(func() error { return s.obey(data) })
	})
	select {}
}

// SayMachine tells the page that the worker computes on another machine from now on.
func SayMachine(machine string) {
	post(js.Global(), object(map[string]any{"kind": KindMachine, "text": machine}))
}

// guard runs f and tells the page of its error, or of its panic: a worker that falls silent explains nothing.
func (s *server) guard(f func() error) {
	defer func() { s.verb = "" }()
	defer func() {
		if r := recover(); r != nil {
			s.say(KindError, fmt.Sprint("The trainer has failed: ", r), true)
		}
	}()
	if err := f(); err != nil {
		s.say(KindError, err.Error(), false)
	}
}

func (s *server) say(kind, text string, fatal bool) {
	post(s.scope, object(map[string]any{"kind": kind, "text": text, "verb": s.verb, "fatal": fatal}))
}

// obey does what a message asks for.
func (s *server) obey(data js.Value) error {
	c, err := wire.ParseCommand(data.Get("command").String())
	if err != nil {
		return err
	}
	s.verb = c.Verb
	buffer := data.Get("buffer")
	var points []byte
	if length := data.Get("length"); length.Truthy() && buffer.Truthy() {
		points = drain(nil, buffer)[:length.Int()]
	}
	snapshot, err := s.trainer.Do(c, points)
	if err != nil {
		return err
	}
	if snapshot != nil {
		s.show(snapshot, buffer)
		return nil
	}
	s.soon()
	return nil
}

// show sends a snapshot, in a buffer if there is one.
func (s *server) show(snapshot *wire.Snapshot, buffer js.Value) {
	s.bytes = snapshot.Encode(s.bytes[:0])
	post(s.scope, object(map[string]any{"kind": KindSnapshot, "buffer": fill(buffer, s.bytes)}))
}

// work lets the trainer have its turn, and arranges for the next.
func (s *server) work() error {
	wait, again, err := s.trainer.Work()
	switch {
	case !again:
	case wait >= 1:
		s.timer = s.scope.Call("setTimeout", s.turn, wait)
	default:
		s.soon()
	}
	for _, snapshot := range s.trainer.Answers() {
		s.show(snapshot, js.Undefined())
	}
	var refusal *wire.Refusal
	if errors.As(err, &refusal) {
		s.verb = refusal.Verb
	}
	return err
}

// soon arranges for a turn after the messages that have come already.
func (s *server) soon() {
	if s.timer.Truthy() {
		s.scope.Call("clearTimeout", s.timer)
		s.timer = js.Undefined()
	}
	if !s.posted {
		s.posted = true
		s.channel.Get("port2").Call("postMessage", js.Null())
	}
}
