package app

import (
	"ganvas/core/picture"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/lesson"
	"ganvas/core/query"
)

// Reader is the lesson that is open beside the plane. The zero value is none.
type Reader struct {
	List    bool          // the list of lessons is open
	Key     string        // of the lesson that is open or being fetched, or empty
	Lesson  lesson.Lesson // without steps until it has come
	At      int           // index of the step that is shown
	Problem string        // why there is no lesson to show, or empty

	Progress
	// DoneAt is the step of the run at which the shown task was done, or 0.
	DoneAt uint64

	free *freePlay // what the reader's own experiment was, while a lesson is open
}

// Progress is what a reader has done in a lesson, one bit a step.
type Progress struct{ Right, Done uint32 }

// freePlay is the experiment that a lesson has put aside.
type freePlay struct {
	base    experiment.Spec
	Layers  picture.Layers
	Speed   int
	Playing bool
	turns   string
}

// Open reports whether a lesson is shown.
func (r Reader) Open() bool { return len(r.Lesson.Steps) > 0 }

// Step is the step that is shown; only where Open.
func (r Reader) Step() lesson.Step { return r.Lesson.Steps[r.At] }

// Has reports whether a step's bit is set.
func Has(bits uint32, step int) bool { return bits>>step&1 != 0 }

// wanted fetches a lesson, to be shown at a step from 1, or for 0 where the reader left off.
func (m Model) wanted(key string, step int) (Model, []Effect) {
	m = m.shut()
	m.Reader.Key, m.Reader.Problem, m.Reader.List = key, "", false
	m.Reader.Lesson, m.Reader.At = lesson.Lesson{}, max(0, step-1)
	// The link must stay in the address while the lesson is on its way.
	return m, []Effect{m.setURL(), LoadLesson{Key: key, Step: step}}
}

// came shows the lesson that was fetched, and puts the reader's own experiment aside.
func (m Model) came(msg LessonCame) (Model, []Effect) {
	if msg.Lesson.Key != m.Reader.Key || len(msg.Lesson.Steps) == 0 {
		return m, nil
	}
	at, progress := readProgress(msg.Kept)
	if msg.Step > 0 {
		at = msg.Step - 1
	}
	if m.Reader.free == nil {
		m.Reader.free = m.aside()
	}
	m.Reader.Lesson, m.Reader.Progress = msg.Lesson, progress
	return m.turned(at)
}

// turned shows a step and sets the page up for it.
func (m Model) turned(at int) (Model, []Effect) {
	if !m.Reader.Open() {
		return m, nil
	}
	m = m.shut()
	m.Reader.At = max(0, min(at, len(m.Reader.Lesson.Steps)-1))
	if open := m.Reader.Step().Setup.Open; open != "" {
		m.Sheet = Sheet(open)
	}
	m.Reader.DoneAt = 0
	m, effects := m.setUp(m.Reader.Step())
	say := "Step " + strconv.Itoa(m.Reader.At+1) + " of " + strconv.Itoa(len(m.Reader.Lesson.Steps)) + ": " + m.Reader.Step().Title
	return m, append(effects, m.setURL(), m.keep(), Announce{say})
}

// shut closes what the step that is shown has opened, if that is still open.
func (m Model) shut() Model {
	if at := m.Reader.At; at < len(m.Reader.Lesson.Steps) && m.Sheet == Sheet(m.Reader.Lesson.Steps[at].Setup.Open) {
		m.Sheet = NoSheet
	}
	return m
}

// setUp brings the experiment to what a step asks for. The run goes on where the step wants no other; a task that is still to be
// done starts one anew.
func (m Model) setUp(s lesson.Step) (Model, []Effect) {
	switch {
	case s.Setup.Show != nil:
		m.Layers, _ = picture.ParseLayers(strings.Join(s.Setup.Show, ","))
	case m.base.Family() != s.Setup.Run.Family():
		m.Layers = UsualLayers(s.Setup.Run)
	}
	playing := m.Playing && m.Fault == ""
	switch s.Setup.Pace {
	case "":
	case "paused":
		playing = false
	default:
		if i, ok := speedOf(s.Setup.Pace); ok {
			m.Speed = i
		}
		playing = !m.Calm
	}
	if m.Spec != s.Setup.Run || m.Fault != "" || s.Task != nil && !Has(m.Reader.Done, m.Reader.At) {
		m.Spec, m.Drafts, m.Playing = s.Setup.Run, nil, playing
		return m.fresh().begin("")
	}
	if m.Playing || playing {
		return m.played(playing)
	}
	return m, nil
}

// answered takes the choice of an answer.
func (m Model) answered(msg Answered) (Model, []Effect) {
	if !m.Reader.Open() || msg.Step < 0 || msg.Step >= len(m.Reader.Lesson.Steps) || !msg.Right {
		return m, nil
	}
	m.Reader.Right |= 1 << msg.Step
	return m, []Effect{m.keep()}
}

// checked looks whether the latest Snapshot does the task that is shown.
func (m Model) checked() (Model, []Effect) {
	if !m.Reader.Open() || m.Fault != "" {
		return m, nil
	}
	t := m.Reader.Step().Task
	if t == nil || Has(m.Reader.Done, m.Reader.At) || m.Step() > t.Within || !t.Goal.Holds(lesson.Reading(m.Snapshot)) {
		return m, nil
	}
	m.Reader.Done |= 1 << m.Reader.At
	m.Reader.DoneAt = m.Step()
	return m, []Effect{m.keep(), Announce{"Task: " + m.Verdict()}}
}

