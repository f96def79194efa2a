package app

import (
	"ganvas/core/picture"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/probe"
)

// Update is what a Msg does to a Model, and what the page must do about it, in order.
func Update(m Model, msg Msg) (Model, []Effect) {
	switch msg := msg.(type) {
	case FieldChanged:
		return m.changed(msg.Key, msg.Text)
	case WeightSet:
		return m.weighed(msg.Pair())
	case PlayToggled:
		return m.played(!m.Playing)
	case SlowAgreed:
		return m.agreed()
	case Stepped:
		return m.stepped(msg.Who)
	case WasReset:
		return m.restarted()
	case SeedDrawn:
		return m.changed("seed", strconv.FormatUint(uint64(msg.Seed), 10))
	case SpeedChosen:
		return m.sped(msg.Index)
	case LayerToggled:
		return m.layered(msg)
	case ThemeChosen:
		m.Theme = msg.Theme
		return m, []Effect{m.setURL()}
	case ThemeToggled:
		return m.themed()
	case ShortcutsSwitched:
		m.Deaf = !msg.On
	case NoticeRead:
		m.Notice = ""
	case SurveyToggled:
		return m.surveyed()
	case LinkWanted:
		return m, []Effect{m.setURL(), CopyLink{m.link(m.At()).Checked()}}
	case SaveWanted:
		return m.saved()
	case LinkCopied:
		return m.copied(msg.OK)
	case TextCopied:
		m.Notice = map[bool]string{true: "The table is in the clipboard.", false: "This browser does not let the page use the clipboard. Save the table instead."}[msg.OK]
		return m, []Effect{Announce{m.Notice}}
	case PointsDropped:
		return m.dropped(msg)
	case ImagesDropped:
		return m.imagesDropped(msg)
	case SketchDrawn:
		return m.sketched(msg.Sketch)
	case PointsUnread:
		m.Notice = msg.Name + " cannot be read: " + msg.Reason + "."
		return m, []Effect{Announce{m.Notice}}
	case WentOnSlower:
		return m.wentOnSlower()
	case DefaultsWanted:
		was := m
		m.Staged = nil
		m.Playing = m.Playing || m.Asking && !m.Calm
		m.Spec, m.Drafts = m.Base(), nil
		next, effects := m.open(m.usual())
		return was.touched("", next, effects)
	default:
		return m.heard(msg)
	}
	return m, nil
}

// heard takes what the browser and the worker say.
func (m Model) heard(msg Msg) (Model, []Effect) {
	if next, effects, ok := m.readerHeard(msg); ok {
		return next, effects
	}
	if next, effects, ok := m.embedded(msg); ok {
		return next, effects
	}
	if next, effects, ok := m.presented(msg); ok {
		return next, effects
	}
	for _, hears := range []func(Msg) (Model, []Effect, bool){m.shelled, m.axesHeard, m.stagedHeard, m.wentHeard, m.steppedThrough, m.tryHeard, m.judged, m.fetched} {
		if next, effects, ok := hears(msg); ok {
			return next, effects
		}
	}
	switch msg := msg.(type) {
	case LoadingChanged:
		m.Loading = msg.Loading
	case WorkerReady:
		return m.began(msg.Machine)
	case MachineChanged:
		m.Machine = msg.Machine
	case SnapshotCame:
		return m.shown(msg)
	case Drawn:
		var effects []Effect
		m.pull, effects = m.pull.drawn(msg.Seconds)
		return m, effects
	case Waited:
		var effects []Effect
		m.pull, effects = m.pull.waited(msg.Seconds)
		m, more := m.rewound(msg.Seconds)
		m, late := m.outwaited(msg.Seconds)
		return m, append(append(effects, more...), late...)
	case WorkerFailed:
		if msg.Verb == "pull" && m.pull.dropped {
			m.pull.dropped = false
		} else if msg.Verb == "pull" {
			m.pull = m.pull.failed()
		}
		if msg.Fatal || msg.Verb == "start" || msg.Verb == "open" {
			return m.failed(msg.Text)
		}
		return m.refused(msg.Text)
	case GraphicsChanged:
		m.Graphics = msg.Text
	case StorageRefused:
		m.Notice = "This browser keeps nothing for this page: where you are in a lesson is forgotten when you leave."
		return m, []Effect{Announce{m.Notice}}
	case SchemeChanged:
		m.Dark = msg.Dark
	case AddressChanged:
		return m.readdressed(msg)
	}
	return m, nil
}

