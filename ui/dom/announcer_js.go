//go:build js && wasm

package dom

import "syscall/js"

// sayEvery is how many milliseconds lie between two announcements: a screen reader wants to end its sentence.
const sayEvery = 1500

// announcer tells a screen reader what has happened, politely: what comes too fast is left out but for the last.
type announcer struct {
	ui      *UI
	live    *element
	next    string
	waiting bool
	say     js.Func
}

func newAnnouncer(ui *UI) *announcer {
	a := &announcer{ui: ui, live: ui.find("live")}
	a.say = js.FuncOf(func(js.Value, []js.Value) any {
		a.waiting = false
		if a.next != "" {
			a.flush()
		}
		return nil
	})
	return a
}

func (ui *UI) announce(text string) {
	a := ui.announcer
	a.next = text
	if !a.waiting {
		a.flush()
	}
}

func (a *announcer) flush() {
	// A live region is silent where its text does not change.
	if a.live.text == a.next {
		a.next += "\u00a0"
	}
	a.live.write(a.next)
	a.next, a.waiting = "", true
	a.ui.window.Call("setTimeout", a.say, sayEvery)
}
