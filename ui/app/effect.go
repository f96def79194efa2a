package app

import "ganvas/core/wire"

// Effect is something that the page must do for the Model.
type Effect interface{ effect() }

type (
	// Send posts a command to the worker, with bytes beside it (a CSV of points) or none.
	Send struct {
		Command wire.Command
		Bytes   []byte
	}
	// Pull asks the worker for a Snapshot, as PullCommand says it. The answer must come back as a SnapshotCame, a failure as a WorkerFailed: no
	// other Pull is asked for until then.
	Pull struct {
		Measure bool // with fresh measures
	}
	// Wait sends a Waited after some seconds.
	Wait struct{ Seconds float64 }
	// SetURL writes Text behind the path of the page's address or, where the browser does not let it, Disk.
	SetURL struct{ Text, Disk string }
	// CopyLink puts the page's link, with this Text behind its path, into the clipboard and answers with LinkCopied.
	CopyLink struct{ Text string }
	// Announce tells a screen reader one sentence, politely.
	Announce struct{ Text string }
)

func (Send) effect()     {}
func (Wait) effect()     {}
func (Pull) effect()     {}
func (SetURL) effect()   {}
func (CopyLink) effect() {}
func (Announce) effect() {}