// began opens the first run.
func (m Model) began(machine string) (Model, []Effect) {
	m.Ready, m.Machine = true, machine
	m.Loading, m.opening = Loading{What: "Building the networks", Done: -1}, true
	var effects []Effect
	if m.begun && m.script() == m.boot {
		m.begun = false
	} else { // what a script has asked for is not this page's
		m.pull.dropped, m.pull.early = m.pull.early, false
		effects = append(effects, m.openCommand())
	}
	if m.Toward > 0 {
		effects = append(effects, m.towards()...)
	} else if m.runs() {
		effects = append(effects, m.playCommand())
	} else if m.Reader.Open() { // the boot script may have begun to train
		effects = append(effects, pauseCommand())
	}
	return m.pulled(effects)
}

// shown takes a Snapshot.
func (m Model) shown(msg SnapshotCame) (Model, []Effect) {
	if msg.Snapshot == nil {
		return m.failed("the worker's answer could not be read")
	}
	if m.pull.dropped {
		m.pull.dropped = false
		return m, nil
	}
	if err := probe.Check(msg.Snapshot); err != nil {
		return m.failed(err.Error())
	}
	a := answer{seconds: msg.Seconds, undrawn: msg.Undrawn, first: m.Snapshot == nil}
	a.moved = a.first || m.runStep() != msg.Step
	from, toward := m.Step(), m.Toward
	m = m.withScene(msg.Snapshot)
	m.Snapshot, m.Loading, m.opening = m.shownFor(msg.Snapshot), Loading{}, m.opening && m.before
	m.Rate = m.Rate.at(msg.Step, msg.Seconds)
	m.Paces = paced(m.Paces, m.Rate)
	m.Reach = m.Reach.of(m.shownField(), msg.Seconds)
	m, said := m.judging()
	before := m.before
	if m.before = false; !before {
		m.Record = m.Record.with(msg.Snapshot)
		m = m.diagnosed(msg.Snapshot)
		var there []Effect
		m, there = m.arrived(msg.Snapshot)
		said = append(said, there...)
		m = m.steppedOn(msg.Snapshot)
	}
	if !before && !a.first {
		said = append(said, m.ends(from, toward)...)
	}
	if msg.Fault == "" {
		m.Fault = ""
	} else if m.Fault != msg.Fault {
		m = m.idle()
		m.Fault, m.Playing = msg.Fault, false
		said = append(said, Announce{"Training has stopped. " + msg.Fault})
	}
	if !m.pull.stale { // else the Snapshot may be of the run before
		if m.surveying && m.Pending() == 0 {
			m.surveying = false
			said = append(said, Announce{"All measures are there."})
		}
		var done []Effect
		m, done = m.checked()
		said = append(said, done...)
		if turned := false; !before {
			if m, turned = m.retold(msg.Snapshot); turned {
				said = append(said, m.setURL())
			}
		}
	}
	if a.moved && !before && !m.Playing && m.Toward == 0 && !m.jump.on { // the run has come to stand
		said = append(said, m.setURL())
	}
	said = append(said, m.waits(msg.Seconds)...)
	var next []Effect
	a.goesOn = !m.Unseen && (m.Playing || m.Toward > 0 || m.jump.on || m.Pending() > 0)
	a.eager, a.behind = m.until.Text != "", m.Behind()
	if before {
		m.pull, next = m.pull.answered(a)
		return m, append(said, next...)
	}
	if m.leaves(msg.Snapshot) {
		a.goesOn, m.pull.again, m.pull.stale = false, 0, false
	}
	m.pull, next = m.pull.answered(a)
	m, more := m.landed(msg.Snapshot, msg.Seconds)
	return m, append(append(said, next...), more...)
}

