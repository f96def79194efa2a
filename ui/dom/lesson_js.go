//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/lesson"
	"ganvas/ui/app"
)

// reader is the drawer beside the plane in which lessons are read.
type reader struct {
	ui                   *UI
	drawer, title, where *element
	list, body, problem  *element
	back, next           *element
	bar                  *element
	sections             []*section
	shownKey             string
	shownAt              int
	pointed              []js.Value
	wanted               []string // what is still to be pointed at
	listed               bool
	standings            []func() // each writes how far the reader is in a lesson of the list
	chosen               bool     // a lesson was chosen from the list, so the keyboard goes with it
	rested               bool     // nothing has been shown since the drawer was closed
	print, keep, leave   *element
}

// section is a mounted step.
type section struct {
	*element
	heading js.Value
	verdict *element // of the task, or nil
	task    *element
}

func newReader(ui *UI) *reader {
	r := &reader{ui: ui, drawer: ui.find("lesson"), rested: true}
	head := ui.make(r.drawer, "header")
	r.title = ui.make(head, "h2")
	r.where = ui.make(head, "p", attr{"class", "where"})
	r.bar = ui.make(head, "progress", attr{"class", "way"}, attr{"aria-label", "Way through the lesson"})
	shut := ui.makeText(head, "button", "×", attr{"type", "button"}, attr{"class", "shut"}, attr{"id", "lesson-leave"}, attr{"aria-label", "Leave the lesson: back to your own experiment"}, attr{"title", "Back to your own experiment"})
	shut.click(func() { r.close(false) })
	r.leave = shut
	r.problem = ui.make(r.drawer, "p", attr{"class", "problem"}, attr{"role", "alert"})
	r.list = ui.make(r.drawer, "nav", attr{"class", "lesson-list"}, attr{"aria-label", "Lessons"})
	r.body = ui.make(r.drawer, "div", attr{"class", "lesson-body"})
	foot := ui.make(r.drawer, "footer")
	r.back = r.button(foot, "lesson-back", "Back", -1)
	r.next = r.button(foot, "lesson-next", "Next", 1)
	r.keep = ui.makeText(foot, "button", "Keep this experiment", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "lesson-keep"}, attr{"title", "Leave the lesson and go on with its experiment"})
	r.keep.click(func() { r.close(true) })
	r.print = ui.makeText(foot, "a", "Print", attr{"class", "small"}, attr{"id", "lesson-print"}, attr{"target", "_blank"}, attr{"rel", "noopener"})
	r.listen()
	return r
}

func (r *reader) button(parent *element, id, text string, by int) *element {
	b := r.ui.makeText(parent, "button", text, attr{"type", "button"}, attr{"class", "button"}, attr{"id", id})
	b.click(func() { r.turn(by) })
	return b
}

// turn goes some steps on, and puts the keyboard on the new step's title, from where reading goes on.
func (r *reader) turn(by int) {
	at := r.ui.shown.Reader.At + by
	if at < 0 || at >= len(r.sections) {
		return
	}
	r.ui.send(app.StepWanted{At: at})
	r.body.Set("scrollTop", 0)
	r.sections[at].heading.Call("focus", map[string]any{"preventScroll": true})
}

func (r *reader) close(keep bool) {
	r.ui.send(app.LessonLeft{Keep: keep})
	r.ui.find("do-lessons").Call("focus")
}

// listen hears the link in the bar, and keys inside the drawer.
func (r *reader) listen() {
	link := r.ui.find("do-lessons")
	link.on("click", func(e js.Value) {
		if e.Get("ctrlKey").Truthy() || e.Get("metaKey").Truthy() || e.Get("shiftKey").Truthy() {
			return
		}
		e.Call("preventDefault")
		r.ui.send(app.ListToggled{})
	})
	r.drawer.on("keydown", func(e js.Value) {
		if !plainKey(e) || usesKey(tagOf(e.Get("target")), "") {
			return
		}
		switch e.Get("key").String() {
		case "ArrowRight":
			e.Call("preventDefault")
			r.turn(1)
		case "ArrowLeft":
			e.Call("preventDefault")
			r.turn(-1)
		}
	})
}

