//go:build js && wasm

package dom

import (
	"strings"
	"syscall/js"

	"ganvas/ui/app"
)

// link is the URL of this page with another text behind its path.
func (ui *UI) link(text string) string {
	base, _, _ := strings.Cut(ui.location("href"), "#")
	base, _, _ = strings.Cut(base, "?")
	return base + text
}

// copyLink puts a link into the clipboard.
func (ui *UI) copyLink(text string) {
	link := ui.link(text)
	byHand := func() { ui.send(app.LinkCopied{OK: ui.copyByHand(link)}) }
	clipboard := ui.window.Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		byHand()
		return
	}
	ui.then(clipboard.Call("writeText", link), func(js.Value) { ui.send(app.LinkCopied{OK: true}) }, byHand)
}

// copyText puts a text into the clipboard.
func (ui *UI) copyText(text string) {
	said := func(ok bool) { ui.send(app.TextCopied{OK: ok}) }
	clipboard := ui.window.Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		said(ui.copyByHand(text))
		return
	}
	ui.then(clipboard.Call("writeText", text), func(js.Value) { said(true) }, func() { said(ui.copyByHand(text)) })
}

// copyByHand copies a text the old way: selected in a text, then copied by command.
func (ui *UI) copyByHand(text string) bool {
	area := ui.make(nil, "textarea", attr{"class", "unseen"}, attr{"aria-hidden", "true"})
	ui.document.Get("body").Call("append", area.Value)
	area.Value.Set("value", text)
	area.Call("select")
	ok := ui.document.Call("execCommand", "copy").Truthy()
	area.Call("remove")
	ui.find("do-link").Call("focus")
	return ok
}
