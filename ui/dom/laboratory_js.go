//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// laboratory is the sheet in which two clouds are tested. What is computed and drawn there comes from a Worker of its own, which is loaded when the sheet is
// first opened: see wasm/reader.
type laboratory struct {
	ui                        *UI
	box                       *element
	a, b, statistic, n, level *element
	size, alpha               *element // what the sliders say
	histogram, power          *element
	says, errors, stage       *element
	worker                    js.Value
	open, dark, own, classes  bool
	wanting                   bool // whole samples are still to come
	seed                      int
	again                     js.Func // looks anew
}

// The laws beside the catalogue of data.
const (
	ofRun     = "run"
	ofSamples = "samples"
	ofOwn     = "own"
	ofFirst   = "first"
	ofOthers  = "others"
)

// labSizes are how many points a cloud may have.
var labSizes = []int{10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320}

func newLaboratory(ui *UI) *laboratory {
	l := &laboratory{ui: ui, box: ui.find("laboratory"), seed: 1}
	ui.addSheet(l.box, app.Laboratory, false)
	l.again = js.FuncOf(func(js.Value, []js.Value) any { l.look(); return nil })
	return l
}

// mount makes the sheet's parts, when it is first opened.
func (l *laboratory) mount() {
	ui := l.ui
	ui.makeText(l.box, "h2", "Do these two come from one distribution?")
	body := ui.make(l.box, "div", attr{"class", "scroll"})
	row := ui.make(body, "div", attr{"class", "lab-row"})
	l.a = l.choice(row, "A", "lab-a")
	l.b = l.choice(row, "B", "lab-b")
	l.statistic = l.choice(row, "by", "lab-statistic")
	for _, s := range control.Statistics {
		ui.makeText(l.statistic, "option", s.Label, attr{"value", s.Key}, attr{"title", s.Doc})
	}
	l.statistic.hold("energy")
	row = ui.make(body, "div", attr{"class", "lab-row"})
	l.n, l.size = l.slider(row, "points of each", "lab-n", len(labSizes)-1, 6)
	l.level, l.alpha = l.slider(row, "level α", "lab-level", len(control.Levels)-1, control.UsualLevel)
	l.n.on("change", func(js.Value) { l.ask() })
	l.n.on("input", func(js.Value) { l.tell() })
	l.level.on("input", func(js.Value) {
		l.tell()
		l.post(map[string]any{"laboratory": "level", "level": control.Levels[l.at(l.level)]})
	})
	l.histogram = l.picture(body, "The statistic, where all is chance", "", []key{{"points dealt anew", "quiet"}, {"A and A", "real"}, {"A and B", "generated"}}, "lab-histogram",
		"The distribution of the statistic by chance. Drag the threshold.")
	l.says = ui.make(body, "p", attr{"class", "lab-says"}, attr{"id", "lab-says"})
	l.errors = ui.make(body, "p", attr{"class", "lab-says"}, attr{"id", "lab-errors"})
	l.power = l.picture(body, "Power", "how often A and B are told apart, by points", nil, "lab-power", "The power of the test against the number of points")
	foot := ui.make(l.box, "div", attr{"class", "edit-foot"})
	l.stage = ui.make(foot, "span", attr{"class", "counts"}, attr{"role", "status"}, attr{"id", "lab-stage"})
	again := ui.makeText(foot, "button", "Draw anew", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "lab-again"})
	again.click(func() { l.seed++; l.ask() })
	l.tell()
	l.drag()
}

func (l *laboratory) choice(row *element, label, id string) *element {
	l.ui.makeText(row, "label", label, attr{"for", id})
	s := l.ui.make(row, "select", attr{"id", id})
	s.on("change", func(js.Value) { l.ask() })
	return s
}

// slider is a slider over places of a list, and what says where it is.
func (l *laboratory) slider(row *element, label, id string, most, at int) (rail, says *element) {
	l.ui.makeText(row, "label", label, attr{"for", id})
	rail = l.ui.make(row, "input", attr{"type", "range"}, attr{"id", id}, attr{"min", "0"}, attr{"max", strconv.Itoa(most)}, attr{"value", strconv.Itoa(at)})
	return rail, l.ui.make(row, "output", attr{"for", id})
}

type key struct{ name, hue string }

func (l *laboratory) picture(parent *element, title, unit string, keys []key, id, label string) *element {
	figure := l.ui.make(parent, "figure", attr{"class", "chart"})
	caption := l.ui.make(figure, "figcaption")
	h := l.ui.makeText(caption, "h3", title)
	if unit != "" {
		l.ui.makeText(h, "span", " "+unit)
	}
	for _, k := range keys {
		l.ui.makeText(l.ui.make(caption, "span", attr{"class", "key"}, attr{"data-hue", k.hue}), "span", k.name)
	}
	return l.ui.make(figure, "div", attr{"class", "panel"}, attr{"id", id}, attr{"role", "img"}, attr{"aria-label", label})
}

func (l *laboratory) at(rail *element) int {
	i, _ := strconv.Atoi(rail.value())
	return i
}

// tell writes what the sliders say.
func (l *laboratory) tell() {
	l.size.write(strconv.Itoa(labSizes[l.at(l.n)]))
	l.alpha.write(control.LevelText(control.Levels[l.at(l.level)]))
}

