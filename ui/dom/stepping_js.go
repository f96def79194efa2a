//go:build js && wasm

package dom

import (
	"strconv"
	"strings"
	"syscall/js"

	"ganvas/core/lesson/tex"
	"ganvas/core/stepping"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// phaseLasts is how long a phase stays where they follow one another by themselves, in milliseconds: as long as its words take to read.
const phaseLasts = 4000

// stepThrough is the step-through below the machine: the phases as buttons, and what the present one says. It is there only while it is open.
type stepThrough struct {
	ui                        *UI
	box, phases, say          *element
	title, says, formula      *element
	numbers, waiting          *element
	back, next, slow, follows *element
	buttons                   []*element
	laid                      string // the phases that have buttons
	shown                     string // what is said
	again                     js.Func
	timer                     js.Value
	ticking                   bool
}

func newStepping(ui *UI) *stepThrough {
	w := &stepThrough{ui: ui, box: ui.find("stepping")}
	w.phases = ui.make(w.box, "div", attr{"class", "stepping-phases"}, attr{"role", "group"}, attr{"aria-label", "Phases of the next step"})
	w.waiting = ui.makeText(w.box, "p", "The next step is being computed.", attr{"class", "stepping-waits"})
	w.say = ui.make(w.box, "div", attr{"class", "stepping-say"}, attr{"aria-live", "polite"}, attr{"id", "stepping-say"})
	w.title = ui.make(w.say, "h2")
	w.says = ui.make(w.say, "p")
	w.formula = ui.make(w.say, "div", attr{"class", "stepping-formula"}, attr{"role", "group"}, attr{"aria-label", "Formulas"}, attr{"tabindex", "0"})
	side := ui.make(w.box, "div", attr{"class", "stepping-side"})
	w.numbers = ui.make(side, "dl", attr{"class", "stepping-numbers"}, attr{"id", "stepping-numbers"})
	row := ui.make(side, "div", attr{"class", "stepping-keys"})
	press := func(id, label, key, does string, m app.Msg) *element {
		b := ui.makeText(row, "button", label, attr{"type", "button"}, attr{"class", "button"}, attr{"id", id}, attr{"title", does + " Key: " + key})
		b.set("aria-keyshortcuts", key)
		b.click(func() { ui.send(m) })
		return b
	}
	w.back = press("stepping-back", "Back", ",", "The phase before.", app.PhaseTurned{By: -1})
	w.next = press("stepping-next", "Next", ".", "The next phase; after the last, the step is done.", app.PhaseTurned{By: 1})
	w.next.set("class", "button main")
	w.slow = press("stepping-slow", "Slow motion", "s", "Phases follow one another by themselves.", app.SteppingSlowly{})
	press("stepping-close", "Close", "Escape", "Close the step-through.", app.SteppingToggled{})
	w.follows = ui.make(side, "p", attr{"class", "stepping-help"})
	for _, k := range []struct{ key, does string }{{",", ""}, {".", "phase"}, {"←", ""}, {"→", "another pair, or click a dot"}} {
		ui.makeText(w.follows, "kbd", k.key)
		ui.makeText(w.follows, "span", " "+k.does+" ")
	}
	w.again = js.FuncOf(func(js.Value, []js.Value) any {
		w.ticking = false
		if ui.shown.Stepping.Slowly {
			ui.send(app.PhaseTurned{By: 1})
		}
		return nil
	})
	return w
}

func (w *stepThrough) render(m app.Model) {
	w.box.hide(!m.Stepping.On)
	html := &element{Value: w.ui.document.Get("documentElement")}
	if on := html.Call("hasAttribute", "data-stepping").Bool(); on != m.Stepping.On {
		html.Call("toggleAttribute", "data-stepping", m.Stepping.On)
	}
	w.tick(m.Stepping.Slowly)
	if !m.Stepping.On {
		w.shown, w.laid = "", ""
		return
	}
	at, ok := steppingOf(m)
	w.waiting.hide(ok)
	w.say.hide(!ok)
	w.slow.set("aria-pressed", strconv.FormatBool(m.Stepping.Slowly))
	if !ok {
		return
	}
	w.lay(at.step)
	for i, b := range w.buttons {
		state := ""
		switch {
		case i == m.Stepping.Phase:
			b.set("aria-current", "step")
		case i < m.Stepping.Phase:
			state = "done"
			fallthrough
		default:
			b.unset("aria-current")
		}
		b.set("data-state", state)
	}
	w.back.put("disabled", m.Stepping.Phase == 0 && m.Step() == 0)
	last := m.Stepping.Phase == len(w.buttons)-1
	w.next.write(map[bool]string{true: "Do the step", false: "Next"}[last])
	w.next.put("disabled", last && m.Fault != "")
	w.tell(at)
}

// tick has the next phase come by itself, or not.
func (w *stepThrough) tick(on bool) {
	switch {
	case on && !w.ticking:
		w.timer, w.ticking = w.ui.window.Call("setTimeout", w.again, phaseLasts), true
	case !on && w.ticking:
		w.ui.window.Call("clearTimeout", w.timer)
		w.ticking = false
	}
}

// lay mounts the phases' buttons, where they are others.
func (w *stepThrough) lay(s stepping.Step) {
	all := s.Phases()
	var key strings.Builder
	for i, p := range all {
		key.WriteString(phaseSays(i, p) + ";")
	}
	if key.String() == w.laid {
		return
	}
	w.laid, w.buttons = key.String(), nil
	w.phases.Value.Set("textContent", "")
	player := -1
	group := (*element)(nil)
	for i, p := range all {
		if p.Player != player {
			player = p.Player
			group = w.ui.make(w.phases, "div", attr{"class", "stepping-move"}, attr{"data-player", []string{"d", "g"}[player]})
			w.ui.makeText(group, "b", []string{"D’s move", "G’s move"}[player])
		}
		b := w.ui.make(group, "button", attr{"type", "button"}, attr{"aria-label", phaseSays(i, p)})
		w.ui.makeText(b, "span", strconv.Itoa(i+1), attr{"class", "stepping-number"})
		w.ui.makeText(b, "span", " "+strings.SplitN(phaseSays(i, p), ": ", 2)[1], attr{"class", "stepping-name"})
		b.click(func() { w.ui.send(app.PhaseChosen{At: i}) })
		w.buttons = append(w.buttons, b)
	}
}

// tell says the phase. Words that are the same stay, so that screen readers say what is new.
func (w *stepThrough) tell(at phaseSeen) {
	w.title.write(at.told.Title)
	w.says.write(at.told.Says)
	said := strings.Join(at.told.Formulas, "\n")
	for _, n := range at.told.Numbers {
		said += "\n" + n[0] + " " + n[1]
	}
	if said == w.shown {
		return
	}
	w.shown = said
	var html strings.Builder
	for _, f := range at.told.Formulas {
		html.WriteString("<div>")
		for _, side := range equalities(f) {
			if math, err := tex.MathML(side, true); err == nil {
				html.WriteString(math)
			}
		}
		html.WriteString("</div>")
	}
	w.formula.Value.Set("innerHTML", html.String())
	w.numbers.Value.Set("textContent", "")
	for _, n := range at.told.Numbers {
		row := w.ui.make(w.numbers, "div")
		w.ui.makeText(row, "dt", n[0])
		w.ui.makeText(row, "dd", n[1])
	}
}

// follow lets a press on the machine's picture choose the pair that is followed.
func (m *machine) follow(e js.Value) {
	at, ok := steppingOf(m.ui.shown)
	if !ok {
		return
	}
	r := m.face.Call("getBoundingClientRect")
	x, y := e.Get("clientX").Float()-r.Get("left").Float(), e.Get("clientY").Float()-r.Get("top").Float()
	var scene plot.MachineScene
	scene, _ = machineScene(m.ui.shown.Spec, m.ui.shown.Snapshot, m.ui.shown.Trace())
	at.sees(&scene, m.ui.shown.Snapshot)
	reach := 1.2 * scene.Reach
	const within = 24
	i := nearest(m.layout.Samples, scene.Window, x, y, within, scene.Samples, scene.Real)
	if i < 0 {
		i = nearest(m.layout.Noise, plot.Window{X0: -reach, Y0: -reach, X1: reach, Y1: reach}, x, y, within, scene.Noise)
	}
	if i >= 0 {
		m.ui.send(app.PairChosen{At: i})
	}
}
