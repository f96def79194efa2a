//go:build js && wasm

package dom

import (
	"strings"
	"syscall/js"

	"ganvas/ui/app"
)

// listenPoints lets tables of points and images be dropped anywhere on the page, and pasted.
func (ui *UI) listenPoints() {
	ui.tables = newTables(ui)
	if !ui.takesPoints() {
		return
	}
	plane, page := ui.find("plane"), &element{Value: ui.document.Get("documentElement")}
	page.on("dragover", func(e js.Value) {
		if holds(e.Get("dataTransfer"), "Files") {
			e.Call("preventDefault")
			plane.set("data-dropping", "true")
		}
	})
	page.on("dragleave", func(e js.Value) {
		if e.Get("relatedTarget").IsNull() {
			plane.unset("data-dropping")
		}
	})
	page.on("drop", func(e js.Value) {
		plane.unset("data-dropping")
		if files := e.Get("dataTransfer").Get("files"); files.Length() > 0 {
			e.Call("preventDefault")
			ui.readFiles(files)
		}
	})
	page.on("paste", ui.pasted)
}

// holds says whether what is dragged is of a type.
func holds(given js.Value, kind string) bool {
	return !given.IsNull() && given.Get("types").Call("includes", kind).Bool()
}

// pasted takes a table from the clipboard: a file, or text of several lines that was not meant for a field.
func (ui *UI) pasted(e js.Value) {
	given := e.Get("clipboardData")
	if given.IsNull() || e.Get("target").Call("closest", "input, textarea, select, [contenteditable]").Truthy() {
		return
	}
	if files := given.Get("files"); files.Length() > 0 {
		ui.readFiles(files)
		return
	}
	text := given.Call("getData", "text/plain")
	if !strings.Contains(strings.TrimSpace(text.String()), "\n") {
		return
	}
	e.Call("preventDefault")
	parts := ui.window.Get("Array").New()
	parts.Call("push", text)
	ui.readFile(ui.window.Get("Blob").New(parts), "the pasted table", false)
}

// makeOpener mounts an input that takes a file of the reader's own.
func (ui *UI) makeOpener(box *element, label, id string) {
	l := ui.makeText(box, "label", label, attr{"class", "file"})
	input := ui.make(l, "input", attr{"type", "file"}, attr{"id", id}, attr{"multiple", ""})
	input.on("change", func(js.Value) {
		ui.send(app.SheetClosed{})
		ui.readFiles(input.Get("files"))
		input.Value.Set("value", "")
	})
}

// readPoints reads the first of some files.
func (ui *UI) readPoints(files js.Value) {
	if !files.IsNull() && files.Length() > 0 {
		ui.readFile(files.Index(0), files.Index(0).Get("name").String(), false)
	}
}

// savedHead is how many bytes tell a saved experiment.
const savedHead = 200

// readFile opens a saved experiment, or a table.
func (ui *UI) readFile(file js.Value, name string, choose bool) {
	unread := func() { ui.send(app.PointsUnread{Name: name, Reason: "the browser could not read it"}) }
	ui.then(file.Call("slice", 0, savedHead).Call("text"), func(head js.Value) {
		if !app.BeginsSaved([]byte(head.String())) {
			ui.tables.read(file, name, choose)
			return
		}
		ui.then(file.Call("arrayBuffer"), func(buffer js.Value) { ui.send(app.PointsDropped{Name: name, Text: ui.bytes(buffer)}) }, unread)
	}, unread)
}

// bytes are those of an ArrayBuffer.
func (ui *UI) bytes(buffer js.Value) []byte {
	array := ui.window.Get("Uint8Array").New(buffer)
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}

// then calls one of two functions when a promise is settled.
func (ui *UI) then(promise js.Value, kept func(js.Value), broken func()) {
	var yes, no js.Func
	release := func() { yes.Release(); no.Release() }
	yes = js.FuncOf(func(_ js.Value, args []js.Value) any {
		release()
		v := js.Undefined()
		if len(args) > 0 {
			v = args[0]
		}
		kept(v)
		return nil
	})
	no = js.FuncOf(func(js.Value, []js.Value) any {
		release()
		broken()
		return nil
	})
	promise.Call("then", yes, no)
}
