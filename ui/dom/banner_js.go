//go:build js && wasm

package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// banner is what has gone wrong and the way out of it, or what has just been done.
type banner struct {
	fault, reason, back *element
	notice, text        *element
	graphics            *element
}

func newBanner(ui *UI) *banner {
	b := &banner{fault: ui.find("fault"), notice: ui.find("notice"), graphics: ui.find("graphics")}
	ui.makeText(b.fault, "strong", "Training has stopped")
	b.reason = ui.make(b.fault, "p")
	row := ui.make(b.fault, "div", attr{"class", "row"})
	b.back = ui.make(row, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-back"})
	b.back.click(func() { ui.send(app.WentBack{}) })
	again := ui.makeText(row, "button", "Restart from step 0", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-restart"})
	again.click(func() { ui.send(app.WasReset{}) })

	b.text = ui.make(b.notice, "p")
	read := ui.makeText(b.notice, "button", "×", attr{"type", "button"}, attr{"class", "ask"}, attr{"aria-label", "Dismiss"})
	read.click(func() { ui.send(app.NoticeRead{}) })
	return b
}

func (b *banner) render(m app.Model) {
	b.fault.hide(m.Fault == "")
	b.reason.write(m.Fault)
	b.back.hide(!m.Ready || m.LastGood == 0)
	b.back.write("Back to step " + plot.Count(int(m.LastGood)))
	b.notice.hide(m.Notice == "")
	b.text.write(m.Notice)
	b.graphics.hide(m.Graphics == "")
	b.graphics.write(m.Graphics)
}
