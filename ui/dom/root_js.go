//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
)

// root is the html element: it carries the theme, and the state for scripts that embed or test the page.
type root struct{ html *element }

func newRoot(ui *UI) root {
	html := &element{Value: ui.document.Get("documentElement")}
	html.unset("data-loading")
	return root{html}
}

func (r root) render(m app.Model) {
	if m.Theme == app.Auto {
		if r.html.attrs["data-theme"] != "" || r.html.Call("hasAttribute", "data-theme").Bool() {
			r.html.unset("data-theme")
		}
	} else {
		r.html.set("data-theme", string(m.Theme))
	}
	r.html.set("data-playing", strconv.FormatBool(m.Playing))
	r.html.set("data-machine", m.Machine)
	r.html.set("data-ready", strconv.FormatBool(m.Ready && m.Loading.What == ""))
	r.html.set("data-fault", m.Fault)
	r.html.set("data-spec", m.Spec.String())
	view := "plane"
	if m.Larger != app.ThePlane {
		view = string(m.Larger)
	}
	r.html.set("data-view", view)
	r.html.set("data-picture", m.View())
	r.html.set("data-present", strconv.FormatBool(m.Presenting))
	r.html.set("data-black", strconv.FormatBool(m.Black))
	r.html.set("data-sheet", string(m.Sheet))
	if m.Snapshot == nil {
		return
	}
	r.html.set("data-step", strconv.FormatUint(uint64(m.Snapshot.Step), 10))
	for _, x := range m.Snapshot.Measures {
		r.html.set("data-"+x.Key, strconv.FormatFloat(x.Value, 'g', -1, 64))
	}
}

// media asks the browser a media query.
func (ui *UI) media(query string) bool {
	return ui.window.Call("matchMedia", query).Get("matches").Bool()
}

// listenScheme hears the browser's preferred scheme change.
func (ui *UI) listenScheme() {
	query := &element{Value: ui.window.Call("matchMedia", "(prefers-color-scheme: dark)")}
	query.on("change", func(e js.Value) { ui.send(app.SchemeChanged{Dark: e.Get("matches").Bool()}) })
}
