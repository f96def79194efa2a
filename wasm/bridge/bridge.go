// Package bridge carries Commands and Snapshots between the page and the trainer's Worker.
//
// Messages are JavaScript objects. To the worker: {command: "verb?query", buffer: ArrayBuffer or undefined}; the buffer of
// an open holds the reader's points, the buffer of a pull is an old snapshot's, to be filled again. To the page: {kind, text,
// verb, fatal, buffer}; the Kinds are below. Buffers travel by transfer in both directions, so none is copied and none is left to the
// garbage collector.
//
// Whoever starts a side may find that messages have come before its Go program was there to hear them: they lie in an array
// called inbox beside the port (see assets/boot.js and assets/trainer.js), which is emptied first.
package bridge

// The kinds of messages to the page. Before all of them comes {kind: "begun"}, for assets/boot.js: the worker's own thread has its program.
const (
	KindReady    = "ready"    // the worker listens; text is the machine that it computes on, as app.Model.Machine
	KindMachine  = "machine"  // text is the machine that it computes on from now on
	KindSnapshot = "snapshot" // buffer holds a Snapshot
	// KindError has in its text what went wrong, in verb that of the command that was not obeyed, or nothing in a turn of training; fatal is whether
	// the worker is no more.
	KindError = "error"
)
