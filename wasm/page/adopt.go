//go:build js && wasm

package main

import (
	"ganvas/core/experiment"
	"ganvas/ui/app"
)

// adopt drops the command that opens the first run where the boot script has opened the same: it trains already.
func (p *page) adopt(msg app.Msg, effects []app.Effect) []app.Effect {
	if _, ok := msg.(app.WorkerReady); !ok {
		return effects
	}
	begun, err := experiment.Parse(p.opened)
	if err != nil || begun != p.model.Spec {
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
