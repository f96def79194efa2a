//go:build js && wasm

package main

import "ganvas/ui/app"

// adopt drops the command that opens the first run where the worker has opened the same from the page's address: it trains already. Where the
// page has come to want another, the snapshot that the boot script has asked for is not for it.
func (p *page) adopt(msg app.Msg, effects []app.Effect) []app.Effect {
	if _, ok := msg.(app.WorkerReady); !ok {
		return effects
	}
	if p.started != p.model.Spec {
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
