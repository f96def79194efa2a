//go:build js && wasm

package dom

import (
	"strings"
	"syscall/js"

	"ganvas/ui/app"
)

// addressEvery is how many milliseconds lie between two writings of the address: browsers refuse more than some hundred in half a minute.
const addressEvery = 400

// hashMark begins a state that had to be written behind the #, where the page may not change its query.
const hashMark = "#!"

// address keeps the page's state in its URL.
type address struct {
	ui      *UI
	query   string // to be written
	lesson  string // the fragment of the lesson that is open, or empty
	waiting bool
	enters  bool // the next writing begins a new entry of the history
	write   js.Func
}

func newAddress(ui *UI) *address {
	a := &address{ui: ui}
	a.write = js.FuncOf(func(js.Value, []js.Value) any {
		a.waiting = false
		a.now()
		return nil
	})
	window := &element{Value: ui.window}
	moved := func(js.Value) { ui.send(app.AddressChanged{Query: ui.query()}) }
	window.on("hashchange", func(e js.Value) {
		if strings.HasPrefix(ui.location("hash"), hashMark) {
			moved(e)
		} else {
			ui.send(app.FragmentChanged{Text: ui.Fragment()})
		}
	})
	window.on("popstate", moved)
	return a
}

// query is the state in the page's URL.
func (ui *UI) query() string {
	if state, ok := strings.CutPrefix(ui.location("hash"), hashMark); ok {
		return state
	}
	return strings.TrimPrefix(ui.location("search"), "?")
}

func (ui *UI) location(part string) string {
	if v := ui.window.Get("location").Get(part); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

// Fragment is what stands behind the # of the page's URL.
func (ui *UI) Fragment() string { return strings.TrimPrefix(ui.location("hash"), "#") }

// setFragment writes the lesson that is open behind the #, soon.
func (ui *UI) setFragment(text string) {
	ui.address.lesson = text
	ui.setURL(ui.shown.Address())
}

// setURL writes the state soon, and the last one for certain.
func (ui *UI) setURL(query string) {
	a := ui.address
	a.query = query
	if !a.waiting {
		a.waiting = true
		ui.window.Call("setTimeout", a.write, addressEvery)
	}
}

// now writes the state as the page's query or, where that is not allowed (some frames and files), behind its #, or not at all.
func (a *address) now() {
	if a.ui.query() == a.query && (a.lesson == a.ui.Fragment() || a.lesson == "" && !strings.HasPrefix(a.ui.Fragment(), "lesson=")) {
		a.enters = false
		return
	}
	path := a.ui.location("pathname")
	search := path
	if a.query != "" {
		search += "?" + a.query
	}
	if a.lesson != "" {
		search += "#" + a.lesson
	}
	if a.replace(search) {
		return
	}
	a.replace(hashMark + a.query)
}

// enter writes what waits to be written, and makes the next writing a new entry of the browser's history.
func (a *address) enter() {
	if a.waiting {
		a.now()
	}
	a.enters = a.ui.lab == nil
}

// replace writes a URL in the place of the page's own or, where one is to be, in a new entry of the history, and reports whether the browser let it.
func (a *address) replace(url string) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	how := "replaceState"
	if a.enters {
		how = "pushState"
	}
	a.ui.window.Get("history").Call(how, js.Null(), "", url)
	a.enters = false
	return true
}

// link is the URL that brings back the page as it is.
func (ui *UI) link() string {
	base, _, _ := strings.Cut(ui.location("href"), "#")
	base, _, _ = strings.Cut(base, "?")
	if f := ui.shown.Fragment(); f != "" {
		return base + "#" + f
	}
	if q := ui.shown.Address(); q != "" {
		base += "?" + q
	}
	return base
}

// copyLink puts the link into the clipboard.
func (ui *UI) copyLink() {
	ui.address.now()
	clipboard := ui.window.Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		ui.send(app.LinkCopied{OK: ui.copyByHand()})
		return
	}
	ui.then(clipboard.Call("writeText", ui.link()),
		func(js.Value) { ui.send(app.LinkCopied{OK: true}) },
		func() { ui.send(app.LinkCopied{OK: ui.copyByHand()}) })
}

// copyByHand copies the link the old way: selected in a text, then copied by command.
func (ui *UI) copyByHand() bool {
	area := ui.make(nil, "textarea", attr{"class", "unseen"}, attr{"aria-hidden", "true"})
	ui.document.Get("body").Call("append", area.Value)
	area.Value.Set("value", ui.link())
	area.Call("select")
	ok := ui.document.Call("execCommand", "copy").Truthy()
	area.Call("remove")
	ui.find("do-link").Call("focus")
	return ok
}
