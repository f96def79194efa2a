//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/embed"
)

// Options is what Mount needs to know of the world.
type Options struct {
	// Window is the real window object: the program's own globalThis may be a stand-in.
	Window js.Value
	// Lab is what a page that is a lab shows, or nil of a page that is whole.
	Lab *embed.Options
}

// UI is the mounted page.
type UI struct {
	window, document js.Value
	lab              *embed.Options

	onMsg    func(app.Msg)
	onLayout func([]PanelRect)
	shown    app.Model

	parts     []part
	sheets    *sheets
	charts    *charts
	fields    map[string]*field // by key: see fieldOf
	layout    *layout
	announcer *announcer
	address   *address
	reader    *reader
	store     *store
	tables    *tables
	film      *strip
}

// part is a piece of the page that shows a Model.
type part interface{ render(app.Model) }

// Mount builds the controls in the page's placeholders and begins to listen. Nothing is shown before the first Render.
func Mount(o Options) *UI {
	ui := &UI{window: o.Window, document: o.Window.Get("document"), lab: o.Lab, fields: map[string]*field{}}
	ui.sheets = &sheets{ui: ui}
	if o.Lab != nil {
		ui.markLab(o.Lab)
	}
	ui.store = newStore(ui.window, func() { ui.send(app.StorageRefused{}) })
	ui.build()
	return ui
}

// OnMsg sets who hears what hands do. Msgs that come before are lost.
func (ui *UI) OnMsg(f func(app.Msg)) { ui.onMsg = f }

// OnLayout sets who hears where the pictures belong: at once, and whenever that changes.
func (ui *UI) OnLayout(f func([]PanelRect)) {
	ui.onLayout = f
	ui.layout.publish()
}

// Render brings the page in step with a Model. It writes only what differs from the last time.
func (ui *UI) Render(m app.Model) {
	ui.shown = m
	for _, p := range ui.parts {
		p.render(m)
	}
}

// Perform carries out the effects that are the page's own (the address, the clipboard, announcements) and reports whether
// this was one of them; Send and Pull are the bridge's.
func (ui *UI) Perform(e app.Effect) bool {
	switch e := e.(type) {
	case app.SetURL:
		if ui.lab == nil { // the address of a frame is its page's author's
			ui.address.set(e)
		}
	case app.NewEntry:
		ui.address.enter(e.At)
	case app.CopyLink:
		ui.address.now()
		ui.copyLink(e.Text)
	case app.SaveFile:
		ui.download(e)
	case app.Announce:
		ui.announce(e.Text)
	case app.LoadLesson:
		ui.loadLesson(e.Key, e.Step)
	case app.Keep:
		ui.keepText(e.Key, e.Text)
	default:
		return false
	}
	return true
}

// Start is what app.New needs to know of the browser.
func (ui *UI) Start() app.Start {
	return app.Start{
		Query:        ui.Address(),
		At:           ui.address.written,
		Dark:         ui.media("(prefers-color-scheme: dark)"),
		CalmlyPlease: ui.media("(prefers-reduced-motion: reduce)"),
	}
}

// placed hears where the placeholders are, for the text that lies over the pictures.
func (ui *UI) placed(rects []PanelRect) {
	for _, p := range ui.parts {
		if over, ok := p.(overlay); ok {
			over.place(rects)
		}
	}
	ui.Render(ui.shown)
}

// overlay is a part that writes over a picture.
type overlay interface{ place([]PanelRect) }

func (ui *UI) send(m app.Msg) {
	if ui.onMsg != nil {
		ui.onMsg(m)
	}
}
