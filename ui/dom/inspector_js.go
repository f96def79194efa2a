//go:build js && wasm

package dom

import (
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// inspector is the sheet of one image: what D says of it, and the image of training that is nearest to it.
type inspector struct {
	ui       *UI
	gate     *gate
	title    *element
	pictures [2]*element
	bars     [2]*verdictBarsView
	says     [2]*element
	takes    *element
	snapshot *wire.Snapshot
	theme    string
}

func newInspector(ui *UI) *inspector {
	i := &inspector{ui: ui}
	i.gate = newGate(ui, func() { i.render(ui.shown) })
	box := ui.find("inspector")
	ui.addSheet(box, app.Inspector, false)
	i.title = ui.make(box, "h2", attr{"id", "inspector-title"})
	pair := ui.make(box, "div", attr{"class", "pair"})
	for n, name := range []string{"This image", "Nearest training image"} {
		f := ui.make(pair, "figure")
		ui.makeText(f, "figcaption", name)
		i.pictures[n] = ui.make(f, "canvas", attr{"class", "pixels"}, attr{"width", "1"}, attr{"height", "1"}, attr{"role", "img"}, attr{"aria-label", name})
		i.bars[n] = ui.makeVerdictBars(f)
		i.says[n] = ui.make(f, "p", attr{"class", "about"})
	}
	foot := ui.make(box, "div", attr{"class", "edit-foot"})
	inside := ui.makeText(foot, "button", "Inside both players", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "inspect-inside"})
	inside.click(func() {
		ui.send(app.SheetClosed{})
		ui.send(app.ViewChosen{Larger: app.TheMachine})
	})
	i.takes = ui.make(foot, "span", attr{"class", "takes"}, attr{"role", "group"}, attr{"aria-label", "On the latent map"})
	ui.makeText(i.takes, "span", "On the latent map:")
	for k, letter := range []string{"A", "B", "C"} {
		b := ui.makeText(i.takes, "button", letter, attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "inspect-" + letter}, attr{"aria-label", "Take it as " + letter})
		b.click(func() {
			aim := ui.shown.Aim
			aim.Three[k] = aim.At
			ui.send(app.Aimed{Aim: aim})
			ui.send(app.SheetClosed{})
			ui.send(app.ViewChosen{Larger: app.TheLatent})
		})
	}
	return i
}

func (i *inspector) render(m app.Model) {
	if m.Sheet != app.Inspector || m.Snapshot == nil {
		i.snapshot = nil
		return
	}
	theme := themeOf(m)
	if m.Snapshot == i.snapshot && theme.Key == i.theme || !i.gate.open() {
		return
	}
	i.snapshot, i.theme = m.Snapshot, theme.Key
	s := m.Snapshot
	i.title.write(subjectName(s, m.Aim))
	i.takes.hide(m.Aim.Kind != probe.OfGenerated || !m.Offers(probe.LatentMap))
	d, told := s.Floats(probe.SubjectVerdict), s.Floats(probe.NearestTold)
	if len(d) == 0 || len(told) < probe.NearestNumbers {
		return
	}
	i.ui.images(i.pictures[0], s.Array(probe.Subject), theme)
	i.ui.images(i.pictures[1], s.Array(probe.Nearest), theme)
	i.bars[0].show(float64(d[0]))
	i.bars[1].show(float64(told[probe.NearestVerdict]))
	i.says[0].write(fooledText(m.Aim.Kind == probe.OfReal, float64(d[0])))
	i.says[1].write(nearestText(told))
}
