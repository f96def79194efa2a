package app

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/script"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// An experiment of the gallery opens with the picture of the step at which there is something to see: a Snapshot that was taken of the run at that
// step travels as a file (ui/cmd/pretrained makes it). The run trains to that step behind the picture, and goes on from there with its own bits;
// nothing is taken over from the file.

type (
	// FetchPretrained fetches the picture of the preset Key, or with the key Cards those of the gallery's cards, and answers with PretrainedCame.
	FetchPretrained struct{ Key string }
	// PretrainedCame brings it; without Bytes it cannot be had, and experiments train from step 0.
	PretrainedCame struct {
		Key   string
		Bytes []byte
	}
)

// Cards is the key of the pictures on the gallery's cards, all in one.
const Cards = "cards"

func (FetchPretrained) effect() {}
func (PretrainedCame) msg()     {}

// Pretrained reports whether a preset has a picture to open with: images take too many bytes.
func Pretrained(p experiment.Preset) bool {
	s, err := form.Parse(p.Query)
	e, ok := data.Find(s.Data)
	_, images := e.Source.(data.Imaged)
	return err == nil && ok && !images
}

// outcome is the picture that a run is shown by until it has come to its step.
type outcome struct {
	shot *wire.Snapshot // without what never changes in the run; nil where there is none
	run  *wire.Snapshot // the last of the run itself
}

// Passing is the last Snapshot of the run itself: on the way to a picture that is shown already it is another than what the page shows.
func (m Model) Passing() *wire.Snapshot {
	if m.outcome.shot != nil && m.outcome.run != nil {
		return m.outcome.run
	}
	return m.Snapshot
}

// Behind reports whether the run is still on its way to what is shown.
func (m Model) Behind() bool { return m.outcome.shot != nil }

// fetched takes pictures of the gallery, and reports whether this was of that kind.
func (m Model) fetched(msg Msg) (Model, []Effect, bool) {
	came, ok := msg.(PretrainedCame)
	if !ok {
		return m, nil, false
	}
	if came.Key == Cards {
		m.Outcomes = []plot.Outcome{}
		if all, err := plot.DecodeOutcomes(came.Bytes); err == nil {
			m.Outcomes = all
		}
		return m, nil, true
	}
	trains, awaits := m.runs(), m.awaited.key == came.Key
	if awaits {
		m.awaited = awaited{}
	}
	next, effects := m.ahead(came, trains)
	if awaits && !next.Behind() {
		next, effects = next.unawaited()
	}
	return next, effects, true
}

// awaited is the picture that a run waits for at its start, so that it is not past its step when it comes; until a time in seconds, which follows from the
// first Snapshot's, as a network may hang.
type awaited struct {
	key   string
	until float64
}

// longest is how many seconds a run waits for a picture.
const longest = 5.0

// waits is what to do while a picture is awaited, where a Snapshot has come.
func (m *Model) waits(seconds float64) []Effect {
	if m.awaited.key == "" || m.awaited.until > 0 {
		return nil
	}
	m.awaited.until = seconds + longest
	return []Effect{Wait{longest}}
}

// outwaited goes on without the picture where it has not come by a time in seconds.
func (m Model) outwaited(seconds float64) (Model, []Effect) {
	if m.awaited.key == "" || m.awaited.until == 0 {
		return m, nil
	}
	if left := m.awaited.until - seconds; left > 0 { // another Wait is over, or a timer has ended early
		return m, []Effect{Wait{left}}
	}
	return m.unawaited()
}

// unawaited starts the run.
func (m Model) unawaited() (Model, []Effect) {
	if m.awaited = (awaited{}); !m.Ready || !m.runs() {
		return m, nil
	}
	return m.pulled([]Effect{m.playCommand()})
}

// ahead shows the picture of a preset, and has a run that trains or waits go to its step as fast as it goes. Where the run is another by now, or farther, it stays as it is.
func (m Model) ahead(came PretrainedCame, trains bool) (Model, []Effect) {
	s, err := wire.DecodeSnapshot(came.Bytes)
	if err != nil || came.Key != m.Preset || m.Turned || m.Toward > 0 || m.Asking || m.Fault != "" || m.Reader.Open() {
		return m, nil
	}
	way, _ := script.Parse(s.Script)
	spec, err := form.Parse(way.Spec)
	if err != nil || spec.String() != m.base.String() || !m.opening && !m.before && m.Step() >= s.Step {
		return m, nil
	}
	m.outcome, m.Toward, m.asked = outcome{shot: s.Unpacked()}, s.Step, 0
	if !m.Ready || m.Unseen {
		return m, nil
	}
	var effects []Effect
	if trains {
		effects = append(effects, pauseCommand())
	}
	if !m.opening && !m.before && m.Snapshot != nil { // otherwise the first Snapshot of the run does it
		m.Snapshot = m.shownFor(m.Snapshot)
		effects = append(effects, m.towards()...)
	}
	return m.pulled(effects)
}

// shownFor is what the page shows where a Snapshot of the run has come: the picture, as long as the run is not there, with the curves of the run.
func (m *Model) shownFor(s *wire.Snapshot) *wire.Snapshot {
	if m.outcome.shot == nil || m.before {
		return s
	}
	if s.Step >= m.outcome.shot.Step || m.Toward == 0 || m.Turned || s.Fault != "" || m.Larger == TheMachine {
		m.outcome = outcome{}
		return s
	}
	m.outcome.run = s
	shown := *m.outcome.shot
	shown.Arrays = append(append([]wire.Array(nil), shown.Arrays...), m.scene...)
	shown.Trace, shown.Script, shown.Run = s.Trace, s.Script, s.Run
	return &shown
}

// runStep is the step of the run itself, of which another may be shown.
func (m Model) runStep() uint64 {
	if s := m.Passing(); s != nil && !m.opening {
		return s.Step
	}
	return 0
}
