//go:build js && wasm

// Page is the page's program: it joins the state of the page (ui/app), its controls and texts (ui/dom), its pictures (ui/view)
// and the trainer in the Worker (wasm/bridge). It decides nothing itself.
//
// Its globalThis is the stand-in that assets/host.js makes for ebiten. There, page is the real window and stage the host.
package main

import (
	"runtime/debug"
	"syscall/js"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/dom"
	"ganvas/wasm/bridge"
)

// garbage is how much of it may lie about until the first picture, in percent of what is in use: the way there is then free of
// collections, which cost a program that an engine has only just begun to compile a tenth of its start.
const garbage = 400

func main() {
	debug.SetGCPercent(garbage)
	window := js.Global().Get("page")
	boot := window.Get("ganvas") // what assets/boot.js has begun
	lab := newLab(window)
	if lab != nil && lab.wrong != nil {
		lab.refuse(boot.Get("worker"))
		select {}
	}
	ui := dom.Mount(dom.Options{Window: window, Lab: lab.options()})
	start := lab.start(ui.Start())
	p := &page{
		window:   window,
		boot:     boot,
		lab:      lab,
		ui:       ui,
		model:    app.New(start),
		pictures: newPictures(window, js.Global().Get("stage")),
		worker:   bridge.Attach(boot.Get("worker")),
		opened:   boot.Get("opened").String(),
		first:    make(chan struct{}, 1),
	}
	p.pictures.onDrawn = p.pictured
	ui.OnMsg(p.happen)
	p.show() // before the browser is asked where things lie, so that it lays them out once
	ui.OnLayout(p.pictures.place)
	p.pictures.begin()
	if lab == nil {
		p.happen(app.FragmentChanged{Text: ui.Fragment()})
	} else {
		lab.begin(p)
	}

	p.worker.OnReady = func(machine string) { p.happen(app.WorkerReady{Machine: machine}) }
	p.worker.OnMachine = func(machine string) { p.happen(app.MachineChanged{Machine: machine}) }
	p.worker.OnError = func(text string, fatal bool) { p.happen(app.WorkerFailed{Text: text, Fatal: fatal}) }
	p.worker.OnSnapshot = p.snapshot
	p.worker.Listen(boot)

	boot.Set("onGraphics", js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.happen(app.GraphicsChanged{Text: lost(args[0].Bool())})
		return nil
	}))
	p.later(patience, p.come)
	<-p.first
	if err := p.pictures.run(); err != nil {
		p.happen(app.GraphicsChanged{Text: "There are no pictures: " + err.Error() + ". Training, curves, numbers and controls work."})
		p.pictured()
	}
	select {}
}

// lost says what has become of the graphics context.
func lost(back bool) string {
	if back {
		return "The browser has given the graphics back: load the page again to see the pictures. The link in the address bar holds the settings."
	}
	return "The browser has taken the graphics from this page, so the pictures stand still. Training goes on."
}

// page is the page's program.
type page struct {
	window   js.Value
	boot     js.Value // what assets/boot.js has made
	lab      *lab     // or nil
	ui       *dom.UI
	model    app.Model
	pictures *pictures
	worker   *bridge.Worker
	opened   string    // the query of the run that the boot script has opened
	pull     *app.Pull // waits until the last snapshot has been drawn
	undrawn  bool      // the last snapshot has not been drawn
	begun    bool      // the first has been drawn

	// The second snapshot is asked for while the first is drawn, which takes longest: it shows the first steps. So that it comes soon, its measures
	// are owed to the next.
	second, owed bool

	// first holds something when the first snapshot has come, or is long in coming. The pictures begin with it: to begin costs more than
	// many frames, and an empty one would put the other off.
	first chan struct{}
}

// happen lets a message change the page.
func (p *page) happen(msg app.Msg) {
	next, effects := app.Update(p.model, msg)
	p.model = next
	p.show()
	for _, e := range p.adopt(msg, effects) {
		p.perform(e)
	}
	p.lab.happened()
}

// show brings controls and pictures in step with the model.
func (p *page) show() {
	p.ui.Render(p.model)
	p.pictures.show(p.model)
}

func (p *page) perform(e app.Effect) {
	switch e := e.(type) {
	case app.Send:
		p.worker.Send(e.Command, e.Bytes)
	case app.Pull:
		e.Measure = e.Measure || p.owed
		if p.owed = p.second && e.Measure; p.owed {
			e.Measure = false
		}
		p.pull = &e
		if !p.undrawn {
			p.ask()
		}
	default:
		p.ui.Perform(e)
	}
}

// patience is how many milliseconds a snapshot waits to be drawn before the next is asked for without it: the stage may be
// scrolled out of sight, where browsers draw nothing.
const patience = 400

// snapshot takes the worker's answer to a pull.
func (p *page) snapshot(s *wire.Snapshot) {
	p.come()
	p.second = p.model.Snapshot == nil
	p.undrawn = !p.second && !p.pictures.broken
	now := p.window.Get("performance").Call("now").Float()
	p.happen(app.SnapshotCame{Snapshot: s, Seconds: now / 1000})
	p.second = false
	if p.undrawn {
		p.later(patience, func() {
			if p.model.Snapshot == s {
				p.drawn()
			}
		})
	}
}

// come lets the pictures begin.
func (p *page) come() {
	select {
	case p.first <- struct{}{}:
	default: // they may already
	}
}

// pictured says that the pictures have been drawn. What has kept out of the way of the first may begin.
func (p *page) pictured() {
	if !p.begun && p.model.Snapshot != nil {
		p.begun = true
		debug.SetGCPercent(100)
		p.boot.Call("pictured")
	}
	p.drawn()
}

// drawn says that the pictures show the last snapshot.
func (p *page) drawn() {
	p.undrawn = false
	p.ask()
}

// ask asks for the snapshot that is due, if one is.
func (p *page) ask() {
	if p.pull == nil {
		return
	}
	pull := *p.pull
	p.pull = nil
	if pull.Delay > 0 {
		p.later(1000*pull.Delay, func() { p.worker.Pull(pull.Measure, p.model.Layers.Has(app.Optimal)) })
		return
	}
	p.worker.Pull(pull.Measure, p.model.Layers.Has(app.Optimal))
}

// later calls f once, after some milliseconds.
func (p *page) later(ms float64, f func()) {
	var once js.Func
	once = js.FuncOf(func(js.Value, []js.Value) any {
		once.Release()
		f()
		return nil
	})
	p.window.Call("setTimeout", once, ms)
}
