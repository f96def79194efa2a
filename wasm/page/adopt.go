//go:build js && wasm

package main

import (
	"ganvas/core/experiment"
	"ganvas/ui/app"
)

// adopt drops the command that opens the first run where the boot script has opened the same: it trains already. Where it
// has opened another, the snapshot that it has asked for is not for this page.
func (p *page) adopt(msg app.Msg, effects []app.Effect) []app.Effect {
	if _, ok := msg.(app.WorkerReady); !ok {
		return effects
	}
	begun, err := experiment.Parse(p.opened)
	if err != nil || begun != p.model.Spec {
		p.worker.Disown()
		return effects
	}
	var rest []app.Effect
	for _, e := range effects {
		if s, ok := e.(app.Send); ok && s.Command.Verb == "open" {
			continue
		}
		rest = append(rest, e)
	}
	return rest
}
