//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// title keeps the page's title.
type title struct {
	document js.Value
	text     string
}

func newTitle(ui *UI) *title {
	ui.document.Call("addEventListener", "visibilitychange", js.FuncOf(func(js.Value, []js.Value) any {
		ui.Render(ui.shown)
		return nil
	}))
	return &title{ui.document, pageTitle}
}

func (t *title) render(m app.Model) {
	if text := titleText(m, t.document.Get("hidden").Bool()); text != t.text {
		t.text = text
		t.document.Set("title", text)
	}
}
