//go:build !js

package browsertest

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"
)

// bidi speaks WebDriver BiDi (w3.org/TR/webdriver-bidi) with a browser: commands with answers, and events between them.
type bidi struct {
	socket  *websocket
	onEvent func(method string, params json.RawMessage)

	mu      sync.Mutex
	last    int
	waiting map[int]chan bidiMessage
	ended   error
}

// bidiMessage is what comes from the browser: the answer to a command, its failure, or an event.
type bidiMessage struct {
	ID      int             `json:"id"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
}

func newBidi(socket *websocket, onEvent func(method string, params json.RawMessage)) *bidi {
	b := &bidi{socket: socket, onEvent: onEvent, waiting: map[int]chan bidiMessage{}}
	go b.listen()
	return b
}

func (b *bidi) listen() {
	for {
		text, err := b.socket.receive()
		var m bidiMessage
		if err == nil {
			err = json.Unmarshal(text, &m)
		}
		if err != nil {
			b.end(err)
			return
		}
		if m.Method != "" {
			b.onEvent(m.Method, m.Params)
			continue
		}
		b.mu.Lock()
		answer := b.waiting[m.ID]
		delete(b.waiting, m.ID)
		b.mu.Unlock()
		if answer != nil {
			answer <- m
		}
	}
}

func (b *bidi) end(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = err
	for id, answer := range b.waiting {
		answer <- bidiMessage{Error: "connection lost", Message: err.Error()}
		delete(b.waiting, id)
	}
}

// call sends a command and waits for its answer, which it puts into result unless that is nil.
func (b *bidi) call(method string, params, result any) error {
	id, answer, err := b.expect()
	if err != nil {
		return err
	}
	text, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := b.socket.send(text); err != nil {
		return err
	}
	select {
	case m := <-answer:
		if m.Error != "" {
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(m.Result, result)
	case <-time.After(patience):
		return errors.New(method + ": no answer")
	}
}

func (b *bidi) expect() (id int, answer chan bidiMessage, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended != nil {
		return 0, nil, b.ended
	}
	b.last++
	answer = make(chan bidiMessage, 1)
	b.waiting[b.last] = answer
	return b.last, answer, nil
}
