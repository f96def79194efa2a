//go:build js && wasm

package page

import (
	"syscall/js"

	"ganvas/core/address"
	"ganvas/ui/app"
	"ganvas/ui/embed"
)

// lab is the page as a part of somebody else's: it listens to the page around it and tells it what happens. assets/lab.js is its other half.
type lab struct {
	embed.Lab
	notes  []address.Note // what of the address was not taken as it stands
	window js.Value
	script js.Value // what assets/lab.js has made
	site   string   // the origin that the lab was loaded from

	page     *page
	notifier embed.Notifier
	gate     embed.Gate
	telling  bool // a later look at what is to be told has been arranged
	unseen   int  // counts how often the lab went out of sight
	rested   bool
}

// newLab is the lab of a window, or nil where the page is whole.
func newLab(window js.Value) *lab {
	script := window.Get("ganvasLab")
	if !script.Truthy() {
		return nil
	}
	location := window.Get("location")
	l := &lab{window: window, script: script, site: location.Get("origin").String()}
	l.Lab, l.notes = embed.Parse(location.Get("search").String() + location.Get("hash").String())
	return l
}

// options are the lab's, or nil of a page that is whole.
func (l *lab) options() *embed.Options {
	if l == nil {
		return nil
	}
	return &l.Options
}

// start is what the page of a lab starts with.
func (l *lab) start(s app.Start) app.Start {
	if l == nil {
		return s
	}
	s.Query, s.At, s.Notice, s.Deaf, s.Diagram = l.Page(), uint64(l.At), address.Say(l.notes), true, l.Shows("machine")
	s.Unseen = !l.script.Get("seen").Bool() && l.Autoplay != "on"
	s.CalmlyPlease = s.CalmlyPlease || l.Autoplay == "off"
	return s
}

// mostNotes is how many notes of an address are told: a link of the greatest length could make thousands.
const mostNotes = 16

// begin begins to listen for the page, and tells it what of the address was not taken.
func (l *lab) begin(p *page) {
	l.page = p
	for _, n := range l.notes[:min(len(l.notes), mostNotes)] {
		l.tell(embed.Noted(n))
	}
	l.script.Set("onVisibility", js.FuncOf(func(_ js.Value, args []js.Value) any {
		l.visibility(args[0].Bool())
		return nil
	}))
	l.visibility(l.script.Get("seen").Bool())
	l.hear(l.said)
}

// hear hands messages to f: first those that came before there was a program.
func (l *lab) hear(f func(origin string, text embed.Message)) {
	l.script.Set("onMessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0].String(), message(args[1]))
		return nil
	}))
	for inbox := l.script.Get("inbox"); inbox.Length() > 0; {
		first := inbox.Call("shift")
		f(first.Index(0).String(), message(first.Index(1)))
	}
}

// message reads what assets/lab.js has made of a message: an object of texts.
func message(v js.Value) embed.Message {
	text := embed.Message{}
	for _, field := range embed.Fields {
		if s := v.Get(field); s.Type() == js.TypeString {
			text[field] = s.String()
		}
	}
	return text
}

// said takes a message of the page around.
func (l *lab) said(origin string, text embed.Message) {
	pass, flooded := l.gate.Pass(l.now())
	if flooded {
		l.tell(embed.Flooded())
	}
	if !pass {
		return
	}
	msgs, answer := embed.Hear(&l.Options, origin, l.site, text, l.page.model)
	for _, msg := range msgs {
		l.page.happen(msg)
	}
	if answer != nil {
		l.tell(answer)
	}
}

func (l *lab) tell(e embed.Event) { l.script.Call("tell", js.ValueOf(map[string]any(e))) }

func (l *lab) now() float64 { return l.window.Get("performance").Call("now").Float() / 1000 }

// happened tells the page around what has changed, or arranges to when that is due.
func (l *lab) happened() {
	if l == nil || l.page == nil || l.telling || l.rested {
		return
	}
	events, wait := l.notifier.Tell(&l.Options, l.page.model, l.now())
	for _, e := range events {
		l.tell(e)
	}
	if wait > 0 {
		l.telling = true
		l.page.later(1000*wait, func() {
			l.telling = false
			l.happened()
		})
	}
}

// again is after how many seconds a lab that could not rest looks whether it now can.
const again = 30

// visibility lets the page rest out of sight, and gives its memory back when it has been so for long.
func (l *lab) visibility(seen bool) {
	if l.Autoplay == "on" {
		return
	}
	l.page.happen(app.VisibilityChanged{Seen: seen})
	l.unseen++
	if !seen && l.Options.Rest > 0 {
		l.restLater(l.unseen, l.Options.Rest)
	}
}

func (l *lab) restLater(unseen, seconds int) {
	l.page.later(1000*float64(seconds), func() {
		if unseen == l.unseen && !l.rest() {
			l.restLater(unseen, again)
		}
	})
}

// rest leaves the page for the same lab that has loaded nothing yet, where its address brings the run back, and nobody's focus is in it.
func (l *lab) rest() bool {
	address, ok := l.Rest(l.page.model)
	if !ok || l.window.Get("document").Call("hasFocus").Bool() {
		return false
	}
	l.rested = true
	l.tell(embed.Event{"type": "ganvas:rest", "version": embed.Version, "step": int(l.page.model.Step())})
	l.window.Get("location").Call("replace", "?"+address)
	return true
}
