//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// banner is what has gone wrong and the way out of it, or what has just been done.
type banner struct {
	ui                    *UI
	fault, reason, slower *element
	notice, text, columns *element
	graphics              *element
	staged, waits         *element
	slow, cost            *element
	happening             *element
}

func newBanner(ui *UI) *banner {
	b := &banner{ui: ui, fault: ui.find("fault"), notice: ui.find("notice"), graphics: ui.find("graphics"), staged: ui.find("staged"), slow: ui.find("slow"), happening: ui.find("happening")}
	ui.makeText(b.fault, "strong", "Training has stopped")
	b.reason = ui.make(b.fault, "p")
	row := ui.make(b.fault, "div", attr{"class", "row"})
	b.slower = ui.make(row, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-slower"})
	b.slower.click(func() { ui.send(app.WentOnSlower{}) })
	again := ui.makeText(row, "button", "Restart from step 0", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-restart"})
	again.click(func() { ui.send(app.WasReset{}) })

	told := ui.make(b.notice, "div")
	b.text = ui.make(told, "p")
	b.columns = ui.makeText(told, "button", "Choose columns…", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "do-columns"})
	b.columns.click(func() { ui.tables.again() })
	read := ui.makeText(b.notice, "button", "×", attr{"type", "button"}, attr{"class", "shut"}, attr{"aria-label", "Dismiss"})
	read.click(func() { ui.send(app.NoticeRead{}) })
	b.mountStaged(ui)
	b.mountSlow(ui)
	return b
}

// mountSlow mounts what asks before a step that takes long.
func (b *banner) mountSlow(ui *UI) {
	ui.makeText(b.slow, "strong", "Each step takes a long time")
	b.cost = ui.make(b.slow, "p")
	row := ui.make(b.slow, "div", attr{"class", "row"})
	train := ui.makeText(row, "button", "Train it", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "do-agree"})
	train.click(func() { ui.send(app.SlowAgreed{}) })
	usual := ui.makeText(row, "button", "Usual settings", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-usual"})
	usual.click(func() { ui.send(app.DefaultsWanted{}) })
}

// mountStaged mounts what says that something waits for a restart, where its editor is closed.
func (b *banner) mountStaged(ui *UI) {
	b.waits = ui.make(b.staged, "p")
	row := ui.make(b.staged, "div", attr{"class", "row"})
	apply := ui.makeText(row, "button", "Restart", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "do-apply"})
	apply.click(func() { ui.send(app.StagedApplied{}) })
	drop := ui.makeText(row, "button", "Cancel", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-drop"})
	drop.click(func() { ui.send(app.StagedDropped{}) })
}

func (b *banner) render(m app.Model) {
	b.fault.hide(m.Fault == "")
	b.reason.write(capital(m.Fault))
	b.slower.hide(!m.Ready || m.Lost)
	b.slower.write("Go on from step " + stepText(m) + " with learning rates ÷ " + strconv.Itoa(app.SlowDown))
	b.notice.hide(m.Notice == "" || m.Tried() != "") // which says it too
	b.text.write(m.Notice)
	b.columns.hide(!b.ui.tables.chosen(m))
	b.staged.hide(len(m.Staged) == 0)
	b.waits.write(waitingText(m.Waiting()) + ": the run starts anew at step 0." + nextCostText(m))
	b.slow.hide(!m.Asking || m.Fault != "")
	b.cost.write(capital(control.CostText(m.Spec.Cost())) + ", on an ordinary computer. You can pause at any time.")
	_, ill := m.Finding()
	_, exhibit := m.Exhibit()
	b.happening.hide(m.Fault != "" || m.Notice != "" || len(m.Staged) > 0 || m.Asking || ill && !exhibit || m.Tried() != "")
	b.happening.write(happeningText(m))
	b.graphics.hide(m.Graphics == "")
	b.graphics.write(m.Graphics)
}
