//go:build js && wasm

package dom

import (
	"math"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// moments are the panels of a figure: a run at four steps, each drawn when the run is there, or near it. A press goes to its step.
type moments struct {
	ui     *UI
	box    *element
	panels [len(experiment.Preset{}.Moments)]panelOfFigure
	key    string
	way    int
	theme  string
}

type panelOfFigure struct {
	button, canvas, words *element
	shot                  plot.Shot
	there                 bool
	step                  int
}

func newMoments(ui *UI, card *element) *moments {
	f := &moments{ui: ui, box: ui.make(card, "div", attr{"class", "moments"}, attr{"role", "group"}, attr{"aria-label", "The figure's panels"})}
	for i := range f.panels {
		p := &f.panels[i]
		p.button = ui.make(f.box, "button", attr{"type", "button"}, attr{"id", "moment-" + string(rune('a'+i))})
		p.canvas = ui.make(p.button, "canvas", attr{"aria-hidden", "true"})
		p.words = ui.make(p.button, "span")
		p.button.click(func() { ui.send(app.StepGone{To: uint64(p.step)}) })
	}
	return f
}

// nearMoment is how far from its step, as a share of it, a panel's picture may be.
const nearMoment = .1

func (f *moments) render(m app.Model, e app.Exhibit, ok bool) {
	figure := ok && e.Moments[0].Step > 0
	f.box.hide(!figure)
	if !figure {
		f.key = ""
		return
	}
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	anew := f.key != e.Key || f.way != m.Record.Way
	for i := range f.panels {
		p, at := &f.panels[i], e.Moments[i]
		p.step = at.Step
		p.words.write("(" + string(rune('a'+i)) + ") step " + plot.Count(at.Step) + ": " + at.Doc)
		if anew && (f.key != e.Key || uint64(at.Step) >= m.Record.Since) {
			p.there = false
		}
		if f.take(p, m) || anew || f.theme != theme.Key {
			f.draw(p, m, theme)
		}
	}
	f.key, f.way, f.theme = e.Key, m.Record.Way, theme.Key
}

// take keeps what the page shows where it is nearer to the panel's step than what there was.
func (f *moments) take(p *panelOfFigure, m app.Model) bool {
	if m.Snapshot == nil {
		return false
	}
	away := func(step uint64) float64 { return math.Abs(float64(step) - float64(p.step)) }
	if away(m.Snapshot.Step) > nearMoment*float64(p.step) || p.there && away(p.shot.Step) <= away(m.Snapshot.Step) {
		return false
	}
	shot, ok := plot.ShotOf(m.Snapshot)
	if ok {
		p.shot, p.there = shot, true
	}
	return ok
}

func (f *moments) draw(p *panelOfFigure, m app.Model, theme plot.Theme) {
	side := int(math.Round(p.canvas.Get("clientWidth").Float() * f.ui.window.Get("devicePixelRatio").Float()))
	if side == 0 {
		side = 160
	}
	var shot *plot.Shot
	if p.there {
		shot = &p.shot
	}
	p.button.set("data-there", map[bool]string{true: "true", false: "false"}[p.there])
	pixels := plot.Thumb(side, theme, plot.SmallLine(m.Snapshot), shot)
	bytes := f.ui.window.Get("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(bytes, pixels)
	p.canvas.Value.Set("width", side)
	p.canvas.Value.Set("height", side)
	p.canvas.Call("getContext", "2d").Call("putImageData", f.ui.window.Get("ImageData").New(bytes, side, side), 0, 0)
}
