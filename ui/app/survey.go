package app

import (
	"ganvas/core/query"
	"ganvas/core/wire"
)

// Pending is how many of the measures that were asked for are still to come.
func (m Model) Pending() int {
	if m.Snapshot == nil {
		return 0
	}
	return m.Snapshot.Pending
}

// Surveying reports whether all measures have been asked for and are not all there.
func (m Model) Surveying() bool { return m.surveying }

// surveyed asks for all measures of the samples as they are now, or has enough of them. Training goes on meanwhile, if it did.
func (m Model) surveyed() (Model, []Effect) {
	if !m.Ready || m.Lost {
		return m, nil
	}
	m.surveying = !m.surveying
	if m.surveying {
		return m.pulled([]Effect{Send{Command: wire.NewCommand("measure")}, Announce{"Computing all measures."}})
	}
	return m.pulled([]Effect{Send{Command: wire.NewCommand("measure", query.Pair{Key: "stop", Value: "1"})}, Announce{"Measuring has stopped."}})
}
