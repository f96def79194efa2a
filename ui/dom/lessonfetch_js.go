//go:build js && wasm

package dom

import (
	"strconv"
	"strings"
	"syscall/js"

	"ganvas/core/lesson"
	"ganvas/ui/app"
)

// fetchPart fetches a page of lessons/ and takes the part that a selector finds. A page that holds it in a template of this id, as one that is a
// single file does, needs no fetch.
func (ui *UI) fetchPart(template, path, selector string, found func(js.Value), lost func(reason string)) {
	if t := ui.document.Call("getElementById", template); !t.IsNull() {
		found(t.Get("content").Call("querySelector", selector).Call("cloneNode", true))
		return
	}
	failed := func() { lost("this site has no " + path + ", or there is no connection") }
	ui.then(ui.window.Call("fetch", path), func(response js.Value) {
		if !response.Get("ok").Bool() {
			failed()
			return
		}
		ui.then(response.Call("text"), func(text js.Value) {
			page := ui.window.Get("DOMParser").New().Call("parseFromString", text, "text/html")
			part := page.Call("querySelector", selector)
			if part.IsNull() {
				failed()
				return
			}
			found(part)
		}, failed)
	}, failed)
}

// loadList fills the list of lessons.
func (r *reader) loadList() {
	r.ui.fetchPart("lessons", "lessons/index.html", "ol.lessons", func(list js.Value) {
		r.list.Call("replaceChildren", list)
		items := list.Call("querySelectorAll", "li[data-lesson]")
		for i := range items.Length() {
			key := items.Index(i).Get("dataset").Get("lesson").String()
			link := &element{Value: items.Index(i).Call("querySelector", "a")}
			link.set("href", "lessons/"+key+".html")
			link.on("click", func(e js.Value) {
				e.Call("preventDefault")
				r.chosen = true
				r.ui.send(app.LessonWanted{Key: key})
			})
			r.listStanding(key, &element{Value: items.Index(i)})
		}
		r.showStandings()
	}, func(reason string) {
		r.listed = false
		r.list.write("The lessons cannot be fetched: " + reason + ".")
	})
}

// listStanding writes behind a lesson of the list how far its reader is, whenever that is asked for.
func (r *reader) listStanding(key string, item *element) {
	mask := func(name string) uint32 {
		text, _ := item.attribute(name)
		x, _ := strconv.ParseUint(text, 16, 32)
		return uint32(x)
	}
	text, _ := item.attribute("data-steps")
	steps, _ := strconv.Atoi(text)
	o := app.Outline{Steps: steps, Questions: mask("data-questions"), Tasks: mask("data-tasks")}
	place := r.ui.make(item, "p", attr{"class", "standing"})
	r.standings = append(r.standings, func() {
		text, finished := o.Standing(r.ui.kept(key))
		place.write(text)
		place.hide(text == "")
		item.set("data-finished", strconv.FormatBool(finished))
	})
}

func (r *reader) showStandings() {
	for _, show := range r.standings {
		show()
	}
}

// loadLesson fetches a lesson, mounts it, and says that it has come.
func (ui *UI) loadLesson(key string, step int) {
	r := ui.reader
	ui.fetchPart("lesson-"+key, "lessons/"+key+".html", "article.lesson", func(article js.Value) {
		l := r.mount(key, article)
		ui.send(app.LessonCame{Lesson: l, Kept: ui.kept(key), Step: step})
		if at := ui.shown.Reader.At; r.chosen && at < len(r.sections) {
			r.sections[at].heading.Call("focus", map[string]any{"preventScroll": true})
		}
		r.chosen = false
	}, func(reason string) { ui.send(app.LessonLost{Key: key, Reason: reason}) })
}

// mount puts the steps of an article into the drawer, hidden, and reads what they ask for.
func (r *reader) mount(key string, article js.Value) lesson.Lesson {
	l := lesson.Lesson{Key: key, Title: article.Call("querySelector", "h1").Get("textContent").String()}
	r.body.Call("replaceChildren")
	r.sections, r.shownKey, r.shownAt = nil, key, -1
	r.print.set("href", "lessons/"+key+".html")
	found := article.Call("querySelectorAll", "section.step")
	for i := range found.Length() {
		s := r.mountSection(i, found.Index(i))
		r.sections = append(r.sections, s)
		task := func(string) (string, bool) { return "", false }
		if s.task != nil {
			task = s.task.attribute
		}
		l.Steps = append(l.Steps, stepOf(strings.TrimSpace(s.heading.Get("lastChild").Get("textContent").String()), s.attribute, task))
	}
	return l
}

func (r *reader) mountSection(i int, v js.Value) *section {
	s := &section{element: &element{Value: v}, heading: v.Call("querySelector", "h2")}
	r.body.Call("append", v)
	s.hide(true)
	s.heading.Set("tabIndex", -1)
	if t := v.Call("querySelector", ".task"); !t.IsNull() {
		s.task = &element{Value: t}
		s.verdict = &element{Value: t.Call("querySelector", ".verdict")}
	}
	if box := v.Call("querySelector", ".sliders"); !box.IsNull() {
		mountSliders(box)
	}
	choices := v.Call("querySelectorAll", ".choice")
	for k := range choices.Length() {
		c := &element{Value: choices.Index(k)}
		c.on("toggle", func(js.Value) {
			if c.Get("open").Bool() {
				r.ui.send(app.Answered{Step: i, Right: c.Get("dataset").Get("right").String() == "true"})
			}
		})
	}
	return s
}

// attribute is an element's attribute, and whether it has one.
func (e *element) attribute(name string) (string, bool) {
	v := e.Call("getAttribute", name)
	if v.IsNull() {
		return "", false
	}
	return v.String(), true
}

// keptPrefix begins the names under which the browser remembers lessons.
const keptPrefix = "ganvas.lesson."

// kept is what the browser remembers of a lesson.
func (ui *UI) kept(key string) string { return ui.store.get(keptPrefix + key) }

// keepText remembers.
func (ui *UI) keepText(key, text string) {
	ui.store.set(keptPrefix+key, text)
	ui.reader.showStandings()
}
