//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/ui/app"
)

// banner is what has gone wrong and the way out of it, or what has just been done.
type banner struct {
	fault, reason, slower *element
	notice, text          *element
	graphics              *element
}

func newBanner(ui *UI) *banner {
	b := &banner{fault: ui.find("fault"), notice: ui.find("notice"), graphics: ui.find("graphics")}
	ui.makeText(b.fault, "strong", "Training has stopped")
	b.reason = ui.make(b.fault, "p")
	row := ui.make(b.fault, "div", attr{"class", "row"})
	b.slower = ui.make(row, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-slower"})
	b.slower.click(func() { ui.send(app.WentOnSlower{}) })
	again := ui.makeText(row, "button", "Restart from step 0", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-restart"})
	again.click(func() { ui.send(app.WasReset{}) })

	b.text = ui.make(b.notice, "p")
	read := ui.makeText(b.notice, "button", "×", attr{"type", "button"}, attr{"class", "ask"}, attr{"aria-label", "Dismiss"})
	read.click(func() { ui.send(app.NoticeRead{}) })
	return b
}

func (b *banner) render(m app.Model) {
	b.fault.hide(m.Fault == "")
	b.reason.write(sentence(m.Fault))
	b.slower.hide(!m.Ready || m.Lost)
	b.slower.write("Go on from step " + stepText(m) + " with learning rates ÷ " + strconv.Itoa(app.SlowDown))
	b.notice.hide(m.Notice == "")
	b.text.write(m.Notice)
	b.graphics.hide(m.Graphics == "")
	b.graphics.write(m.Graphics)
}
