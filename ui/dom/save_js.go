//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// download hands the reader a text file, which the browser puts where it puts what is downloaded.
func (ui *UI) download(f app.SaveFile) {
	bytes := ui.window.Get("Uint8Array").New(len(f.Text))
	js.CopyBytesToJS(bytes, f.Text)
	if lab := ui.window.Get("ganvasLab"); lab.Truthy() && lab.Call("save", f.Name, bytes).Bool() {
		return // the page around the lab has done it
	}
	blob := ui.window.Get("Blob").New([]any{bytes}, map[string]any{"type": "text/plain"})
	address := ui.window.Get("URL").Call("createObjectURL", blob)
	link := ui.make(nil, "a", attr{"href", address.String()}, attr{"download", f.Name})
	link.Call("click")
	ui.window.Get("URL").Call("revokeObjectURL", address)
}
