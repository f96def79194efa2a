//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// Browsers refuse more than some hundred writings in half a minute: addressEvery is how many milliseconds lie between two of the address, stepEvery
// between two of a step that goes on.
const (
	addressEvery = 400
	stepEvery    = 2000
)

// stepKey is the field of a history entry's state that holds the step at which its reader is or has left it. It stands there and not in the
// address, which would be another one with each step in the browser's list of pages. assets/boot.js looks for it.
const stepKey = "at"

// address keeps the page's state in its URL, and the run's step in the entry of the history.
type address struct {
	ui      *UI
	url     app.SetURL // to be written
	waiting bool
	enters  bool   // the next writing begins a new entry of the history
	step    uint64 // of the run, where the address brings it back
	written uint64
	ticking bool
	write   js.Func
	tick    js.Func
}

func newAddress(ui *UI) *address {
	a := &address{ui: ui, written: ui.step(ui.window.Get("history").Get("state"))}
	a.write = js.FuncOf(func(js.Value, []js.Value) any {
		if a.waiting { // else the entry that it was for has been left
			a.waiting = false
			a.now()
		}
		return nil
	})
	a.tick = js.FuncOf(func(js.Value, []js.Value) any {
		a.ticking = false
		a.keepStep()
		return nil
	})
	window := &element{Value: ui.window}
	window.on("popstate", func(e js.Value) {
		a.waiting, a.enters = false, false
		a.written = ui.step(e.Get("state"))
		ui.send(app.AddressChanged{Text: ui.Address(), At: a.written})
	})
	window.on("pagehide", func(js.Value) { a.keepStep() })
	return a
}

// Address is what stands behind the path of the page's URL.
func (ui *UI) Address() string { return ui.location("search") + ui.location("hash") }

func (ui *UI) location(part string) string {
	if v := ui.window.Get("location").Get(part); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

// step is the step that an entry's state holds, or 0.
func (ui *UI) step(state js.Value) uint64 {
	if state.Type() != js.TypeObject {
		return 0
	}
	if v := state.Get(stepKey); v.Type() == js.TypeNumber && v.Float() > 0 && v.Float() <= app.MaxAt {
		return uint64(v.Float())
	}
	return 0
}

// render keeps the run's step, now and then.
func (a *address) render(m app.Model) {
	a.step = m.At()
	if a.step != a.written && !a.ticking && a.ui.lab == nil && m.Ready {
		a.ticking = true
		a.ui.window.Call("setTimeout", a.tick, stepEvery)
	}
}

// keepStep writes the run's step into the entry of the history.
func (a *address) keepStep() {
	if a.step != a.written && a.ui.lab == nil {
		a.put("replaceState", a.ui.location("href"), a.step)
	}
}

// set writes the state soon, and the last one for certain; at once where it is a new place, which the reader may leave at once.
func (a *address) set(url app.SetURL) {
	a.url = url
	switch {
	case a.enters:
		a.waiting = false
		a.now()
	case !a.waiting:
		a.waiting = true
		a.ui.window.Call("setTimeout", a.write, addressEvery)
	}
}

// now writes the state behind the page's path or, where that is not allowed (some frames and files), behind its #, or not at all.
func (a *address) now() {
	if there := a.ui.Address(); there == a.url.Text || there == a.url.Disk {
		a.enters = false
		return
	}
	how := "replaceState"
	if a.enters {
		how = "pushState"
	}
	a.enters = false
	if !a.put(how, a.ui.location("pathname")+a.url.Text, a.step) {
		a.put(how, a.url.Disk, a.step)
	}
}

// enter writes what waits to be written, with the step at which this place is left, and makes the next writing a new entry of the history.
func (a *address) enter(at uint64) {
	if a.ui.lab != nil {
		return
	}
	step := a.step
	a.step = at
	if a.waiting {
		a.now()
	}
	a.keepStep()
	a.step, a.enters = step, true
}

// put writes a URL and a step into the history, and reports whether the browser let it.
func (a *address) put(how, url string, step uint64) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	state := js.Null()
	if step > 0 {
		state = js.ValueOf(map[string]any{stepKey: step})
	}
	a.ui.window.Get("history").Call(how, state, "", url)
	a.written = step
	return true
}