// refused takes an error of the worker that leaves the run as it was.
func (m Model) refused(text string) (Model, []Effect) {
	m = m.idle()
	m.Notice = text
	m.surveying = m.Pending() > 0 // it may be what was refused
	return m.pulled([]Effect{Announce{text}})
}

// failed takes an error of the worker after which there is no run: training has stopped.
func (m Model) failed(text string) (Model, []Effect) {
	m = m.idle()
	m.pull, m.opening = m.pull.failed(), false
	m.Fault, m.Lost, m.Playing, m.Loading, m.surveying = text, true, false, Loading{}, false
	return m, []Effect{Announce{"Training has stopped. " + text}}
}

func (m Model) layered(msg LayerToggled) (Model, []Effect) {
	y, ok := picture.LayerOf(msg.Key)
	if !ok {
		return m, nil
	}
	m.Layers = m.Layers.With(y.Bit, msg.On)
	effects := []Effect{m.setURL()}
	if len(y.Needs) > 0 && msg.On {
		return m.pulled(effects) // the worker only has it where it is asked for
	}
	return m, effects
}

// themed turns the shown scheme over; where that is what the browser prefers anyway, the page follows the browser again.
func (m Model) themed() (Model, []Effect) {
	dark := !m.Night()
	switch {
	case dark == m.Dark:
		m.Theme = Auto
	case dark:
		m.Theme = Dark
	default:
		m.Theme = Light
	}
	return m, []Effect{m.setURL()}
}

func (m Model) copied(ok bool) (Model, []Effect) {
	m.Notice = "Link copied: " + m.promise()
	if !ok {
		m.Notice = "The browser does not let this page copy: copy the link from the address bar."
	}
	return m, []Effect{Announce{m.Notice}}
}

// promise is what the link of the page brings back.
func (m Model) promise() string {
	own := m.own()
	switch {
	case m.Reader.free != nil:
		return "it opens this step of the lesson, beside your own settings."
	case own.Spec.Owns() && !m.Travels():
		return "it brings back the settings. Your own points do not travel with it; a saved file has them."
	case m.untold:
		return "it brings back these settings, from step 0. What was done on the way to this step is not in it."
	case m.At() > 0:
		return "it brings back this experiment, at this step, bit for bit."
	}
	return "it brings back this experiment, bit for bit."
}

// dropped takes the reader's own points as the data of a new run, or a saved experiment.
func (m Model) dropped(msg PointsDropped) (Model, []Effect) {
	if run, ok := parseSaved(msg.Text); ok {
		return m.reopened(msg.Name, run)
	}
	left := m
	if usual, err := experiment.Parse(msg.Usual); err == nil && msg.Usual != "" {
		m.CSV, m.CSVName, m.Drawn, m.ownUsual = msg.Text, msg.Name, "", usual
	} else if m, err = m.withOwn(msg.Text, msg.Name, ""); err != nil {
		return left.unread(msg.Name, err)
	}
	if points, err := data.CSV(msg.Text); msg.Rows == 0 && err == nil {
		msg.Rows = points.Len()
	}
	m.Axes = "" // another file has other columns
	m = m.onto(left)
	return left.departed(m.withoutDraft("data").open(strings.TrimSpace("The data are now the points of " + msg.Name + ". " + heldText(msg.Rows) + " " + msg.Told)))
}

// heldText says what is held out from training, of n points.
func heldText(n int) string {
	hold := data.HeldOut(n)
	if hold == 0 {
		return "They are too few to hold any out from training, so that nothing can be measured."
	}
	return strconv.Itoa(hold) + " of " + strconv.Itoa(n) + " are held out from training, to measure by. In distances, what lies beyond the first or the last hundredth of them counts as there."
}