func (r *reader) render(m app.Model) {
	open := m.Reader.List || m.Reader.Key != "" || m.Reader.Problem != ""
	r.drawer.hide(!open)
	r.ui.find("do-lessons").set("aria-expanded", strconv.FormatBool(open))
	r.htmlMark(open)
	if !open && r.rested {
		return
	}
	r.rested = !open
	r.problem.write(m.Reader.Problem)
	r.problem.hide(m.Reader.Problem == "")
	r.list.hide(!m.Reader.List)
	if m.Reader.List && !r.listed {
		r.listed = true
		r.loadList()
	}
	r.renderStep(m)
}

// htmlMark lets the style sheet make room.
func (r *reader) htmlMark(open bool) {
	html := &element{Value: r.ui.document.Get("documentElement")}
	if open != html.Call("hasAttribute", "data-lesson").Bool() {
		html.Call("toggleAttribute", "data-lesson", open)
	}
}

func (r *reader) renderStep(m app.Model) {
	shown := m.Reader.Open() && r.shownKey == m.Reader.Key
	for _, e := range []*element{r.body, r.back, r.next, r.keep, r.bar} {
		e.hide(!shown)
	}
	r.print.hide(!shown || !r.ui.document.Call("getElementById", "lessons").IsNull()) // a single file has no pages to print
	title := "Lessons"
	if m.Reader.Key != "" {
		title = m.Reader.Lesson.Title
	}
	r.title.write(title)
	if !shown {
		r.where.write("")
		r.point(nil)
		r.shownAt = -1
		return
	}
	n := len(r.sections)
	r.where.write("Step " + strconv.Itoa(m.Reader.At+1) + " of " + strconv.Itoa(n))
	r.bar.put("max", n)
	r.bar.put("value", m.Reader.At+1)
	r.back.put("disabled", m.Reader.At == 0)
	r.next.put("disabled", m.Reader.At == n-1)
	if m.Reader.At != r.shownAt {
		r.shownAt = m.Reader.At
		for i, s := range r.sections {
			s.hide(i != m.Reader.At)
		}
		r.body.Set("scrollTop", 0)
		r.point(m.Reader.Step().Setup.Point)
	}
	r.pointOn()
	if s := r.sections[m.Reader.At]; s.verdict != nil {
		done := app.Has(m.Reader.Done, m.Reader.At)
		s.task.set("data-done", strconv.FormatBool(done))
		s.verdict.write(capital(m.Verdict()) + r.readings(m, done))
	}
}

// readings are the numbers that the shown task is about, as they are now.
func (r *reader) readings(m app.Model, done bool) string {
	if done || m.Snapshot == nil {
		return ""
	}
	return taskReadings(m.Reader.Step().Task.Goal, m.Snapshot)
}

// point marks the parts of the page that a step speaks of, and no others.
func (r *reader) point(places []string) {
	for _, e := range r.pointed {
		e.Call("removeAttribute", "data-pointed")
	}
	r.pointed, r.wanted = nil, places
	r.pointOn()
}

// pointOn marks what is there by now: rows of measures come with the first numbers.
func (r *reader) pointOn() {
	var missing []string
	for _, place := range r.wanted {
		e := r.ui.document.Call("querySelector", PlaceSelector(place))
		if e.IsNull() {
			missing = append(missing, place)
			continue
		}
		r.pointed = append(r.pointed, e)
		e.Call("setAttribute", "data-pointed", "")
		for fold := e.Get("parentElement"); !fold.IsNull(); fold = fold.Get("parentElement") {
			if fold.Get("tagName").String() == "DETAILS" {
				fold.Set("open", true)
			}
		}
		if p, _ := lesson.ParsePlace(place); p.Kind == lesson.OfField && !r.ui.media("(max-width: 700px)") {
			e.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	}
	r.wanted = missing
}
