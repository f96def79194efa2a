//go:build js && wasm

// Package page is the page's part of the program: it joins the state of the page (ui/app), its controls and texts (ui/dom), its pictures (ui/view)
// and the trainer in the Worker (wasm/bridge). It decides nothing itself.
//
// Its globalThis is the stand-in that assets/host.js makes for ebiten. There, page is the real window and stage the host.
package page

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

// Main is the page, for good.
func Main() {
	debug.SetGCPercent(garbage)
	window, stage := js.Global().Get("page"), js.Global().Get("stage")
	if port := js.Global().Get("painter"); port.Truthy() {
		paint(window, stage, port)
	}
	boot := window.Get("ganvas") // what assets/boot.js has begun
	lab := newLab(window)
	ui := dom.Mount(dom.Options{Window: window, Lab: lab.options()})
	start := lab.start(ui.Start())
	start.Begun = true
	p := &page{
		window:   window,
		boot:     boot,
		lab:      lab,
		ui:       ui,
		model:    app.New(start),
		pictures: newPictures(window, stage),
		worker:   bridge.Attach(boot.Get("worker")),
		first:    make(chan struct{}, 1),
	}
	p.pictures.onDrawn = p.pictured
	ui.OnMsg(p.happen)
	p.show() // before the browser is asked where things lie, so that it lays them out once
	ui.OnLayout(p.pictures.place)
	p.pictures.begin()
	if lab == nil {
		p.happen(app.AddressChanged{Text: ui.Address()})
	} else {
		lab.begin(p)
	}

	p.worker.OnReady = func(machine string) { p.happen(app.WorkerReady{Machine: machine}) }
	p.worker.OnMachine = func(machine string) { p.happen(app.MachineChanged{Machine: machine}) }
	p.worker.OnError = func(text, verb string, fatal bool) {
		p.happen(app.WorkerFailed{Text: text, Verb: verb, Fatal: fatal})
	}
	p.worker.OnSnapshot = p.snapshot
	p.worker.Listen(boot)

	boot.Set("onGraphics", js.FuncOf(func(_ js.Value, args []js.Value) any {
		why := ""
		if len(args) > 1 {
			why = args[1].String()
		}
		p.graphics(args[0].String(), why)
		return nil
	}))
	boot.Set("onPainted", js.FuncOf(func(js.Value, []js.Value) any {
		go p.pictured() // not now: what follows from it may ask the painter for its next frame
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

// graphics takes the news of assets/paint.js: the graphics are "lost", a painter has them "back", or has "failed" for some reason.
func (p *page) graphics(news, why string) {
	text := ""
	switch news {
	case "lost":
		p.pictures.leave()
		text = "The browser has taken the graphics from this page. Training goes on, and the pictures come back by themselves."
	case "back":
		p.pictures.paintBy(p.boot.Get("painter"))
	case "failed":
		p.pictures.leave()
		text = "The pictures are gone: " + why + ". Training goes on; loading the page again may bring them back."
	}
	p.happen(app.GraphicsChanged{Text: text})
	if p.pictures.broken {
		p.pictured()
	}
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
	begun    bool // the first snapshot has been drawn

	// first holds something when the first snapshot has come, or is long in coming. The pictures begin with it: to begin costs more than
	// many frames, and an empty one would put the other off.
	first chan struct{}
}

// happen lets a message change the page.
func (p *page) happen(msg app.Msg) {
	next, effects := app.Update(p.model, msg)
	p.model = next
	p.show()
	p.perform(effects)
	p.lab.happened()
}

// pace tells the model what moves its pulls on, and nothing that can be seen.
func (p *page) pace(msg app.Msg) {
	next, effects := app.Update(p.model, msg)
	p.model = next
	p.perform(effects)
}

// show brings controls and pictures in step with the model.
func (p *page) show() {
	p.ui.Render(p.model)
	p.pictures.show(p.model)
}

func (p *page) perform(effects []app.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case app.Send:
			p.worker.Send(e.Command, e.Bytes)
		case app.Pull:
			p.worker.Pull(p.model.PullCommand(e))
		case app.FetchJudge:
			bridge.FetchBytes(p.window, "judge-weights", p.judge)
		case app.FetchPretrained:
			bridge.FetchBytes(p.window, "gallery-"+e.Key, func(b []byte, _ error) { p.happen(app.PretrainedCame{Key: e.Key, Bytes: b}) })
		case app.Wait:
			p.later(1000*e.Seconds, func() { p.pace(app.Waited{Seconds: p.now()}) })
		default:
			p.ui.Perform(e)
		}
	}
}

// judge takes the weights by which images are measured.
func (p *page) judge(weights []byte, err error) {
	if err != nil {
		p.happen(app.JudgeMissing{Reason: err.Error()})
		return
	}
	p.happen(app.JudgeCame{Weights: weights})
}

// now is the time in seconds.
func (p *page) now() float64 { return p.window.Get("performance").Call("now").Float() / 1000 }

// patience is how many milliseconds the pictures wait for the first snapshot before they begin without it.
const patience = 400

// snapshot takes the worker's answer to a pull.
func (p *page) snapshot(s *wire.Snapshot) {
	p.come()
	p.happen(app.SnapshotCame{Snapshot: s, Seconds: p.now(), Undrawn: !p.pictures.broken})
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
	p.pace(app.Drawn{Seconds: p.now()})
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
