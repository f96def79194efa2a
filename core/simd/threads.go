package simd

import (
	"strconv"

	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// Names of what a module for two threads imports and exports besides.
const (
	MemoryModule = "arena" // which its memory, MemoryName, is imported from
	ServeName    = "serve" // (): the second thread's part, until Stop is called
	StopName     = "stop"  // (): has serve return
)

// LeastShared is the least work of an instruction, as plan.Work has it, that is worth handing half of to another thread. On wazero a product of
// 32 by 32 by 32 (which is as much) and the sum of its rows go from 11.9 to 7.8 microseconds, those of 16 by 16 by 16 from 1.6 to 1.9.
const LeastShared = 1 << 15

// Two is a Program for two threads. Each instantiates Module with the same memory, which is shared and of Pages, no more and no less; before that
// Data is instantiated with it, once, and dropped. The first thread runs entries, as with any module; the second calls serve. Between the two
// stands a list of shares (handover.go), from which each takes the next when it has done one: while nobody serves, or one who is late,
// the first does all of them. The bits are the same.
type Two struct {
	Module, Data []byte
	Pages        int
	Served       int // the address of a word that counts the shares that the second thread has done
}

// ForTwo returns p for two threads, in which instructions of at least the given work are shared; or nil where there are none.
// Instructions that do little, whose elements are one sum, or whose order counts, are the first thread's alone.
func ForTwo(p *plan.Program, least int) (*Two, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	w := newWriter(p.Size)
	w.two = &twoThreads{least: least, control: w.scratch}
	w.scratch += controlSize
	w.program(p)
	if w.two.shares == 0 {
		return nil, nil
	}
	w.mod.Export(ServeName, w.mod.Add(w.two.serve()))
	w.mod.Export(StopName, w.mod.Add(w.two.stop()))
	pages, err := w.pages()
	if err != nil {
		return nil, err
	}
	data := wasm.Module{Memory: MemoryName, From: MemoryModule, Shared: true, Pages: pages}
	w.data(&data, p)
	w.mod.From, w.mod.Shared, w.mod.Pages = MemoryModule, true, pages
	return &Two{w.mod.Bytes(), data.Bytes(), pages, w.two.control + wordDone}, nil
}

// WorthTwo says whether the first entry, which is a step of training, is long enough for two threads, and at least half of it would be shared. A second
// thread takes memory, and a longer way to the first step; and where it has to wait for a core, so has the first at each instruction that they share.
func WorthTwo(p *plan.Program) bool {
	shared := 0
	for _, c := range p.Entries[0].Calls {
		for _, in := range p.Procedures[c].Code {
			if n := plan.Work(in); n >= LeastShared && len(plan.Share(in, shareCount)) > 1 {
				shared += n
			}
		}
	}
	return shared >= leastStep && 2*shared >= p.Work(0)
}

// leastStep is the least work of a step that is worth a second thread: some milliseconds. The default experiment's steps are a third of one.
const leastStep = 1 << 24

// twoThreads is what a writer knows of the threads.
type twoThreads struct {
	least   int
	control int // the address of the words by which they agree
	shares  int // instructions that are shared
	hand    int // the function that has one done, once there is one
}

// shareCount is into how many shares an instruction is cut: where one thread is late, the other does more of them.
const shareCount = 2

// mostShared bounds the table of shares, in which a ticket names a place by 16 bits.
const mostShared = 1 << 14

// share writes an instruction as shares, where it is worth that.
func (w *writer) share(f *wasm.Func, in plan.Instr) bool {
	if w.two == nil || w.two.shares == mostShared || plan.Work(in) < w.two.least {
		return false
	}
	parts := plan.Share(in, shareCount)
	if len(parts) < 2 {
		return false
	}
	first, scratch := -1, w.scratch
	for _, part := range parts {
		w.taken = 0
		g := wasm.NewFunc()
		w.instr(g, part)
		if i := w.mod.Enter(w.mod.Add(g)); first < 0 {
			first = i
		}
		w.scratch = align(w.scratch + w.taken) // shares that are done at the same time must not have the same
	}
	w.scratch = scratch
	if w.two.shares == 0 {
		w.two.hand = w.mod.Add(w.two.handOut())
	}
	w.two.shares++
	f.Int(ticket(first, 0, len(parts)))
	f.Call(w.two.hand)
	return true
}

// key tells functions apart that use other scratch space.
func (t *twoThreads) key(key string, scratch int) string {
	if t == nil {
		return key
	}
	return key + "\x00" + strconv.Itoa(scratch)
}
