package run

import (
	"runtime"

	"ganvas/core/wire"
)

// coroutine computes measures in a goroutine that runs only while resume waits for it: a measure stops where it takes a rest, in the
// middle of its loops, and no loop need be written as anything else. (Package iter's coroutines do the same, for 6 KB more of a download.)
type coroutine struct {
	turns   chan struct{}      // each lets it run to the next rest; closed, it ends there
	pieces  chan *wire.Measure // the answer to each: nil, or a measure that is complete; closed where it has failed
	failure any                // what it has panicked with
}

func newCoroutine() *coroutine {
	return &coroutine{turns: make(chan struct{}), pieces: make(chan *wire.Measure)}
}

// resume does the work up to the next rest, and returns the measure that it completes, or nil. It must not be called after the last.
func (c *coroutine) resume() *wire.Measure {
	c.turns <- struct{}{}
	r, ok := <-c.pieces
	if !ok {
		panic(c.failure)
	}
	return r
}

// run computes the measures, each answered to a resume, and those that they call rest in too.
func (c *coroutine) run(list []Measure) {
	defer func() {
		c.failure = recover()
		close(c.pieces)
	}()
	c.wait()
	for _, m := range list {
		r := m.take()
		c.answer(&r)
	}
}

// rest lets resume return in the middle of a measure.
func (c *coroutine) rest() { c.answer(nil) }

// answer answers resume, and waits to be called on.
func (c *coroutine) answer(r *wire.Measure) {
	c.pieces <- r
	c.wait()
}

func (c *coroutine) wait() {
	if _, ok := <-c.turns; !ok {
		runtime.Goexit()
	}
}
