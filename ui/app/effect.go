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
	// Pull asks the worker for a Snapshot, not before the panels have drawn the last one and not before Delay seconds from
	// now. The answer must come back as a SnapshotCame, a failure as a WorkerFailed: no other Pull is asked for until then.
	Pull struct {
		Measure bool // with fresh measures, and the optimal discriminator where its layer is shown
		Delay   float64
	}
	// SetURL writes the query into the page's address.
	SetURL struct{ Query string }
	// CopyLink puts the page's link into the clipboard and answers with LinkCopied.
	CopyLink struct{}
	// Announce tells a screen reader one sentence, politely.
	Announce struct{ Text string }
)

func (Send) effect()     {}
func (Pull) effect()     {}
func (SetURL) effect()   {}
func (CopyLink) effect() {}
func (Announce) effect() {}
