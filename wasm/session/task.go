package session

import "runtime"

// task is a call of a run that takes long. It goes on only while resume waits for it, from one rest to the next, so that a message can be
// heard in between, and can be given up where it rests.
type task struct {
	turns   chan struct{} // each lets it go on; closed, it ends where it rests
	rests   chan struct{} // it rests; closed where it has ended
	err     error         // what the call has returned
	failure any           // what it has panicked with
}

func newTask(call func() error) *task {
	t := &task{turns: make(chan struct{}), rests: make(chan struct{})}
	go func() {
		defer func() {
			t.failure = recover()
			close(t.rests)
		}()
		t.wait()
		t.err = call()
	}()
	return t
}

// resume does the work up to the next rest, and says whether that was all. It must not be called after the last.
func (t *task) resume() (done bool) {
	t.turns <- struct{}{}
	_, more := <-t.rests
	if t.failure != nil {
		panic(t.failure)
	}
	return !more
}

// rest lets resume return in the middle of the call.
func (t *task) rest() {
	t.rests <- struct{}{}
	t.wait()
}

// giveUp ends the call where it rests: what it has deferred has been done when giveUp returns.
func (t *task) giveUp() {
	close(t.turns)
	<-t.rests
}

func (t *task) wait() {
	if _, ok := <-t.turns; !ok {
		runtime.Goexit()
	}
}
