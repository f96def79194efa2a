package app

import "ganvas/core/wire"

// Pending is how many of the measures that were asked for are still to come.
func (m Model) Pending() int {
	if m.Snapshot == nil {
		return 0
	}
	return m.Snapshot.Pending
}

// surveyed asks for all measures of the samples as they are now. Training goes on meanwhile, if it did.
func (m Model) surveyed() (Model, []Effect) {
	if !m.Ready || m.Lost {
		return m, nil
	}
	m.surveying = true
	return m.pulled([]Effect{Send{Command: wire.NewCommand("measure")}, Announce{"Computing all measures."}})
}