// Verdict says how the shown task stands, or nothing where there is none.
func (m Model) Verdict() string {
	if !m.Reader.Open() || m.Reader.Step().Task == nil {
		return ""
	}
	t := m.Reader.Step().Task
	switch {
	case Has(m.Reader.Done, m.Reader.At) && m.Reader.DoneAt > 0:
		return "done at step " + strconv.Itoa(int(m.Reader.DoneAt)) + "."
	case Has(m.Reader.Done, m.Reader.At):
		return "done before."
	case m.Step() > t.Within:
		return "not within " + strconv.Itoa(int(t.Within)) + " steps. Change something, and press Reset to try again."
	}
	return "not yet."
}

// left closes the lesson. The reader's own experiment comes back, and trains to a step where that is not 0, unless the lesson's is to be kept.
func (m Model) left(keep bool, at uint64) (Model, []Effect) {
	m = m.shut()
	free := m.Reader.free
	m.Reader = Reader{}
	switch {
	case free == nil || keep || *free == *m.aside():
		return m, []Effect{m.setURL()}
	case free.base == m.base && free.turns == m.turns && m.Fault == "":
		m.Layers, m.Speed = free.Layers, free.Speed
		m, effects := m.played(free.Playing)
		return m, append(effects, m.setURL())
	}
	m = m.fresh()
	m.Spec, m.Layers, m.Speed, m.Playing, m.turns, m.Drafts, m.Toward = free.base, free.Layers, free.Speed, free.Playing, free.turns, nil, at
	if at > 0 {
		return m.begin("Your own experiment is back, and goes to where it was.")
	}
	return m.begin("Your own experiment is back, from its start.")
}

// aside is the reader's own experiment, to be put aside.
func (m Model) aside() *freePlay {
	return &freePlay{m.base, m.Layers, m.Speed, m.Playing, m.turns}
}

// own is m with the reader's own experiment, which the address keeps while a lesson is open.
func (m Model) own() Model {
	if f := m.Reader.free; f != nil {
		m.Spec, m.base, m.Layers, m.Speed, m.Playing, m.turns, m.Turned = f.base, f.base, f.Layers, f.Speed, f.Playing, f.turns, false
	}
	return m
}

// keep is the wish that the browser remember the progress.
func (m Model) keep() Keep {
	r := m.Reader
	bits := func(x uint32) string { return strconv.FormatUint(uint64(x), 16) }
	return Keep{Key: r.Key, Text: query.Format(
		query.Pair{Key: "at", Value: strconv.Itoa(r.At + 1)}, query.Pair{Key: "right", Value: bits(r.Right)}, query.Pair{Key: "done", Value: bits(r.Done)})}
}

// readProgress reads what keep wrote; anything else is a fresh start.
func readProgress(text string) (at int, p Progress) {
	pairs, err := query.Parse(text)
	if err != nil {
		return 0, p
	}
	bits := func(key string) uint32 {
		v, _ := query.Get(pairs, key)
		x, _ := strconv.ParseUint(v, 16, 32)
		return uint32(x)
	}
	v, _ := query.Get(pairs, "at")
	at, _ = strconv.Atoi(v)
	return max(0, at-1), Progress{bits("right"), bits("done")}
}

// readerHeard takes what is said to the reader; not ok where the Msg is for somebody else.
func (m Model) readerHeard(msg Msg) (next Model, effects []Effect, ok bool) {
	was := m
	switch msg := msg.(type) {
	case ListToggled:
		m.Reader.List, m.Reader.Problem = !m.Reader.List, ""
	case LessonWanted:
		m, effects = m.departed(m.wanted(msg.Key, msg.Step))
	case LessonCame:
		m, effects = m.came(msg)
	case LessonLost:
		if msg.Key == m.Reader.Key {
			m, effects = m.left(false, 0)
			m.Reader.Problem = "The lesson cannot be fetched: " + msg.Reason + "."
			effects = append(effects, Announce{m.Reader.Problem})
		}
	case StepWanted:
		m, effects = m.turned(msg.At)
		if m.Reader.At != was.Reader.At {
			m, effects = was.departed(m, effects)
		}
	case Answered:
		m, effects = m.answered(msg)
	case LessonLeft:
		m, effects = m.departed(m.left(msg.Keep, 0))
	default:
		return m, nil, false
	}
	return m, effects, true
}

// What is said to the reader.
type (
	// ListToggled opens or closes the list of lessons.
	ListToggled struct{}
	// LessonWanted opens a lesson at a step from 1, or for 0 where the reader left off.
	LessonWanted struct {
		Key  string
		Step int
	}
	// LessonCame brings a lesson that was fetched, what the browser remembers of it, and the step that was asked for.
	LessonCame struct {
		Lesson lesson.Lesson
		Kept   string
		Step   int
	}
	// LessonLost says why a lesson could not be fetched.
	LessonLost struct{ Key, Reason string }
	// StepWanted shows the step of an index.
	StepWanted struct{ At int }
	// Answered says that an answer to a step's question has been chosen.
	Answered struct {
		Step  int
		Right bool
	}
	// LessonLeft closes the lesson, and keeps its experiment or brings the reader's own back.
	LessonLeft struct{ Keep bool }
)

func (ListToggled) msg()  {}
func (LessonWanted) msg() {}
func (LessonCame) msg()   {}
func (LessonLost) msg()   {}
func (StepWanted) msg()   {}
func (Answered) msg()     {}
func (LessonLeft) msg()   {}

// What the page must do for the reader.
type (
	// LoadLesson fetches a lesson and answers with LessonCame, with this Step in it, or with LessonLost.
	LoadLesson struct {
		Key  string
		Step int
	}
	// Keep remembers a lesson's progress in this browser, if it remembers anything.
	Keep struct{ Key, Text string }
)

func (LoadLesson) effect() {}
func (Keep) effect()       {}
