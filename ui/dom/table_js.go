//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// tables has the program wasm/reader read the reader's tables, and shows its dialog, which is package preview's: all that is said there goes to that
// program, in a Worker of its own, and what it answers is shown. Nothing of the page's run changes before points are handed over.
type tables struct {
	ui     *UI
	box    *element // the dialog, from the first time on that it is needed
	reader js.Value // that is at work, or undefined
	heard  js.Func  // of that reader
	file   js.Value // read last; undefined before
	name   string
	opener js.Value // what had the keyboard before the dialog
	parts  map[string]string
}

func newTables(ui *UI) *tables { return &tables{ui: ui} }

// read reads a table; choose asks for the dialog where none would be needed.
func (t *tables) read(file js.Value, name string, choose bool) {
	t.end()
	t.loading("Reading "+name, -1)
	t.heard = js.FuncOf(func(_ js.Value, args []js.Value) any {
		t.hear(args[0], file, name)
		return nil
	})
	t.reader = t.ui.window.Call("openReader", t.heard)
	reader := t.reader
	give := func(table js.Value) {
		if t.reader.Equal(reader) { // nobody has cancelled meanwhile
			t.say(map[string]any{"table": table, "name": name, "choose": choose})
		}
	}
	if file.Get("size").Float() > wholeUntil {
		give(file)
		return
	}
	t.ui.then(file.Call("arrayBuffer"), give, func() {
		t.cancel()
		t.ui.send(app.PointsUnread{Name: name, Reason: "the browser could not read it"})
	})
}

// wholeUntil is up to how many bytes a file is handed over whole, and not read piece by piece: a Worker of a page from a folder may read no files in
// WebKit.
const wholeUntil = 16 << 20

// again opens the dialog of the table that was read last.
func (t *tables) again() { t.read(t.file, t.name, true) }

// chosen is the table that the run's points are from, where the reader may choose from it again.
func (t *tables) chosen(m app.Model) bool {
	return t.file.Truthy() && m.CSV != nil && m.CSVName == t.name
}

func (t *tables) say(message map[string]any) { t.reader.Call("postMessage", js.ValueOf(message)) }

// end gives the reader up.
func (t *tables) end() {
	if t.reader.Truthy() {
		t.reader.Call("terminate")
		t.heard.Release()
		t.reader = js.Undefined()
	}
}

// cancel gives up what is being read or chosen. The run is as it was.
func (t *tables) cancel() {
	t.end()
	t.close()
	t.loading("", 0)
}

func (t *tables) loading(what string, done float64) {
	t.ui.send(app.LoadingChanged{Loading: app.Loading{What: what, Done: done, Stops: what != ""}})
}

// hear takes what the program says.
func (t *tables) hear(data, file js.Value, name string) {
	switch data.Get("kind").String() {
	case "progress":
		done, total := data.Get("done").Float(), data.Get("total").Float()
		if total > progressFrom {
			t.loading("Reading "+name+": "+plot.Count(int(done/1e6))+" of "+plot.Count(int(total/1e6))+" MB", done/total)
		}
		return
	case "table":
		t.file, t.name = file, name
		t.loading("", 0)
		t.show(data)
		return
	case "points":
		t.file, t.name = file, name
		msg := app.PointsDropped{Name: name, Text: t.ui.bytes(data.Get("text")), Rows: data.Get("rows").Int(), Told: data.Get("told").String(), Usual: data.Get("usual").String()}
		t.cancel()
		t.ui.send(msg)
	default:
		why := data.Get("text").String()
		t.cancel()
		t.ui.send(app.PointsUnread{Name: name, Reason: why})
	}
}

// progressFrom is how many bytes of a file are read before one asks how far it is.
const progressFrom = 4e6

// show shows the dialog as it stands now.
func (t *tables) show(data js.Value) {
	if frame := data.Get("frame"); frame.Truthy() {
		t.mount(data.Get("style"), frame)
	}
	if !t.box.Get("open").Bool() {
		t.opener = t.ui.document.Get("activeElement")
		t.box.Call("showModal")
	}
	focus := t.ui.document.Get("activeElement").Get("id").String()
	parts, places := data.Get("parts"), t.box.Call("querySelectorAll", "[data-part]")
	for i := range places.Length() {
		place := places.Index(i)
		part := place.Get("dataset").Get("part").String()
		if text := parts.Get(part).String(); t.parts[part] != text {
			t.parts[part] = text
			place.Set("innerHTML", text)
		}
	}
	if had := t.ui.document.Call("getElementById", focus); focus != "" && had.Truthy() {
		had.Call("focus", map[string]any{"preventScroll": true})
	}
	t.box.Call("querySelector", "[data-do=use]").Set("disabled", !data.Get("ready").Bool())
}

// mount makes the dialog anew. Its style sheet comes with it, so that no other visit pays for it.
func (t *tables) mount(style, frame js.Value) {
	if t.box == nil {
		sheet := t.ui.window.Get("CSSStyleSheet").New()
		sheet.Call("replaceSync", style)
		t.ui.document.Get("adoptedStyleSheets").Call("push", sheet)
		body := &element{Value: t.ui.document.Get("body")}
		t.box = t.ui.make(body, "dialog", attr{"id", "table"}, attr{"class", "table-dialog"}, attr{"aria-labelledby", "table-title"})
		t.box.on("click", t.pressed)
		t.box.on("cancel", func(js.Value) { t.cancel() })                   // Escape
		t.box.on("keydown", func(e js.Value) { e.Call("stopPropagation") }) // the page's single keys
	}
	t.parts = map[string]string{}
	t.box.Set("innerHTML", frame)
}

// pressed takes a press on one of the dialog's buttons.
func (t *tables) pressed(e js.Value) {
	button := e.Get("target").Call("closest", "button")
	if button.IsNull() || !t.reader.Truthy() {
		return
	}
	given := button.Get("dataset")
	switch {
	case given.Get("do").Truthy() && given.Get("do").String() == "cancel":
		t.cancel()
	case given.Get("do").Truthy():
		t.say(map[string]any{"use": true})
	case given.Get("say").Truthy():
		t.say(map[string]any{"say": given.Get("say").String()})
	}
}

// close closes the dialog, and hands the keyboard back where it was.
func (t *tables) close() {
	if t.box == nil || !t.box.Get("open").Bool() {
		return
	}
	t.box.Call("close")
	if t.opener.Truthy() && t.opener.Get("isConnected").Truthy() {
		t.opener.Call("focus", map[string]any{"preventScroll": true})
	}
}
