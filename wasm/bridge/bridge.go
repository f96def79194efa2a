// Package bridge carries Commands and Snapshots between the page and the trainer's Worker, and runs the SIMD machine's
// modules there.
//
// Messages are JavaScript objects. To the worker: {command: "verb?query", buffer: ArrayBuffer or undefined}; the buffer of
// an open holds the reader's points, the buffer of a pull is an old snapshot's, to be filled again. To the page: {kind, text,
// answer, fatal, buffer}; the Kinds are below. Buffers travel by transfer in both directions, so none is copied and none is left to the
// garbage collector.
//
// Whoever starts a side may find that messages have come before its Go program was there to hear them: they lie in an array
// called inbox beside the port (see assets/boot.js and assets/worker.js), which is emptied first.
package bridge

// The kinds of messages to the page.
const (
	KindReady    = "ready"    // the worker listens; text is the machine that it computes on, as app.Model.Machine
	KindMachine  = "machine"  // text is the machine that it computes on from now on
	KindSnapshot = "snapshot" // buffer holds a Snapshot
	// KindError has in its text what went wrong; answer is whether this is what has become of a pull, and fatal whether the
	// worker is no more.
	KindError = "error"
)

// simdProbe is the smallest module that only an engine with SIMD128 validates: a function that returns
// i8x16.popcnt(i8x16.splat(0)).
var simdProbe = []byte{
	0x00, 'a', 's', 'm', 1, 0, 0, 0,
	1, 5, 1, 0x60, 0, 1, 0x7b, // type 0: () -> v128
	3, 2, 1, 0, // function 0 has type 0
	10, 10, 1, 8, 0, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x62, 0x0b, // i32.const 0; i8x16.splat; i8x16.popcnt
}
