package train

import (
	"runtime"

	"ganvas/core/metric"
)

// piecework computes measures in a goroutine that runs only while piece waits for it: a measure stops where it takes a rest, in the
// middle of its loops, and no loop need be written as anything else. (Package iter's coroutines do the same, for 6 KB more of a download.)
type piecework struct {
	turns   chan struct{}       // each lets it run to the next rest; closed, it ends there
	pieces  chan *metric.Result // the answer to each: nil, or a measure that is complete; closed where it has failed
	failure any                 // what it has panicked with
}

func newPiecework(target *metric.Target, samples *metric.Samples, list []metric.Measure) *piecework {
	w := &piecework{turns: make(chan struct{}), pieces: make(chan *metric.Result)}
	samples.Rest = func() { w.rest(nil) }
	go w.compute(target, samples, list)
	return w
}

// piece does the work up to the next rest, and returns the measure that it completes, or nil. It must not be called after the last.
func (w *piecework) piece() *metric.Result {
	w.turns <- struct{}{}
	r, ok := <-w.pieces
	if !ok {
		panic(w.failure)
	}
	return r
}

func (w *piecework) compute(target *metric.Target, samples *metric.Samples, list []metric.Measure) {
	defer func() {
		w.failure = recover()
		close(w.pieces)
	}()
	w.wait()
	for _, m := range list {
		r := target.Compute(m, samples)
		w.rest(&r)
	}
}

// rest answers piece, and waits to be called on.
func (w *piecework) rest(r *metric.Result) {
	w.pieces <- r
	w.wait()
}

func (w *piecework) wait() {
	if _, ok := <-w.turns; !ok {
		runtime.Goexit()
	}
}
