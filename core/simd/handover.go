package simd

import "ganvas/core/simd/wasm"

// How two threads share an instruction.
//
// The first thread writes a ticket: which shares there are, and which of them nobody has taken yet. Both then take shares, the first
// thread from the front and the second from the back, so that each finds in its caches what it has worked on before; a share is taken by
// exchanging the ticket for one without it. The second counts what it has done, in a word that only grows, and the first waits until that is
// all that it has not done itself. Nobody waits for who has taken nothing: a second thread that starts late, sleeps or is not there costs nothing.
//
// A thread that has to wait looks again some thousand times, and then sleeps: it says so in a word of its own, for whoever
// changes what it waits for then has to wake it. That comes to less than a microsecond where both are awake, and a run that is paused uses no time.

// Words in memory, each on a line of the cache of its own, as bytes beyond twoThreads.control.
const (
	wordTicket  = 64 * iota
	wordDone    // the shares that the second thread has done, ever
	wordAsleep  // whether the second thread sleeps, until the ticket changes
	wordWaiting // whether the first does, until wordDone changes;
	controlSize = 64 * iota
	wordOwed    = wordWaiting + 4 // and the shares that the second has taken, ever
)

// looks is how often a thread looks before it sleeps: about 50 microseconds.
const looks = 10000

// ticket names shares from first to the one before last, of those that begin at a place in the table.
func ticket(base, first, last int) int { return base<<16 | first<<8 | last }

// noMore is the ticket that ends serve. It has no shares.
const noMore = -1

const ticketMask = 0xff

// handover writes a function of the threads.
type handover struct {
	*wasm.Func
	control int
	v       wasm.Local // the ticket as it was seen last
	left    wasm.Local // looks
}

func (t *twoThreads) handover(params ...wasm.Type) *handover {
	h := &handover{Func: wasm.NewFunc(params...), control: t.control}
	h.v, h.left = h.Local(wasm.I32), h.Local(wasm.I32)
	return h
}

// at writes an atomic instruction on a word. What push pushes lies above the address.
func (h *handover) at(word int, o wasm.Op, push ...func()) {
	h.Int(0)
	for _, p := range push {
		p()
	}
	h.Atomic(o, h.control+word)
}

func (h *handover) load(word int) { h.at(word, wasm.I32AtomicLoad) }

func (h *handover) store(word, x int) { h.at(word, wasm.I32AtomicStore, h.int(x)) }

func (h *handover) int(x int) func() { return func() { h.Int(x) } }

func (h *handover) get(l wasm.Local) func() { return func() { h.Get(l) } }

// wake wakes who waits for a word to change, where another word says that somebody does.
func (h *handover) wake(word, sleeps int) {
	h.Block(func() {
		h.load(sleeps)
		h.Op(wasm.I32Eqz)
		h.Leave()
		h.at(word, wasm.MemoryAtomicNotify, h.int(1))
		h.Op(wasm.Drop)
	})
}

// sleep waits while a word is as l has it.
func (h *handover) sleep(word, sleeps int, l wasm.Local) {
	h.store(sleeps, 1)
	h.at(word, wasm.MemoryAtomicWait32, h.get(l), h.Forever)
	h.Op(wasm.Drop)
	h.store(sleeps, 0)
}

// first and last push the numbers of the first share that is left, and of the one after the last.
func (h *handover) first() {
	h.Get(h.v)
	h.Int(8)
	h.Op(wasm.I32ShrU)
	h.Int(ticketMask)
	h.Op(wasm.I32And)
}

func (h *handover) last() {
	h.Get(h.v)
	h.Int(ticketMask)
	h.Op(wasm.I32And)
}

// look looks at the ticket, and pushes whether no share is left.
func (h *handover) look() {
	h.load(wordTicket)
	h.Set(h.v)
	h.first()
	h.last()
	h.Op(wasm.I32Eq)
}

// take takes a share, by adding step to the ticket, and does it: that of the number which number pushes. Where the other thread has been faster it
// does nothing.
func (h *handover) take(step int, number, done func()) {
	h.Block(func() {
		h.at(wordTicket, wasm.I32AtomicRmwCmpxchg, h.get(h.v), func() {
			h.Get(h.v)
			h.Int(step)
			h.Op(wasm.I32Add)
		})
		h.Get(h.v)
		h.Op(wasm.I32Ne)
		h.Leave()
		h.Get(h.v)
		h.Int(16)
		h.Op(wasm.I32ShrU)
		number()
		h.Op(wasm.I32Add)
		h.CallTable()
		done()
	})
}

// again counts down how often is still to be looked, and pushes whether it is.
func (h *handover) again() {
	h.Get(h.left)
	h.Int(-1)
	h.Op(wasm.I32Add)
	h.Tee(h.left)
}

func (h *handover) manyLooks() {
	h.Int(looks)
	h.Set(h.left)
}

// handOut writes the first thread's function: it has all shares of the ticket that is its parameter done.
func (t *twoThreads) handOut() *wasm.Func {
	h := t.handover(wasm.I32)
	h.at(wordTicket, wasm.I32AtomicStore, h.get(h.Param(0)))
	h.wake(wordTicket, wordAsleep)
	h.Loop(func() {
		h.Block(func() {
			h.look()
			h.Leave()
			h.take(1<<8, h.first, func() {})
			h.Go(1)
		})
	})
	h.await()
	return h.Func
}

// await waits for the shares that the second thread has taken: all but those that the first has, as the last ticket has it.
func (h *handover) await() {
	owed, done := h.Local(wasm.I32), h.Local(wasm.I32)
	h.load(wordOwed)
	h.Get(h.Param(0))
	h.Int(ticketMask)
	h.Op(wasm.I32And)
	h.Op(wasm.I32Add)
	h.last()
	h.Op(wasm.I32Sub)
	h.Set(owed)
	h.at(wordOwed, wasm.I32AtomicStore, h.get(owed))
	settled := func() {
		h.load(wordDone)
		h.Tee(done)
		h.Get(owed)
		h.Op(wasm.I32Eq)
	}
	h.Block(func() {
		h.manyLooks()
		h.Loop(func() {
			settled()
			h.GoIf(1)
			h.again()
			h.Again()
		})
		h.Loop(func() {
			settled()
			h.GoIf(1)
			h.sleep(wordDone, wordWaiting, done)
			h.Go(0)
		})
	})
}

// serve writes the second thread's function: it takes shares until there are no more tickets.
func (t *twoThreads) serve() *wasm.Func {
	h := t.handover()
	h.manyLooks()
	h.Loop(func() {
		h.Block(func() {
			h.look()
			h.Leave()
			h.take(-1, func() {
				h.last()
				h.Int(-1)
				h.Op(wasm.I32Add)
			}, func() {
				h.at(wordDone, wasm.I32AtomicRmwAdd, h.int(1))
				h.Op(wasm.Drop)
				h.wake(wordDone, wordWaiting)
			})
			h.manyLooks()
			h.Go(1)
		})
		h.Block(func() {
			h.Get(h.v)
			h.Int(noMore)
			h.Op(wasm.I32Ne)
			h.Leave()
			h.Op(wasm.Return)
		})
		h.again()
		h.Again()
		h.sleep(wordTicket, wordAsleep, h.v)
		h.manyLooks()
		h.Go(0)
	})
	return h.Func
}

// stop writes the function that ends serve.
func (t *twoThreads) stop() *wasm.Func {
	h := t.handover()
	h.store(wordTicket, noMore)
	h.at(wordTicket, wasm.MemoryAtomicNotify, h.int(1))
	h.Op(wasm.Drop)
	return h.Func
}
