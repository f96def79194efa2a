//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/core/diagnosis"
	"ganvas/ui/app"
)

// illness is the line that names what is wrong with the run, and the sheet that says why and what would mend it.
type illness struct {
	line, title             *element
	fact, why, helps, says  *element
	try, undo, keep, treats *element
	head                    *element
	tried                   *element // the line after a try
	triedText               *element
}

func newIllness(ui *UI) *illness {
	i := &illness{line: ui.find("do-diagnosis"), tried: ui.find("tried")}
	ui.opensSheet(i.line, app.Illness)
	ui.makeText(i.line, "span", "▲", attr{"class", "sign"}, attr{"aria-hidden", "true"})
	i.title = ui.make(i.line, "span")
	i.mountTried(ui)
	box := ui.find("diagnosis")
	ui.addSheet(box, app.Illness, false)
	i.head = ui.make(box, "h2")
	i.fact = ui.make(box, "p")
	part := func(title string) *element {
		p := ui.make(box, "p", attr{"class", "part"})
		ui.makeText(p, "b", title+" ")
		return ui.make(p, "span")
	}
	i.why, i.helps = part("Why."), part("What helps.")
	i.treats = ui.make(box, "div", attr{"class", "edit-foot"})
	i.says = ui.make(i.treats, "span", attr{"class", "says"})
	i.try = ui.make(i.treats, "button", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "do-try"})
	i.try.click(func() {
		ui.send(app.SheetClosed{})
		ui.send(app.TryWanted{})
	})
	return i
}

// mountTried mounts the line that keeps what was tried, or takes it back.
func (i *illness) mountTried(ui *UI) {
	i.triedText = ui.make(i.tried, "p")
	row := ui.make(i.tried, "div", attr{"class", "row"})
	i.undo = ui.makeText(row, "button", "Undo", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-try-undo"})
	i.undo.click(func() { ui.send(app.TryUndone{}) })
	i.keep = ui.makeText(row, "button", "Keep", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-try-keep"})
	i.keep.click(func() { ui.send(app.TryKept{}) })
}

// hasRoom reports whether nothing more pressing stands where this is said.
func hasRoom(m app.Model) bool { return m.Fault == "" && len(m.Staged) == 0 }

func (i *illness) render(m app.Model) {
	f, ill := m.Finding()
	i.tried.hide(m.Tried() == "" || !hasRoom(m))
	i.triedText.write("Tried: " + m.Tried() + ".")
	_, exhibit := m.Exhibit() // it says what there is to see, and has its cure
	i.line.hide(!ill || !hasRoom(m) || exhibit || m.Tried() != "")
	if !ill {
		return
	}
	i.show(f)
}

func (i *illness) show(f diagnosis.Finding) {
	i.title.write(f.Title)
	i.head.write(f.Title)
	i.fact.write(f.Fact)
	i.why.write(f.Why)
	i.helps.write(f.Helps)
	i.treats.hide(f.Try == "")
	i.try.write("Try " + app.TryText(f))
	live := app.TryLive(f)
	i.says.write(map[bool]string{true: "The run goes on", false: "The run starts anew; one press takes it back"}[live])
	i.says.set("data-live", strconv.FormatBool(live))
}
