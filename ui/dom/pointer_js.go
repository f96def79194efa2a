//go:build js && wasm

package dom

import "syscall/js"

// pointer is where the reader points within a panel, in CSS pixels.
type pointer struct {
	there bool
	x, y  float64
}

// watch keeps a pointer up to date and tells when it has moved.
func (p *pointer) watch(panel *element, moved func()) {
	at := func(e js.Value) {
		r := panel.Call("getBoundingClientRect")
		p.there = true
		p.x = e.Get("clientX").Float() - r.Get("left").Float()
		p.y = e.Get("clientY").Float() - r.Get("top").Float()
		moved()
	}
	panel.on("pointermove", at)
	panel.on("pointerdown", at)
	panel.on("pointerleave", func(js.Value) {
		p.there = false
		moved()
	})
}