// drag lets a hand hold the threshold.
func (l *laboratory) drag() {
	held := false
	hold := func(e js.Value) {
		r := l.histogram.Call("getBoundingClientRect")
		share := (e.Get("clientX").Float() - r.Get("left").Float()) / math.Max(1, r.Get("width").Float())
		l.post(map[string]any{"laboratory": "hold", "at": math.Max(0, math.Min(1, share))})
	}
	l.histogram.on("pointerdown", func(e js.Value) {
		held = true
		l.histogram.Call("setPointerCapture", e.Get("pointerId"))
		hold(e)
	})
	l.histogram.on("pointermove", func(e js.Value) {
		if held {
			hold(e)
		}
	})
	for _, end := range []string{"pointerup", "pointercancel"} {
		l.histogram.on(end, func(js.Value) { held = false })
	}
}

func (l *laboratory) render(m app.Model) {
	open := m.Sheet == app.Laboratory
	if open && l.a == nil {
		l.mount()
	}
	if !open {
		l.open = false
		return
	}
	if !l.open {
		l.open = true
		l.offer(m)
		if l.worker.IsUndefined() {
			l.start()
		}
		l.ask()
		l.ui.window.Call("setTimeout", l.again, 0) // when the sheet is laid out
	} else if l.wanting {
		l.ask()
	} else if m.Night() != l.dark {
		l.look()
	}
}

// offer lists what can be tested.
func (l *laboratory) offer(m app.Model) {
	own := m.CSV != nil
	classes := own && control.HasClasses(m.CSV)
	if l.a.Get("length").Int() > 0 && own == l.own && classes == l.classes {
		return
	}
	l.own, l.classes = own, classes
	for i, s := range []*element{l.a, l.b} {
		was := s.value()
		s.Call("replaceChildren")
		l.ui.makeText(s, "option", "real data of this run", attr{"value", ofRun})
		l.ui.makeText(s, "option", "samples of this run", attr{"value", ofSamples})
		if own {
			l.ui.makeText(s, "option", "my own points", attr{"value", ofOwn})
			if classes {
				l.ui.makeText(s, "option", "my own points, first class", attr{"value", ofFirst})
				l.ui.makeText(s, "option", "my own points, other classes", attr{"value", ofOthers})
			}
		}
		for _, o := range laws() {
			l.ui.makeText(s, "option", o.Label, attr{"value", o.Key})
		}
		if was == "" {
			was = []string{ofRun, ofSamples}[i]
		}
		s.hold(was)
	}
}

// laws are the data of the plane.
func laws() (out []experiment.Option) {
	for _, o := range form.All[0].Grammar.Fields.Find("data").Choices {
		if o.Key != experiment.OwnData {
			out = append(out, o)
		}
	}
	return out
}

// place hears that the page is laid out anew.
func (l *laboratory) place([]PanelRect) {
	if l.open {
		l.look()
	}
}

func (l *laboratory) start() {
	l.worker = l.ui.window.Call("openReader", js.FuncOf(func(_ js.Value, args []js.Value) any {
		l.hear(args[0])
		return nil
	}))
}

func (l *laboratory) hear(said js.Value) {
	if said.Get("kind").String() == "error" {
		l.says.write("This cannot be tested: " + said.Get("text").String() + ".")
		l.stage.write("")
		return
	}
	l.histogram.Set("innerHTML", said.Get("histogram"))
	l.power.Set("innerHTML", said.Get("power"))
	l.says.write(said.Get("says").String())
	l.errors.write(said.Get("errors").String())
	l.stage.write(said.Get("stage").String())
}

func (l *laboratory) post(message map[string]any) {
	if l.worker.Truthy() {
		l.worker.Call("postMessage", js.ValueOf(message))
	}
}

// look says how large the pictures are, and how they look.
func (l *laboratory) look() {
	l.dark = l.ui.shown.Night()
	side := func(e *element, name string) float64 { return e.Get(name).Float() }
	l.post(map[string]any{"laboratory": "look", "dark": l.dark, "scale": 1,
		"w": side(l.histogram, "clientWidth"), "h": side(l.histogram, "clientHeight"), "powerW": side(l.power, "clientWidth"), "powerH": side(l.power, "clientHeight")})
}

// ask asks what the sheet says, as soon as there are samples with all of their columns, where they have more than the picture shows.
func (l *laboratory) ask() {
	s := l.ui.shown.Snapshot
	l.wanting = (l.a.value() == ofSamples || l.b.value() == ofSamples) && control.Columns(s) != nil && s.Array(probe.Whole).Len() == 0
	if l.wanting {
		return
	}
	a, pointsA := l.law(l.a.value())
	b, pointsB := l.law(l.b.value())
	l.post(map[string]any{"laboratory": "ask", "a": pointsA, "b": pointsB, "question": query.Format(
		query.Pair{Key: "a", Value: a}, query.Pair{Key: "b", Value: b}, query.Pair{Key: "statistic", Value: l.statistic.value()},
		query.Pair{Key: "n", Value: strconv.Itoa(labSizes[l.at(l.n)])}, query.Pair{Key: "seed", Value: strconv.Itoa(l.seed)},
		query.Pair{Key: "level", Value: strconv.FormatFloat(control.Levels[l.at(l.level)], 'g', -1, 64)})})
	l.stage.write("Drawing the clouds")
}

// law is what the laboratory knows a law by, and its points where they are none of the catalogue's.
func (l *laboratory) law(key string) (string, any) {
	m := l.ui.shown
	if key == ofRun {
		key = m.Spec.Data
	}
	switch key {
	case experiment.OwnData, ofOwn:
		return ofOwn, buffer(m.CSV)
	case ofFirst, ofOthers:
		return key, buffer(m.CSV)
	case ofSamples:
		return ofSamples, buffer(control.SampleText(m.Snapshot))
	}
	return key, nil
}

// buffer is bytes as an ArrayBuffer.
func buffer(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array.Get("buffer")
}
